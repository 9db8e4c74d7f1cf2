public import Domain

/// The figures of one label.
public struct RegionLabelReport: Equatable, Sendable {
  public let label: LabelID
  /// Regions with this label, each answer's once.
  public let regions: Int
  /// Pairs of regions that both have this label (TP).
  public let matched: Int
  /// Regions with this label that no partner has with it (FP + FN), each once per comparison.
  public let unmatched: Int
  /// TP / (TP + FP + FN).
  public let jaccard: Estimate
  /// 2·TP / (2·TP + FP + FN).
  public let f1: Estimate
  /// The mean intersection over union of pairs that both have this label.
  public let samePlace: Estimate
  /// αU of this label where everybody annotated every unit; nil for boxes.
  public let unitizedAlpha: Estimate?
}
