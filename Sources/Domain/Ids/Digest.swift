/// A SHA-256 digest as 64 lower-case hex digits.
public struct Digest: Hashable, Sendable {
  public let hex: String

  /// What stands before the first line of a log.
  public static let zero = Digest(unchecked: String(repeating: "0", count: 64))

  /// - Returns: nil where `hex` is not 64 lower-case hexadecimal digits.
  public init?(hex: String) {
    guard Hexadecimal.isLowercase(hex, digits: 64) else { return nil }
    self.hex = hex
  }

  private init(unchecked hex: String) {
    self.hex = hex
  }
}
