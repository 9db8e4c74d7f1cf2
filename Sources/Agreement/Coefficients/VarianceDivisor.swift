/// What the mean square of the units' contributions is divided by.
public enum VarianceDivisor: Sendable {
  /// n − 1: for ratings of units drawn at random (Gwet 2014, the formulas for raw ratings).
  case unitsLessOne

  /// n: Gwet's formulas for a table of two annotators.
  case units
}
