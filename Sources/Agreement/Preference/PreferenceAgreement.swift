/// How far annotators agree on preferences.
public struct PreferenceAgreement: Equatable, Sendable {
  /// Of first, tie, second and neither as labels without an order.
  public let percentAgreement: Estimate
  public let alphaNominal: Estimate
  public let fleissKappa: Estimate
  public let gwetAC1: Estimate

  /// Of −1, 0 and 1 on an ordinal scale: a tie stands between the two, "neither" with it.
  public let alphaOrdinal: Estimate

  /// Of strengths, from much for the first to much for the second, on an ordinal scale; nil where
  /// nobody says how much.
  public let alphaStrength: Estimate?

  /// Of pairs of votes that both take a side: the share that take the same one, unit by unit. Low
  /// agreement with a high value here comes from ties.
  public let sideAgreement: Estimate

  /// Measures the votes of units. O(votes).
  public init(_ units: [PreferenceUnit]) {
    let codes: [PreferenceChoice: Int32] = [.first: 0, .tie: 1, .second: 2, .neither: 3]
    let hasNeither = units.contains { $0.votes.contains { $0.choice == .neither } }
    let labelCount = hasNeither ? 4 : 3
    let nominal = Self.sums(units) { codes[$0.choice] ?? 0 }
    percentAgreement = PercentAgreement.estimate(nominal.sums)
    alphaNominal = KrippendorffAlpha.estimate(
      nominal.sums, metric: .nominal, patterns: nominal.patterns)
    fleissKappa = FleissKappa.estimate(nominal.sums)
    gwetAC1 = GwetAC.estimate(nominal.sums, labelCount: labelCount)
    let ordinal = Self.sums(units) { Int32($0.choice.direction + 1) }
    alphaOrdinal = KrippendorffAlpha.estimate(
      ordinal.sums, metric: .ordinal(ranks: [0, 1, 2]), patterns: ordinal.patterns)
    let reach = units.reduce(0) { $1.votes.reduce($0) { max($0, $1.strength) } }
    if reach > 1 {
      let strong = Self.sums(units) { Int32($0.signedStrength + reach) }
      alphaStrength = KrippendorffAlpha.estimate(
        strong.sums, metric: .ordinal(ranks: Array(0...(2 * reach))), patterns: strong.patterns)
    } else {
      alphaStrength = nil
    }
    let sides = Self.sums(units.map(Self.decided)) { codes[$0.choice] ?? 0 }
    sideAgreement = PercentAgreement.estimate(sides.sums)
  }

  private static func decided(_ unit: PreferenceUnit) -> PreferenceUnit {
    PreferenceUnit(votes: unit.votes.filter(\.choice.isDecided))
  }

  private static func sums(
    _ units: [PreferenceUnit], _ label: (PreferenceVote) -> Int32
  ) -> (sums: AgreementSums, patterns: PatternCounts) {
    var sums = AgreementSums()
    var patterns = PatternCounts()
    for unit in units where !unit.votes.isEmpty {
      let ratings = unit.votes.map { UnitRating(annotator: $0.annotator, label: label($0)) }
      sums.add(ratings)
      patterns.add(ratings)
    }
    return (sums, patterns)
  }
}
