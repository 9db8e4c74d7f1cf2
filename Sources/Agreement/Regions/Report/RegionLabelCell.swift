public import Domain

/// How often two labels met on paired regions, whichever side had which; ∅ is a region that the other
/// side did not find.
public struct RegionLabelCell: Equatable, Sendable {
  /// The label that comes first in byte order.
  public let first: LabelID
  /// The other label; nil for ∅.
  public let second: LabelID?
  public let count: Int
}
