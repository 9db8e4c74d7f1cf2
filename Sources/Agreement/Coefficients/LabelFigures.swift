/// The figures of one label against all others.
public struct LabelFigures: Equatable, Sendable {
  public let label: Int

  /// All ratings with this label.
  public let ratings: Int

  /// Of the ratings beside a rating with this label, the share that has it too (Spitzer & Fleiss
  /// 1974): Σ n (n − 1) / Σ n (r − 1). Nil for a label without a pair.
  public let specificAgreement: Double?

  /// Nominal α of the label against the rest.
  public let alpha: Estimate

  /// Fleiss' κ of the label against the rest (Fleiss 1971).
  public let kappa: Estimate

  /// The figures of every declared or seen label, by code. O(strata × labels).
  public static func all(_ sums: AgreementSums, labelCount: Int) -> [LabelFigures] {
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    let shares = marginals.units == 0 ? [] : marginals.shares(sums)
    return (0..<marginals.labelCount).map { label in
      LabelFigures(label, sums, marginals, share: shares.isEmpty ? 0 : shares[label])
    }
  }

  private init(_ label: Int, _ sums: AgreementSums, _ marginals: UnitMarginals, share: Double) {
    self.label = label
    ratings = marginals.ratingsByLabel[label]
    var agreeing = 0
    var possible = 0
    var coincidences = 0.0
    var disagreement = 0.0
    for stratum in sums.strata where stratum.size > 1 && label < stratum.labels.count {
      let counted = stratum.labels[label]
      let pairs = (stratum.size - 1) * counted.ratings
      agreeing += counted.agreement
      possible += pairs
      let against = Double(pairs - counted.agreement)
      coincidences += against / Double(stratum.size - 1)
      disagreement += 2 * against / (Double(stratum.size) * Double(stratum.size - 1))
    }
    specificAgreement = possible == 0 ? nil : Double(agreeing) / Double(possible)
    if let obstacle = marginals.obstacle {
      alpha = Estimate(undefined: obstacle)
      kappa = Estimate(undefined: obstacle)
      return
    }
    let total = marginals.pairableRatings
    let own = marginals.pairableByLabel[label]
    let status: EstimateStatus = own == 0 ? .undefinedUnusedLabel : .undefinedNoVariation
    let observed = 2 * coincidences / Double(total)
    let expected =
      2 * Double(own) * Double(total - own) / (Double(total) * Double(total - 1))
    guard own != 0, own != total else {
      alpha = Estimate(undefined: status, observed: observed, expected: expected)
      kappa = Estimate(undefined: status)
      return
    }
    alpha = Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected,
      uncertainty: .unknown(.noFormula), units: marginals.pairableUnits)
    let agreement = 1 - disagreement / Double(marginals.pairableUnits)
    let chance = 1 - 2 * share * (1 - share)
    kappa = Estimate(
      value: (agreement - chance) / (1 - chance), observed: agreement, expected: chance,
      uncertainty: .unknown(.noFormula), units: marginals.units)
  }
}
