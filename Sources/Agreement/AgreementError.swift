/// Why something handed to this module cannot be counted.
public enum AgreementError: Error, Equatable, Sendable {
  /// A stored row has a key that no sums can have.
  case malformedRow(SumsRow)
}
