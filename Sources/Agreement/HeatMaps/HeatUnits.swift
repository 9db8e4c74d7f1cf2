/// Which units a heat map of two labels counts; the raw value is its name in scripts.
public enum HeatUnits: String, Sendable, CaseIterable {
  case all
  /// Those that wait for a ruling.
  case open
  /// Those with a ruling: what was rated against what was ruled.
  case overruled = "over-ruled"
}
