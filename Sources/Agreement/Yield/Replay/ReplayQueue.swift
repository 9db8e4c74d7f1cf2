internal import Domain

/// A queue that a replay plays against: what to rule next, and what would be released.
protocol ReplayQueue {
  /// The best units to rule next, best first.
  func next(_ count: Int) -> [Int]

  mutating func rule(_ rulings: [UnitRuling])

  /// The label that would be released of a unit, its probability, and the chance that it is `gold`,
  /// where the votes leave several labels equally good.
  func release(of unit: Int, gold: Int32) -> ReplayRelease
}

/// What would be released of a unit, seen from gold.
struct ReplayRelease {
  /// How likely the label says it is right.
  let probability: Double
  /// Whether it is; a share where a tie is broken at random.
  let right: Double
}

/// The queue of the models.
struct ModelReplay: ReplayQueue {
  private var model: AnnotatorModel
  private let isEligible: [Bool]

  init(_ model: AnnotatorModel, isEligible: [Bool]) {
    self.model = model
    self.isEligible = isEligible
  }

  func next(_ count: Int) -> [Int] { model.top(count) { isEligible[$0] } }

  mutating func rule(_ rulings: [UnitRuling]) { model.set(rulings) }

  func release(of unit: Int, gold: Int32) -> ReplayRelease {
    let forecast = model.forecast(of: unit)
    return ReplayRelease(
      probability: 1 - forecast.wrong, right: forecast.label == gold ? 1 : 0)
  }
}

/// A fixed order, and the majority for what nobody ruled on.
struct FixedReplay: ReplayQueue {
  private let votes: VoteTable
  private var order: [Int]

  /// - Parameter policy: Lowest agreement or random; ties go by a hash of seed and key.
  init(_ votes: VoteTable, keys: [UInt64], units: [Int], policy: ReplayPolicy, seed: UInt64) {
    self.votes = votes
    let drawn = units.map { unit in
      var random = SeededOrder(seed: keys[unit] ^ seed)
      let agreement = policy == .random ? 0 : Self.agreement(Self.counts(votes, unit))
      return (agreement, random.next(), unit)
    }
    order = drawn.sorted { $0 < $1 }.map(\.2)
  }

  func next(_ count: Int) -> [Int] { Array(order.prefix(count)) }

  mutating func rule(_ rulings: [UnitRuling]) {
    let ruled = Set(rulings.map(\.unit))
    order.removeAll { ruled.contains($0) }
  }

  func release(of unit: Int, gold: Int32) -> ReplayRelease {
    let counts = Self.counts(votes, unit)
    let most = counts.max() ?? 0
    let leaders = counts.count { $0 == most }
    let isLeader = counts.indices.contains(Int(gold)) && counts[Int(gold)] == most
    let total = counts.reduce(0, +)
    return ReplayRelease(
      probability: total > 0 ? Double(most) / Double(total) : 0,
      right: isLeader ? 1 / Double(leaders) : 0)
  }

  private static func counts(_ votes: VoteTable, _ unit: Int) -> [Int] {
    var counts = Array(repeating: 0, count: votes.labelCount)
    var ratings: [UnitRating] = []
    votes.read(unit, into: &ratings)
    for rating in ratings { counts[Int(rating.label)] += 1 }
    return counts
  }

  /// The share of pairs of votes that agree; 1 of a single vote.
  private static func agreement(_ counts: [Int]) -> Double {
    let total = counts.reduce(0, +)
    guard total > 1 else { return 1 }
    return Double(counts.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(total * (total - 1))
  }
}
