/// The order of rows and columns; the raw value is its name in scripts. Time always runs forwards.
public enum HeatOrder: String, Sendable, CaseIterable {
  /// Labels as declared or, undeclared, in natural order; everything else in natural order.
  case declared
  /// Most ratings first.
  case size
  /// What is confused stands side by side, as `Seriation` says.
  case clustered
}
