/// The figures of two annotators over the units that both annotated.
public struct RegionPairReport: Equatable, Sendable {
  /// The annotator whose name comes first in byte order.
  public let first: String
  public let second: String
  /// Units that both annotated.
  public let units: Int
  public let figures: RegionFigures
  /// Cohen's κ of the labels of paired regions, or nil where it is undefined.
  public let cohenKappa: Double?
  public let spans: SpanFigures?
  /// Counts under the four schemes, the first annotator as reference; empty for boxes.
  public let muc: [MUCCounts]
  /// αU of the two over all units they share, one after the other.
  public let unitizedAlpha: UnitizedAlpha?

  /// Why `cohenKappa` is nil.
  public var cohenStatus: EstimateStatus {
    if cohenKappa != nil { return .defined }
    return figures.matched == 0 ? .undefinedNoMatches : .undefinedNoVariation
  }
}
