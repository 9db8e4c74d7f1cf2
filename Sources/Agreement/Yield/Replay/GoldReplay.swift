/// A queue measured: gold plays the adjudicator, and what counts is how many wrong labels each ruling
/// takes out of the release.
///
/// Only units with gold can be ruled; the votes of all are seen. Errors are those of the labels that
/// would be released of the units with gold, rulings where there are some. Their yardstick is the
/// majority's, of which a tie of k labels with the right one among them is wrong with 1 − 1/k.
public struct GoldReplay: Sendable {
  /// A place on the curve.
  public struct Point: Hashable, Sendable {
    public let rulings: Int
    public let errors: Double
  }

  /// Shares of the units with gold at which is told how much is gone.
  public static let budgets = [0.05, 0.1, 0.2, 0.3, 0.5]
  /// Where calibration is measured.
  static let calibrationBudget = 0.2
  private static let bins = 10

  public let policy: ReplayPolicy
  /// Units with gold.
  public let units: Int
  /// What the majority gets wrong among them.
  public let majorityErrors: Double
  /// From no ruling up to the budget.
  public let curve: [Point]
  /// Expected calibration error of the units not yet ruled, where a fifth of all is; ten equal bins.
  public let calibrationError: Double?

  /// Plays. O(batches × (sweeps × votes × 3K)).
  ///
  /// - Parameters:
  ///   - gold: By unit: the right label's code, or a negative one. Gold that nobody voted for counts.
  ///   - budget: The share of units with gold that may be ruled.
  ///   - batch: Rulings at a time, or nil for a hundredth of the units with gold.
  public init(
    votes: VoteTable, keys: [UInt64], gold: [Int32], policy: ReplayPolicy, budget: Double = 0.5,
    batch: Int? = nil, options: AnnotatorModelOptions = AnnotatorModelOptions()
  ) {
    precondition(gold.count == votes.unitCount, "every unit has gold, or a negative code")
    let known = gold.indices.filter { gold[$0] >= 0 }
    self.policy = policy
    units = known.count
    let majority = FixedReplay(
      votes, keys: keys, units: known, policy: .lowestAgreement, seed: options.seed)
    majorityErrors = known.reduce(0) { $0 + 1 - majority.release(of: $1, gold: gold[$1]).right }
    var queue: any ReplayQueue
    if policy == .gain {
      queue = ModelReplay(
        AnnotatorModel(votes: votes, keys: keys, options: options),
        isEligible: gold.map { $0 >= 0 })
    } else {
      queue = FixedReplay(
        votes, keys: keys, units: known, policy: policy, seed: options.seed)
    }
    var curve: [Point] = []
    var calibration: Double?
    var open = Set(known)
    for (mark, next) in Self.steps(known.count, budget: budget, batch: batch) {
      let releases = open.sorted().map { queue.release(of: $0, gold: gold[$0]) }
      curve.append(
        Point(rulings: mark, errors: releases.reduce(0) { $0 + 1 - $1.right }))
      if mark == Self.rulings(at: Self.calibrationBudget, of: known.count) {
        calibration = Self.calibrationError(releases)
      }
      guard let next else { break }
      let taken = queue.next(next - mark)
      queue.rule(taken.map { UnitRuling(unit: $0, standing: .ruled(gold[$0])) })
      open.subtract(taken)
    }
    self.curve = curve
    calibrationError = calibration
  }

  /// The share of the majority's errors that is gone at a budget, between two places in proportion;
  /// nil where the majority makes none, or nobody played so far.
  public func removed(at budget: Double) -> Double? {
    let wanted = budget * Double(units)
    guard majorityErrors > 0, let last = curve.last, Double(last.rulings) >= wanted - 0.5 else {
      return nil
    }
    var before = curve[0]
    for point in curve {
      if Double(point.rulings) >= wanted {
        let width = Double(point.rulings - before.rulings)
        let way = width > 0 ? (wanted - Double(before.rulings)) / width : 0
        let errors = before.errors + way * (point.errors - before.errors)
        return 1 - errors / majorityErrors
      }
      before = point
    }
    return 1 - last.errors / majorityErrors
  }

  /// Rulings after which half of the majority's errors are gone and stay so; nil where they do not.
  public var rulingsUntilHalf: Int? {
    guard majorityErrors > 0 else { return nil }
    var found: Int?
    for point in curve.reversed() {
      guard point.errors <= majorityErrors / 2 else { break }
      found = point.rulings
    }
    return found
  }

  /// The mean of what is gone over the budgets from none to a half, in proportion between places; nil
  /// where the curve ends earlier.
  public var area: Double? {
    let steps = 200
    var sum = 0.0
    for step in 0...steps {
      guard let removed = removed(at: 0.5 * Double(step) / Double(steps)) else { return nil }
      sum += removed * (step == 0 || step == steps ? 0.5 : 1)
    }
    return sum / Double(steps)
  }

  private static func rulings(at budget: Double, of units: Int) -> Int {
    Int((budget * Double(units)).rounded(.toNearestOrEven))
  }

  /// Places on the curve, each with the next one.
  private static func steps(
    _ units: Int, budget: Double, batch: Int?
  ) -> [(mark: Int, next: Int?)] {
    let most = rulings(at: budget, of: units)
    let batch = max(1, batch ?? rulings(at: 0.01, of: units))
    var marks = Set(stride(from: 0, through: most, by: batch))
    for budget in budgets { marks.insert(rulings(at: budget, of: units)) }
    marks.insert(most)
    let sorted = marks.filter { $0 <= most }.sorted()
    return sorted.enumerated().map { place, mark in
      (mark, place + 1 < sorted.count ? sorted[place + 1] : nil)
    }
  }

  private static func calibrationError(_ releases: [ReplayRelease]) -> Double? {
    guard !releases.isEmpty else { return nil }
    var right = Array(repeating: 0.0, count: bins)
    var claimed = right
    for release in releases {
      let bin = min(bins - 1, Int(release.probability * Double(bins)))
      right[bin] += release.right
      claimed[bin] += release.probability
    }
    return zip(right, claimed).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
      / Double(releases.count)
  }
}
