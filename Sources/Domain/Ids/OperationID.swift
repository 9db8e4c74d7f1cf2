/// A client-made id of one attempt to record something: 128 random bits, 32 lower-case hex digits.
///
/// The same operation tried again carries the same id, so a store can answer "already there".
public struct OperationID: Hashable, Sendable {
  public let hex: String

  /// - Returns: nil where `hex` is not 32 lower-case hexadecimal digits.
  public init?(hex: String) {
    guard Hexadecimal.isLowercase(hex, digits: 32) else { return nil }
    self.hex = hex
  }

  public init(high: UInt64, low: UInt64) {
    hex = Hexadecimal.text(of: high) + Hexadecimal.text(of: low)
  }
}
