import Agreement
import Domain

/// The figures that order the queue by gain, as the models of annotators stood at one moment.
///
/// By row of a unit. Units that the models do not speak of have the figures of their votes.
struct QueueFigures: Sendable {
  /// Last event that they know.
  var seq: Int
  /// Which tables the rows are those of.
  let schema: Int
  var learning: QueueLearning
  /// Whether sums of the models are to be made anew when nobody waits.
  var isSweepDue = false
  private(set) var wrong: [Double]
  private(set) var gain: [Double]
  private(set) var isLearned: [Bool]
  private var isQueued: [Bool]
  private var isContested: [Bool]
  /// Whether an audit waits for it: it goes before all others.
  private var isDrawn: [Bool]
  private var hashes: [Int64]
  private(set) var queuedCount = 0

  /// - Parameter lines: All units.
  init(_ lines: [UnitLine], seq: Int, schema: Int) {
    self.seq = seq
    self.schema = schema
    learning = .votes(.unfitted)
    let count = Int(lines.map(\.id).max() ?? 0) + 1
    wrong = Array(repeating: 0, count: count)
    gain = wrong
    isLearned = Array(repeating: false, count: count)
    isQueued = isLearned
    isContested = isLearned
    isDrawn = isLearned
    hashes = Array(repeating: 0, count: count)
    for line in lines { take(line) }
  }

  /// Whether there are figures; none are kept of what is too large.
  var isOfAll: Bool { gain.count > 1 }

  /// Whether models speak of some unit.
  private(set) var hasModels = false

  /// Takes in how a unit stands, and what its votes say of it.
  mutating func take(_ line: UnitLine) {
    let row = Int(line.id)
    guard wrong.indices.contains(row) else { return }
    wrong[row] = line.wrong
    gain[row] = line.gain
    hashes[row] = line.hash
    isContested[row] = line.isContested
    isDrawn[row] = line.isDrawn
    guard isQueued[row] != line.isQueued else { return }
    isQueued[row] = line.isQueued
    queuedCount += line.isQueued ? 1 : -1
  }

  /// Takes in what the models of a question say.
  mutating func take(_ question: LearnedQuestion) {
    hasModels = true
    for (unit, row) in question.rows.enumerated() where row > 0 {
      let forecast = question.model.forecast(of: unit)
      wrong[Int(row)] = forecast.wrong
      gain[Int(row)] = forecast.gain
      isLearned[Int(row)] = true
    }
  }

  /// What the models say of a unit; nil for one that they do not speak of.
  subscript(row: Int64) -> (wrong: Double, gain: Double)? {
    guard isLearned.indices.contains(Int(row)), isLearned[Int(row)] else { return nil }
    return (wrong[Int(row)], gain[Int(row)])
  }

  /// The gain of a unit; nil for one that came since.
  func gain(of row: Int64) -> Double? {
    gain.indices.contains(Int(row)) ? gain[Int(row)] : nil
  }

  /// Contested units that the models speak of. O(units).
  var learnedContested: Int {
    isQueued.indices.count { isContested[$0] && isLearned[$0] }
  }

  /// The units of the queue whose ruling is worth most, best first. O(units + n log n).
  func first(_ count: Int) -> [Int64] {
    var best: [Int] = []
    guard count > 0 else { return [] }
    best.reserveCapacity(2 * count)
    // What is worse than the worst of as many as are wanted is not looked at again.
    var worst: Int?
    for row in isQueued.indices where isQueued[row] {
      if let worst, !precedes(row, worst) { continue }
      best.append(row)
      guard best.count >= 2 * count else { continue }
      best.sort(by: precedes)
      best.removeLast(best.count - count)
      worst = best.last
    }
    best.sort(by: precedes)
    return best.prefix(count).map(Int64.init)
  }

  /// A unit's place in the queue, from 1, behind all that an audit waits for; nil for such a one.
  /// O(units).
  func rank(of row: Int64) -> Int? {
    let own = Int(row)
    guard isQueued.indices.contains(own), !isDrawn[own] else { return nil }
    return 1 + isQueued.indices.count { isQueued[$0] && (isDrawn[$0] || precedes($0, own)) }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    if gain[one] != gain[other] { return gain[one] > gain[other] }
    return (hashes[one], one) < (hashes[other], other)
  }
}
