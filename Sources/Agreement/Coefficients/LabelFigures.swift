/// The figures of one label against all others.
public struct LabelFigures: Equatable, Sendable {
  /// Fewer pairable ratings than this say too little about a label.
  public static let enoughRatings = 30

  public let label: Int

  /// All ratings with this label.
  public let ratings: Int

  /// Pairable ratings with this label: those that the agreement rests on.
  public let pairableRatings: Int

  /// The mean over units of the share of their ratings with this label.
  public let prevalence: Estimate

  /// Of the ratings beside a rating with this label, the share that has it too (Spitzer & Fleiss
  /// 1974): Σ n (n − 1) / Σ n (r − 1). Undefined for a label without a pair.
  public private(set) var specific: Estimate

  /// Nominal α of the label against the rest.
  public private(set) var alpha: Estimate

  /// Fleiss' κ of the label against the rest (Fleiss 1971); `observed` is p_o, `expected` p_e.
  public private(set) var kappa: Estimate

  /// False where the figures rest on fewer than `enoughRatings` ratings.
  public var isEnough: Bool { pairableRatings >= Self.enoughRatings }

  /// The value of `specific`.
  public var specificAgreement: Double? { specific.value }

  /// The figures of every declared or seen label, by code.
  ///
  /// - Parameter patterns: The units that `sums` counts; without them no figure has an interval.
  /// - Complexity: O(strata × labels), and O(labels in them) for patterns.
  public static func all(
    _ sums: AgreementSums, labelCount: Int, patterns: PatternCounts? = nil
  ) -> [LabelFigures] {
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    let shares = marginals.units == 0 ? [] : marginals.shares(sums)
    let collapse = patterns.map { LabelCollapse($0, labelCount: marginals.labelCount) }
    return (0..<marginals.labelCount).map { label in
      LabelFigures(
        label, sums, marginals, share: shares.isEmpty ? nil : shares[label],
        classes: collapse?.classes(label))
    }
  }

  private init(
    _ label: Int, _ sums: AgreementSums, _ marginals: UnitMarginals, share: Double?,
    classes: [LabelCollapse.Class]?
  ) {
    self.label = label
    ratings = marginals.ratingsByLabel[label]
    pairableRatings = marginals.pairableByLabel[label]
    let counts = Counts(label, sums)
    if let classes {
      specific = LabelCollapse.specificAgreement(classes)
      prevalence = LabelCollapse.prevalence(classes)
    } else {
      specific =
        counts.possible == 0
        ? Estimate(undefined: .undefinedUnusedLabel)
        : Self.plain(Double(counts.agreeing) / Double(counts.possible))
      prevalence = share.map { Self.plain($0) } ?? Estimate(undefined: .undefinedNoData)
    }
    if let obstacle = marginals.obstacle {
      alpha = Estimate(undefined: obstacle)
      kappa = Estimate(undefined: obstacle)
      return
    }
    let total = marginals.pairableRatings
    let own = pairableRatings
    let observed = 2 * counts.coincidences / Double(total)
    let expected =
      2 * Double(own) * Double(total - own) / (Double(total) * Double(total - 1))
    guard own != 0, own != total else {
      let status: EstimateStatus = own == 0 ? .undefinedUnusedLabel : .undefinedNoVariation
      alpha = Estimate(undefined: status, observed: observed, expected: expected)
      kappa = Estimate(undefined: status)
      return
    }
    let collapsed = classes.map { LabelCollapse.sums($0) }
    alpha = Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected,
      like: collapsed.map { KrippendorffAlpha.estimate($0) })
    let agreement = 1 - counts.disagreement / Double(marginals.pairableUnits)
    let chance = 1 - 2 * (share ?? 0) * (1 - (share ?? 0))
    kappa = Estimate(
      value: (agreement - chance) / (1 - chance), observed: agreement, expected: chance,
      like: collapsed.map { FleissKappa.estimate($0) })
  }

  /// Takes intervals that were found in another way.
  mutating func takeIntervals(specific: Estimate, alpha: Estimate, kappa: Estimate) {
    self.specific = self.specific.with(intervalOf: specific)
    self.alpha = self.alpha.with(intervalOf: alpha)
    self.kappa = self.kappa.with(intervalOf: kappa)
  }

  private static func plain(_ value: Double) -> Estimate {
    Estimate(value: value, standardError: nil, interval: nil, intervalStatus: .needsPatterns)
  }

  /// What the strata say about one label.
  private struct Counts {
    /// Σ n (n − 1)
    var agreeing = 0
    /// Σ n (r − 1)
    var possible = 0
    /// Σ n (r − n) / (r − 1)
    var coincidences = 0.0
    /// Σ 2 n (r − n) / (r (r − 1))
    var disagreement = 0.0

    init(_ label: Int, _ sums: AgreementSums) {
      for stratum in sums.strata where stratum.size > 1 && label < stratum.labels.count {
        let counted = stratum.labels[label]
        let pairs = (stratum.size - 1) * counted.ratings
        agreeing += counted.agreement
        possible += pairs
        let against = Double(pairs - counted.agreement)
        coincidences += against / Double(stratum.size - 1)
        disagreement += 2 * against / (Double(stratum.size) * Double(stratum.size - 1))
      }
    }
  }
}

extension Estimate {
  /// A value with the interval of the same figure computed from patterns, or none without them.
  fileprivate init(value: Double, observed: Double, expected: Double, like other: Estimate?) {
    self.init(
      value: value, observed: observed, expected: expected, standardError: other?.standardError,
      interval: other?.interval95, intervalStatus: other?.intervalStatus ?? .needsPatterns)
  }
}
