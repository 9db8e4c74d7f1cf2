/// Why something handed to this module cannot be counted.
public enum AgreementError: Error, Equatable, Sendable {
  /// A stored row has a key that no sums can have.
  case malformedRow(SumsRow)
  /// Columns that stand beside each other have different lengths.
  case lengthsDiffer
  /// A row's probability is below 0, above 1 or no number.
  case noProbability(row: Int)
  /// A row names a label that has no column.
  case noSuchLabel(row: Int)
}
