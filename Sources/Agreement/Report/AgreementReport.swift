public import Domain

/// Everything `agree` says about a set of ratings, as one value; how it looks is decided elsewhere.
public struct AgreementReport: Equatable, Sendable {
  /// More pairs of annotators than this are not listed.
  public static let pairLimit = 5000

  /// Units with at least one rating.
  public let items: Int
  /// Units with at least two.
  public let pairableItems: Int
  public let annotators: Int
  public let ratings: Int
  /// In the order of the scale.
  public let labels: [String]
  public let level: Scale
  public let coefficients: [NamedCoefficient]
  /// The least agreed on first; labels without a figure last.
  public let byLabel: [LabelReport]
  /// The pairs with most common units first.
  public let byPair: [PairReport]
  public let pairsOmitted: Int
  public let repeats: Repeats?

  /// Computes every figure.
  ///
  /// - Parameters:
  ///   - labels: The labels' names by code: the declared domain, or what was seen.
  ///   - order: Whether the codes are in the order of the scale.
  ///   - annotators: The annotators' names by code.
  ///   - level: The level of measurement of Krippendorff's α; label sets count as nominal.
  ///   - patterns: Needed for the interval of α on levels other than nominal.
  public init(
    sums: AgreementSums, labels: [String], order: LabelOrder = .natural, annotators: [String],
    level: Scale = .nominal, patterns: PatternCounts? = nil, repeats: Repeats? = nil
  ) {
    let marginals = UnitMarginals(sums, labelCount: labels.count)
    let codes = order.codes(labels)
    let pairs = sums.annotatorPairs
    items = marginals.units
    pairableItems = marginals.pairableUnits
    ratings = marginals.ratings
    self.annotators = annotators.count
    self.labels = codes.map { labels[$0] }
    self.level = level
    self.repeats = repeats
    let alpha = KrippendorffAlpha.estimate(
      sums, metric: AlphaMetric(level, labels: labels, codes: codes), patterns: patterns)
    coefficients = Self.coefficients(
      sums, labelCount: labels.count, annotators: annotators.count, pairs: pairs,
      alpha: NamedCoefficient("krippendorff_alpha", alpha, level: level.rawValue))
    byLabel = Self.byLabel(sums, labels)
    byPair = Self.byPair(pairs, annotators)
    pairsOmitted = pairs.count - byPair.count
  }

  private static func coefficients(
    _ sums: AgreementSums, labelCount: Int, annotators: Int, pairs: [AnnotatorPair],
    alpha: NamedCoefficient
  ) -> [NamedCoefficient] {
    var list = [
      NamedCoefficient("percent_agreement", PercentAgreement.estimate(sums)),
      alpha,
      NamedCoefficient("fleiss_kappa", FleissKappa.estimate(sums)),
      NamedCoefficient("scott_pi", ScottPi.estimate(sums)),
      NamedCoefficient("gwet_ac1", GwetAC.estimate(sums, labelCount: labelCount)),
      NamedCoefficient("brennan_prediger", BrennanPrediger.estimate(sums, labelCount: labelCount)),
    ]
    guard sums.detail == .pairs else {
      let missing = Estimate(undefined: .undefinedNotCounted)
      list.append(NamedCoefficient("mean_pairwise_cohen_kappa", missing))
      return list
    }
    if annotators == 2 {
      let estimate = pairs.first.map { CohenKappa.estimate($0.table) }
      list.append(
        NamedCoefficient("cohen_kappa", estimate ?? Estimate(undefined: .undefinedNoPairs)))
    }
    let mean = MeanPairwiseCohen(pairs)
    list.append(
      NamedCoefficient(
        "mean_pairwise_cohen_kappa", mean.estimate, pairs: mean.pairs,
        undefinedPairs: mean.undefinedPairs))
    return list
  }

  private static func byLabel(_ sums: AgreementSums, _ labels: [String]) -> [LabelReport] {
    LabelFigures.all(sums, labelCount: labels.count)
      .filter { $0.label < labels.count }
      .map { LabelReport(label: labels[$0.label], figures: $0) }
      .sorted { one, other in
        let first = one.figures.alpha.value ?? .infinity
        let second = other.figures.alpha.value ?? .infinity
        if first != second { return first < second }
        return one.label.utf8.lexicographicallyPrecedes(other.label.utf8)
      }
  }

  private static func byPair(_ pairs: [AnnotatorPair], _ annotators: [String]) -> [PairReport] {
    let named = pairs.filter { $0.second < annotators.count }.map { pair in
      let names = [annotators[pair.first], annotators[pair.second]]
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return PairReport(
        first: names[0], second: names[1], units: pair.table.units,
        percentAgreement: Double(pair.table.agreeing) / Double(pair.table.units),
        cohenKappa: CohenKappa.value(pair.table))
    }
    let ordered = named.sorted { one, other in
      if one.units != other.units { return one.units > other.units }
      if !one.first.utf8.elementsEqual(other.first.utf8) {
        return one.first.utf8.lexicographicallyPrecedes(other.first.utf8)
      }
      return one.second.utf8.lexicographicallyPrecedes(other.second.utf8)
    }
    return Array(ordered.prefix(pairLimit))
  }
}
