import Glibc

/// Wald's sequential test of a share of wrong units: after each unit it says to accept, to reject,
/// or to go on (Wald 1945).
///
/// With d wrong of n, the log likelihood ratio of the bad share against the good one is compared
/// with ln (β / (1 − α)) and ln ((1 − β) / α).
public struct SequentialTest: Equatable, Sendable {
  public enum Decision: String, Sendable {
    case accept
    case reject
    case goOn = "go_on"
  }

  /// A share of wrong units that is good enough.
  public let goodShare: Double
  /// A share that is too bad.
  public let badShare: Double
  /// α: how often a good lot may be rejected.
  public let falseAlarm: Double
  /// β: how often a bad lot may be accepted.
  public let miss: Double

  /// Nil unless 0 < good < bad < 1, both errors are between 0 and 1, and together below 1.
  public init?(
    goodShare: Double, badShare: Double, falseAlarm: Double = 0.05, miss: Double = 0.05
  ) {
    guard goodShare > 0, goodShare < badShare, badShare < 1, falseAlarm > 0, miss > 0,
      falseAlarm + miss < 1
    else { return nil }
    self.goodShare = goodShare
    self.badShare = badShare
    self.falseAlarm = falseAlarm
    self.miss = miss
  }

  /// What to do after `units` units of which `wrong` were wrong.
  public func decision(wrong: Int, of units: Int) -> Decision {
    let ratio = Double(wrong) * gain - Double(units - wrong) * loss
    if ratio <= lower { return .accept }
    return ratio >= upper ? .reject : .goOn
  }

  /// The most wrong ones among `units` with which to accept; nil where it is too early.
  public func acceptance(after units: Int) -> Int? {
    let line = (lower + Double(units) * loss) / (gain + loss)
    return line < 0 ? nil : min(units, Int(line.rounded(.down)))
  }

  /// The fewest wrong ones among `units` with which to reject; nil where it is too early.
  public func rejection(after units: Int) -> Int? {
    let line = ((upper + Double(units) * loss) / (gain + loss)).rounded(.up)
    return line > Double(units) ? nil : max(0, Int(line))
  }

  /// The fewest units after which a lot without anything wrong is accepted.
  public var fewestUnits: Int { Int((-lower / loss).rounded(.up)) }

  /// ln (p₁ / p₀): what a wrong unit adds.
  private var gain: Double { log(badShare / goodShare) }
  /// ln ((1 − p₀) / (1 − p₁)): what a right one takes off.
  private var loss: Double { log1p(-goodShare) - log1p(-badShare) }
  private var lower: Double { log(miss / (1 - falseAlarm)) }
  private var upper: Double { log((1 - miss) / falseAlarm) }
}
