/// Agreeing pairs of ratings out of all pairs, with units as clusters: Σ A_u / Σ M_u, a ratio whose
/// variance is n / (n − 1) Σ (A_u − p M_u)² / (Σ M_u)² (Cochran 1977, section 6.3). Integers, so
/// tallies merge exactly.
public struct PairTally: Equatable, Sendable {
  /// Units with a pair.
  public private(set) var units = 0
  public private(set) var pairs = 0
  public private(set) var agreeing = 0
  private var agreeingSquared = Int128(0)
  private var mixed = Int128(0)
  private var pairsSquared = Int128(0)

  public init() {}

  /// Counts one unit; one without a pair counts for nothing.
  public mutating func add(agreeing: Int, of pairs: Int) {
    guard pairs > 0 else { return }
    units += 1
    self.pairs += pairs
    self.agreeing += agreeing
    agreeingSquared += Int128(agreeing) * Int128(agreeing)
    mixed += Int128(agreeing) * Int128(pairs)
    pairsSquared += Int128(pairs) * Int128(pairs)
  }

  /// Counts what another tally counted, over other units.
  public mutating func merge(_ other: PairTally) {
    units += other.units
    pairs += other.pairs
    agreeing += other.agreeing
    agreeingSquared += other.agreeingSquared
    mixed += other.mixed
    pairsSquared += other.pairsSquared
  }

  /// Σ (A_u − p M_u)², exactly 0 where the share is the same in all units: a fraction of integers, or
  /// rounded where they would be too long.
  private var squares: Double {
    let all = Int128(pairs)
    let equal = Int128(agreeing)
    let first = agreeingSquared.multipliedReportingOverflow(by: all * all)
    let second = mixed.multipliedReportingOverflow(by: 2 * all * equal)
    let third = pairsSquared.multipliedReportingOverflow(by: equal * equal)
    if !first.overflow, !second.overflow, !third.overflow {
      let (sum, overflow) = first.partialValue.addingReportingOverflow(third.partialValue)
      if !overflow {
        return Double(sum - second.partialValue) / (Double(pairs) * Double(pairs))
      }
    }
    let share = Double(agreeing) / Double(pairs)
    return Double(agreeingSquared) - 2 * share * Double(mixed)
      + share * share * Double(pairsSquared)
  }

  /// The share with its interval; undefined without a pair, or with fewer units than `smallest`.
  public func estimate(smallest: Int = 1) -> Estimate {
    guard units > 0 else { return Estimate(undefined: .undefinedNoPairs) }
    guard units >= smallest else { return Estimate(undefined: .undefinedTooFewUnits) }
    let total = Double(pairs)
    let share = Double(agreeing) / total
    guard units > 1 else {
      return Estimate(
        value: share, observed: share, expected: nil, uncertainty: .unknown(.oneUnit), units: units)
    }
    let factor = Double(units) / Double(units - 1)
    let variance = max(0, squares) * factor / (total * total)
    return Estimate(
      value: share, observed: share, expected: nil, uncertainty: .variance(variance), units: units)
  }
}
