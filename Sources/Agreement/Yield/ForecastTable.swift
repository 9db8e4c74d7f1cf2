/// What the three members say of every unit, four units side by side, as the pool reads it: by block
/// of four, member and class ln q, at least `floor`, and last the plain share of the votes.
struct ForecastTable: Sendable {
  /// No member is taken to be surer than this that a class is wrong.
  static let floor = -12.0

  /// Of `VoteMember` and of both confusion models.
  static let memberCount = 3

  /// Units in a block.
  static let lanes = 4

  let classCount: Int
  let unitCount: Int
  var blocks: [SIMD4<Double>]

  /// Numbers of one block for one unit: members' logarithms and shares.
  var stride: Int { (Self.memberCount + 1) * classCount }
  var blockCount: Int { (unitCount + Self.lanes - 1) / Self.lanes }

  /// Fills in what the votes say; the other members are as unsure as can be.
  init(_ votes: YieldVotes) {
    classCount = votes.classCount
    unitCount = votes.unitCount
    let count = (unitCount + Self.lanes - 1) / Self.lanes
    blocks = Array(
      repeating: SIMD4(repeating: 0), count: count * (Self.memberCount + 1) * votes.classCount)
    let (classCount, stride) = (classCount, stride)
    blocks.withUnsafeMutableBufferPointer { blocks in
      votes.forEachUnit { unit, counts in
        let size = Double(votes.size(of: unit))
        let start = unit / Self.lanes * stride
        let lane = unit % Self.lanes
        for label in 0..<classCount {
          let count = Double(counts[label])
          let share = VoteMember.share(votes: count, size: size, classCount: classCount)
          blocks[start + label][lane] = max(Self.floor, PortableLogarithm.natural(share))
          blocks[start + Self.memberCount * classCount + label][lane] =
            size > 0 ? count / size : 0
        }
      }
    }
  }

  /// Calls `body` with the numbers where they lie; unless there is no unit.
  mutating func withNumbers(_ body: (UnsafeMutablePointer<Double>) -> Void) {
    blocks.withUnsafeMutableBytes { bytes in
      guard let start = bytes.assumingMemoryBound(to: Double.self).baseAddress else { return }
      body(start)
    }
  }

  /// ln q of one member, unit and class.
  func log(_ member: Int, _ unit: Int, _ label: Int) -> Double {
    blocks[unit / Self.lanes * stride + member * classCount + label][unit % Self.lanes]
  }

  /// The share of a unit's votes that a class has.
  func share(_ unit: Int, _ label: Int) -> Double { log(Self.memberCount, unit, label) }
}
