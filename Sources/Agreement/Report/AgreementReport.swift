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
  /// Where values are sets of labels: each label by whether it was chosen, alone or among others.
  public let byMember: [LabelReport]
  /// The pairs with most common units first.
  public let byPair: [PairReport]
  public let pairsOmitted: Int
  public let repeats: Repeats?
  /// How intervals were drawn; nil where they are analytic.
  public let resampling: Resampling?

  /// What a person has to know to read the figures rightly: paradoxes, benchmarks.
  public let remarks: [AgreementRemark]

  /// Computes every figure.
  ///
  /// - Parameters:
  ///   - labels: The labels' names by code: the declared domain, or what was seen.
  ///   - order: Whether the codes are in the order of the scale.
  ///   - annotators: The annotators' names by code.
  ///   - level: The level of measurement of Krippendorff's α. Label sets count as nominal; with
  ///     `values` they have α by their distances as well.
  ///   - patterns: The units that `sums` counts. Without them labels and weighted figures have no
  ///     interval.
  ///   - votes: The ratings that `sums` counts, under the same codes: for the intervals of Conger's
  ///     and Light's κ.
  ///   - values: The values by code, where they are more than labels: sets, regions, rankings.
  ///   - weights: Partial agreement for the weighted figures. Nil chooses by `level`: none for
  ///     nominal data, linear and quadratic for the others, Gwet's choice for AC2.
  ///   - weightTable: Weights by the labels' names, instead of a scheme.
  ///   - resampling: Draws intervals from `patterns` where a figure comes from these. Without
  ///     patterns nothing is drawn.
  public init(
    sums: AgreementSums, labels: [String], order: LabelOrder = .natural, annotators: [String],
    level: Scale = .nominal, patterns: PatternCounts? = nil, repeats: Repeats? = nil,
    votes: VoteTable? = nil, values: [Value] = [], weights: AgreementWeights.Scheme? = nil,
    weightTable: WeightTable? = nil, resampling: Resampling? = nil
  ) {
    let marginals = UnitMarginals(sums, labelCount: labels.count)
    let codes = order.codes(labels)
    let pairs = sums.pairSummaries
    items = marginals.units
    pairableItems = marginals.pairableUnits
    ratings = marginals.ratings
    self.annotators = annotators.count
    self.labels = codes.map { labels[$0] }
    self.level = level
    self.repeats = repeats
    let list = CoefficientList(
      sums: sums, patterns: patterns, votes: votes, pairs: pairs, labels: labels, codes: codes,
      annotatorCount: annotators.count, level: level,
      weights: weightTable.map { .table($0) } ?? weights.map { .scheme($0) })
    var coefficients = list.all + list.distances(values)
    var byLabel = Self.byLabel(sums, labels, patterns)
    if let resampling, let patterns {
      ResampledReport(patterns, resampling, labelOrder: codes)
        .replace(&coefficients, &byLabel) { list.figure(of: $0) }
    }
    self.coefficients = coefficients
    self.byLabel = byLabel
    byMember = patterns.map { SetMembers.reports($0, values: values) } ?? []
    self.resampling = patterns == nil ? nil : resampling
    byPair = PairReports.all(sums, pairs, annotators, labelCount: labels.count)
    pairsOmitted = pairs.count - byPair.count
    let isOrdered = level != .nominal && level != .set || weights != nil
    remarks = AgreementRemark.all(
      coefficients, marginals: marginals, labels: labels,
      assumedOrder: isOrdered && order.isAssumed(for: labels) ? self.labels : [])
  }

  private static func byLabel(
    _ sums: AgreementSums, _ labels: [String], _ patterns: PatternCounts?
  ) -> [LabelReport] {
    LabelFigures.all(sums, labelCount: labels.count, patterns: patterns)
      .filter { $0.label < labels.count }
      .map { LabelReport(label: labels[$0.label], figures: $0) }
      .sorted(by: LabelReport.isWorse)
  }
}
