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
