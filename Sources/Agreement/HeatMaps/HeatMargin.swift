/// By how much a share of two labels must be above what chance would give to be called hot.
public enum HeatMargin: Sendable {
  /// Whatever chance or the others give.
  case any
  /// By anything.
  case none
  /// By more than noise: the whole interval lies above.
  case noise
}
