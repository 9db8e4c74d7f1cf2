/// A public key that signs checkpoints of the log, as it is written: `name+id+key`, with an id of eight
/// hexadecimal digits and the key in base64. Whether the parts fit each other is the ledger's business.
public struct LogKey: Hashable, Sendable {
  public let text: String

  /// - Returns: nil where the text does not have these three parts.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    // 33 bytes, of which the first says how it signs, are 44 characters.
    guard parts.count == 3, !parts[0].isEmpty,
      Hexadecimal.isLowercase(String(parts[1]), digits: 8), parts[2].utf8.count == 44,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
    else { return nil }
    self.text = text
  }
}
