public import Domain

/// Everything about a question whose values are spans or boxes, as one value; how it looks is decided
/// elsewhere.
///
/// All pairs of annotators within a unit are compared. The report depends neither on the order of
/// units, annotators and regions, nor on the annotators' codes.
public struct RegionReport: Equatable, Sendable {
  /// More pairs of annotators than this are not listed.
  public static let pairLimit = 5000

  public let kind: RegionKind
  public let options: RegionOptions
  /// Units with at least one answer.
  public let units: Int
  /// Units with at least two.
  public let comparedUnits: Int
  /// Annotators with at least one answer.
  public let annotators: Int
  public let answers: Int
  /// Regions of all answers.
  public let regions: Int
  /// Answers of the other kind, which were left out.
  public let answersOfOtherKind: Int
  /// In byte order.
  public let labels: [LabelID]
  /// Over all comparisons.
  public let figures: RegionFigures
  public let meanFound: PairMean
  public let meanSameLabel: PairMean
  public let meanSamePlace: PairMean
  /// The least agreed on first; labels that nobody could be compared on last.
  public let byLabel: [RegionLabelReport]
  /// Cells that are not empty, by label, ∅ last.
  public let labelPairs: [RegionLabelCell]
  /// The pairs with most common units first.
  public let byPair: [RegionPairReport]
  public let pairsOmitted: Int
  /// Nil for boxes.
  public let spans: SpanReport?

  /// Computes every figure. O(comparisons) matchings, and γ beside them.
  ///
  /// - Parameters:
  ///   - units: With at most one answer per annotator.
  ///   - annotators: The annotators' names by code; every code in `units` has one.
  public init(
    _ units: [RegionUnit], annotators: [String], options: RegionOptions = RegionOptions()
  ) {
    let order = annotators.indices.sorted {
      if !annotators[$0].utf8.elementsEqual(annotators[$1].utf8) {
        return annotators[$0].utf8.lexicographicallyPrecedes(annotators[$1].utf8)
      }
      return $0 < $1
    }
    var places = Array(repeating: 0, count: annotators.count)
    for (place, code) in order.enumerated() { places[code] = place }
    let compared = RegionComparisons(units, places: places, options: options)
    let maker = RegionReportMaker(compared, names: order.map { annotators[$0] })
    let given = compared.units.flatMap(\.answers)
    kind = compared.kind
    self.options = options
    self.units = compared.units.count { !$0.answers.isEmpty }
    comparedUnits = compared.units.count { $0.answers.count > 1 }
    self.annotators = Set(given.map(\.annotator)).count
    answers = given.count
    regions = given.reduce(0) { $0 + $1.regions.count }
    answersOfOtherKind = compared.otherKind
    labels = compared.labels
    let pairs = maker.pairs()
    figures = RegionFigures(maker.jackknife)
    meanFound = PairMean(pairs.map(\.figures.found.value), undefined: .undefinedNoPairs)
    meanSameLabel = PairMean(
      pairs.map(\.figures.sameLabel.value), undefined: .undefinedNoMatches)
    meanSamePlace = PairMean(
      pairs.map(\.figures.samePlace.value), undefined: .undefinedNoMatches)
    let spans = compared.kind == .spans ? maker.spans(pairs, options) : nil
    self.spans = spans
    byLabel = maker.labels(spans?.unitizedAlpha)
    labelPairs = maker.cells()
    byPair = Array(pairs.prefix(Self.pairLimit))
    pairsOmitted = pairs.count - byPair.count
  }
}
