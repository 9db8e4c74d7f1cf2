/// Of every unit: the label that would be released, the chance that it is wrong, and what a ruling on
/// it is worth. Figures are rounded to 2⁻²⁰.
struct ReleaseTable: Sendable {
  /// The say of the pool in the order; the shares of the votes have the rest, so that a model that is
  /// sure and wrong cannot hide an item.
  static let trust = 0.8

  /// A chance that moves by less than this has not moved.
  static let notable = 0.01

  private(set) var released: [Int32]
  private(set) var wrong: [Double]
  private(set) var gain: [Double]

  /// Cost by true class and released class, in rows.
  private let costs: [Double]
  private let isByTruth: Bool
  private let classCount: Int

  /// A released class that is another one now.
  struct Turn: Hashable, Sendable {
    let unit: Int
    let from: Int32
    let to: Int32
  }

  /// What a look found other than it was.
  struct Difference: Sendable {
    /// Units whose chance of being wrong has moved by `notable` or more.
    var moved: [Int32] = []
    var turned: [Turn] = []
  }

  init(_ votes: YieldVotes, costs: ReleaseCosts) {
    let classes = votes.classes.map(Int.init)
    classCount = classes.count
    isByTruth = costs.isByTruth
    self.costs = classes.flatMap { truth in
      classes.map { costs.cost(truth: truth, released: $0) }
    }
    released = Array(repeating: 0, count: votes.unitCount)
    wrong = Array(repeating: 0, count: votes.unitCount)
    gain = wrong
  }

  /// Looks at every unit anew. O(units × K), or × K² where costs depend on both labels.
  mutating func refresh(_ table: ForecastTable, weights: [Double]) -> Difference {
    var difference = Difference()
    let pass = ReleasePass(
      classCount: classCount, unitCount: released.count, weights: weights,
      losses: isByTruth ? truthCosts : costs, isByTruth: isByTruth)
    table.blocks.withUnsafeBufferPointer { blocks in
      guard let blocks = blocks.baseAddress else { return }
      released.withUnsafeMutableBufferPointer { released in
        wrong.withUnsafeMutableBufferPointer { wrong in
          gain.withUnsafeMutableBufferPointer { gain in
            pass.run(blocks, stride: table.stride) { block, found in
              let first = block * ForecastTable.lanes
              for lane in 0..<min(ForecastTable.lanes, released.count - first) {
                let unit = first + lane
                if (found.wrong[lane] - wrong[unit]).magnitude >= Self.notable {
                  difference.moved.append(Int32(unit))
                }
                if Int32(truncatingIfNeeded: found.released[lane]) != released[unit] {
                  let to = Int32(truncatingIfNeeded: found.released[lane])
                  difference.turned.append(Turn(unit: unit, from: released[unit], to: to))
                  released[unit] = to
                }
                wrong[unit] = found.wrong[lane]
                gain[unit] = found.gain[lane]
              }
            }
          }
        }
      }
    }
    return difference
  }

  /// Costs that depend on the true class alone: those of releasing another one.
  private var truthCosts: [Double] {
    (0..<classCount).map { truth in
      let other = truth == 0 ? 1 : 0
      return classCount == 1 ? 0 : costs[truth * classCount + other]
    }
  }
}
