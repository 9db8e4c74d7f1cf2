public import Domain

/// The figures of the format `adjlog/1`.
public enum LogFormat {
  public static let version: Int64 = 1
  /// Largest payload, in bytes.
  public static let payloadLimit = 65_536
  /// Values and texts above this many bytes stand outside the line, as an attachment.
  public static let inlineLimit = 4096
  /// Largest attachment, in bytes.
  public static let attachmentLimit = 16 << 20
  /// Bytes from the payload's last brace to the line's end: `,"hash":"` + 64 digits + `"}` + LF.
  public static let tailLength = 76
  /// Largest line, its LF included.
  public static let lineLimit = payloadLimit - 1 + tailLength

  /// What stands between the payload's members and the hash.
  static let tailOpening = Array(",\"hash\":\"".utf8)
  static let tailClosing = Array("\"}\n".utf8)
}

extension LogFormat {
  /// The line that holds an event, byte for byte as it stands in the log, LF included.
  ///
  /// - Throws: where it is no event of a log: its hash does not follow from it.
  public static func line(of event: Event) throws(LedgerError) -> [UInt8] {
    let before = Head(seq: event.seq - 1, hash: event.previous)
    let encoded = try EncodedDraft.all([event.draft])
    let line = try EncodedDraft.lines(encoded, after: before)[0]
    guard line.event.hash == event.hash else { throw .payload(.wrongHash) }
    return line.bytes
  }
}
