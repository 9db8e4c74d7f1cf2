/// Of every unit: the label that would be released, the chance that it is wrong, and what a ruling on
/// it is worth. Figures are rounded to 2⁻²⁰.
struct ReleaseTable: Sendable {
  /// The say of the pool in the order; the shares of the votes have the rest, so that a model that is
  /// sure and wrong cannot hide an item.
  static let trust = 0.8

  /// A chance that moves by less than this has not moved.
  static let notable = 0.01

  /// By block of four units: the released class, the chance that it is wrong, the worth of a ruling.
  private var releasedBlocks: [SIMD4<Int64>]
  private var wrongBlocks: [SIMD4<Double>]
  private(set) var gainBlocks: [SIMD4<Double>]

  /// Cost by true class and released class, in rows.
  private let costs: [Double]
  private let isByTruth: Bool
  private let classCount: Int
  let unitCount: Int

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

    /// Takes the lanes of a block in which something is another one.
    fileprivate mutating func add(
      _ block: Int, units: Int, _ hasMoved: SIMDMask<SIMD4<Int64>>,
      _ hasTurned: SIMDMask<SIMD4<Int64>>, from: SIMD4<Int64>, to: SIMD4<Int64>
    ) {
      let first = block * ForecastTable.lanes
      for lane in 0..<min(ForecastTable.lanes, units - first) {
        if hasMoved[lane] { moved.append(Int32(first + lane)) }
        if hasTurned[lane] {
          turned.append(Turn(unit: first + lane, from: Int32(from[lane]), to: Int32(to[lane])))
        }
      }
    }
  }

  init(_ votes: YieldVotes, costs: ReleaseCosts) {
    let classes = votes.classes.map(Int.init)
    classCount = classes.count
    isByTruth = costs.isByTruth
    self.costs = classes.flatMap { truth in
      classes.map { costs.cost(truth: truth, released: $0) }
    }
    unitCount = votes.unitCount
    let blocks = (unitCount + ForecastTable.lanes - 1) / ForecastTable.lanes
    releasedBlocks = Array(repeating: SIMD4(repeating: 0), count: blocks)
    wrongBlocks = Array(repeating: SIMD4(repeating: 0), count: blocks)
    gainBlocks = wrongBlocks
  }

  /// The class that would be released.
  @inline(__always)
  func released(_ unit: Int) -> Int {
    Int(releasedBlocks[unit / ForecastTable.lanes][unit % ForecastTable.lanes])
  }

  @inline(__always)
  func wrong(_ unit: Int) -> Double {
    wrongBlocks[unit / ForecastTable.lanes][unit % ForecastTable.lanes]
  }

  @inline(__always)
  func gain(_ unit: Int) -> Double {
    gainBlocks[unit / ForecastTable.lanes][unit % ForecastTable.lanes]
  }

  /// Looks at every unit anew. O(units × K), or × K² where costs depend on both labels.
  mutating func refresh(_ table: ForecastTable, weights: [Double]) -> Difference {
    var difference = Difference()
    let pass = ReleasePass(
      classCount: classCount, unitCount: unitCount, weights: weights,
      losses: isByTruth ? truthCosts : costs, isByTruth: isByTruth)
    let unitCount = unitCount
    table.blocks.withUnsafeBufferPointer { blocks in
      guard let blocks = blocks.baseAddress else { return }
      releasedBlocks.withUnsafeMutableBufferPointer { released in
        wrongBlocks.withUnsafeMutableBufferPointer { wrong in
          gainBlocks.withUnsafeMutableBufferPointer { gain in
            pass.run(blocks, stride: table.stride) { block, found in
              let change = found.wrong - wrong[block]
              let hasMoved = (change .>= Self.notable) .| (change .<= -Self.notable)
              let hasTurned = found.released .!= released[block]
              if any(hasMoved .| hasTurned) {
                difference.add(
                  block, units: unitCount, hasMoved, hasTurned, from: released[block],
                  to: found.released)
              }
              released[block] = found.released
              wrong[block] = found.wrong
              gain[block] = found.gain
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
