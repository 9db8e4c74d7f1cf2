/// The three questions about regions, each answered apart: did both find it, did they call it the
/// same, did they put it in the same place?
///
/// Every pair of annotators within a unit is compared; counts are added up over units before any
/// division. Intervals are the jackknife over units.
public struct RegionFigures: Equatable, Sendable {
  /// Pairs of answers that were compared.
  public let comparisons: Int
  /// Comparisons in which neither side marked anything.
  public let bothEmpty: Int
  /// Regions of either side, each once per comparison.
  public let first: Int
  public let second: Int
  /// Regions paired one to one.
  public let matched: Int
  /// Paired regions with the same label.
  public let agreeing: Int
  /// Comparisons with a crowd too large to be paired for certain as well as can be.
  public let crowded: Int

  /// *Found it?* F1 of finding regions, labels aside; 1 where nobody marked anything.
  public let found: Estimate
  /// *Same label?* The share of paired regions with the same label.
  public let sameLabel: Estimate
  /// The same corrected for chance: κ with the label shares of both sides taken together (Scott 1955),
  /// since which annotator comes first means nothing.
  public let labelKappa: Estimate
  /// *Same place?* The mean intersection over union of paired regions.
  public let samePlace: Estimate
  /// F1 of finding a region and giving it the same label.
  public let foundWithLabel: Estimate
  /// Σ IoU / (TP + FP/2 + FN/2), as panoptic quality (Kirillov et al. 2019), labels aside.
  public let quality: Estimate

  init(_ jackknife: TallyJackknife) {
    let whole = jackknife.whole
    comparisons = whole.comparisons
    bothEmpty = whole.bothEmpty
    first = whole.first
    second = whole.second
    matched = whole.matched
    agreeing = whole.agreeing
    crowded = whole.crowded
    found = jackknife.estimate(\.found, undefined: .undefinedNoPairs)
    foundWithLabel = jackknife.estimate(\.foundWithLabel, undefined: .undefinedNoPairs)
    quality = jackknife.estimate(\.quality, undefined: .undefinedNoPairs)
    samePlace = jackknife.estimate(\.samePlace, undefined: .undefinedNoMatches)
    sameLabel = jackknife.estimate(\.sameLabel, undefined: .undefinedNoMatches)
    labelKappa = jackknife.estimate(
      \.labelKappa, limits: -1...1, observed: whole.sameLabel, expected: whole.labelChance,
      undefined: whole.matched == 0 ? .undefinedNoMatches : .undefinedNoVariation)
  }
}
