/// Agreement by how far apart two systems are: near misses are where people may differ.
public struct MarginAgreement: Equatable, Sendable {
  /// The difference of strengths in log odds: from here
  public let lower: Double
  /// to below here; infinite in the last row.
  public let upper: Double

  public let units: Int

  /// Agreement of pairs of votes in these units.
  public let agreement: Estimate

  /// The share of decided votes for the stronger system, with Wilson's interval.
  public let forStronger: Estimate

  /// What Bradley and Terry's model expects of that share, or nil without a decided vote.
  public let expectedForStronger: Double?

  /// Rows for differences below .25, .5, 1, 2 and above; empty where strengths are undefined.
  static func rows(_ units: [PreferenceUnit], _ model: BradleyTerry) -> [MarginAgreement] {
    guard model.status == .defined else { return [] }
    let borders = [0, 0.25, 0.5, 1, 2, .infinity]
    let known = units.filter(\.hasSystems)
    let margins = known.map { unit in
      model.difference(Int(unit.first), Int(unit.second)).value ?? 0
    }
    return (1..<borders.count).map { row in
      let range = borders[row - 1]..<borders[row]
      let chosen = known.indices.filter { range.contains(margins[$0].magnitude) }
      return MarginAgreement(
        lower: range.lowerBound, upper: range.upperBound, units: chosen.map { known[$0] },
        margins: chosen.map { margins[$0] }, model)
    }
  }

  private init(
    lower: Double, upper: Double, units: [PreferenceUnit], margins: [Double],
    _ model: BradleyTerry
  ) {
    var sums = AgreementSums()
    var decided = 0
    var stronger = 0
    var expected: [Double] = []
    for (unit, margin) in zip(units, margins) {
      sums.add(
        unit.votes.map {
          UnitRating(annotator: $0.annotator, label: Int32($0.choice.direction + 1))
        })
      let counts = PreferenceCounts(unit.votes)
      let isFirst = margin >= 0
      decided += counts.decided
      stronger += isFirst ? counts.first : counts.second
      let share = model.winShare(
        Int(isFirst ? unit.first : unit.second), over: Int(isFirst ? unit.second : unit.first))
      expected.append(Double(counts.decided) * (share.value ?? 0))
    }
    self.lower = lower
    self.upper = upper
    self.units = units.count
    agreement = PercentAgreement.estimate(sums)
    forStronger = .share(stronger, of: decided)
    expectedForStronger = decided == 0 ? nil : OrderFreeSum.of(expected) / Double(decided)
  }
}
