/// Agreeing pairs of ratings out of all pairs, with units as clusters: Σ A_u / Σ M_u, a ratio whose
/// variance is n / (n − 1) Σ (A_u − p M_u)² / (Σ M_u)² (Cochran 1977, section 6.3). Integers, so
/// tallies merge exactly.
public struct PairTally: Equatable, Sendable {
  /// Units with a pair.
  public private(set) var units = 0
  public private(set) var pairs = 0
  public private(set) var agreeing = 0
  private var agreeingSquared = 0
  private var mixed = 0
  private var pairsSquared = 0

  public init() {}

  /// Counts one unit; one without a pair counts for nothing.
  public mutating func add(agreeing: Int, of pairs: Int) {
    guard pairs > 0 else { return }
    units += 1
    self.pairs += pairs
    self.agreeing += agreeing
    agreeingSquared += agreeing * agreeing
    mixed += agreeing * pairs
    pairsSquared += pairs * pairs
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
    let squares =
      Double(agreeingSquared) - 2 * share * Double(mixed)
      + share * share * Double(pairsSquared)
    let isExtreme = agreeing == 0 || agreeing == pairs
    let factor = Double(units) / Double(units - 1)
    let variance = isExtreme ? 0 : max(0, squares) * factor / (total * total)
    return Estimate(
      value: share, observed: share, expected: nil, uncertainty: .variance(variance), units: units)
  }
}
