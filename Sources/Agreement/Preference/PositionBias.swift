import Glibc

/// Whether the answer shown first is preferred for its place.
///
/// A share of the first far from ½ shows it only where chance, or a swap, decided which answer was
/// shown first. Votes on one unit are about the same two answers, so they hang together: the interval
/// over units says what the one over votes cannot.
public struct PositionBias: Equatable, Sendable {
  /// The share of the first among decided votes, with Wilson's interval as if votes were independent.
  public let share: Estimate

  /// The same share with an interval over units (the linearised ratio; Cochran 1977, 6.4).
  public let shareOverUnits: Estimate

  /// The probability of a share this far from ½ or further where there is none, each unit counting
  /// as one: units where more prefer the first against units where more prefer the second (the exact
  /// sign test); nil without such a unit.
  public let p: Double?

  /// Units where more prefer the first, and where more prefer the second.
  public let unitsForFirst: Int
  public let unitsForSecond: Int

  /// Counts the votes of units, of all annotators or of one. O(votes).
  public init(_ units: [PreferenceUnit], annotator: Int32? = nil) {
    var decided: [PreferenceCounts] = []
    for unit in units {
      let votes = unit.votes.filter { annotator == nil || $0.annotator == annotator }
      let counts = PreferenceCounts(votes)
      if counts.decided > 0 { decided.append(counts) }
    }
    let first = decided.reduce(0) { $0 + $1.first }
    let total = decided.reduce(0) { $0 + $1.decided }
    share = .share(first, of: total)
    shareOverUnits = Self.ratio(decided, first: first, total: total)
    unitsForFirst = decided.count { $0.first > $0.second }
    unitsForSecond = decided.count { $0.second > $0.first }
    p = Self.signTest(unitsForFirst, unitsForSecond)
  }

  private static func ratio(
    _ units: [PreferenceCounts], first: Int, total: Int
  ) -> Estimate {
    guard total > 0 else { return Estimate(undefined: .undefinedNoData) }
    let value = Double(first) / Double(total)
    guard units.count > 1 else {
      return Estimate(value: value, standardError: nil, interval: nil, intervalStatus: .oneUnit)
    }
    let count = Double(units.count)
    let squares = OrderFreeSum.of(
      units.map { unit in
        let excess = Double(unit.first) - value * Double(unit.decided)
        return excess * excess
      })
    let error = (squares * count / (count - 1)).squareRoot() / Double(total)
    let reach = StudentT.quantile975(degreesOfFreedom: units.count - 1) * error
    return Estimate(
      value: value, standardError: error,
      interval: Interval(lower: max(0, value - reach), upper: min(1, value + reach)),
      intervalStatus: error == 0 ? .collapsed : .analytic)
  }

  /// The exact two-sided sign test: the probability of a split this uneven or more where both sides
  /// are equally likely; nil without a trial. O(trials).
  static func signTest(_ one: Int, _ other: Int) -> Double? {
    let trials = one + other
    guard trials > 0 else { return nil }
    let fewer = min(one, other)
    guard 2 * fewer < trials else { return 1 }
    let scale = lgamma(Double(trials) + 1) - Double(trials) * log(2)
    let tail = (0...fewer).reduce(0.0) { sum, k in
      sum + exp(scale - lgamma(Double(k) + 1) - lgamma(Double(trials - k) + 1))
    }
    return min(1, 2 * tail)
  }
}
