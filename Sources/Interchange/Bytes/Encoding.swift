/// Recognises text that is not UTF-8.
enum Encoding {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The name of the encoding that the first bytes betray, nil for UTF-8 and what cannot be told.
  static func foreign(in prefix: [UInt8]) -> String? {
    if prefix.starts(with: [0xFF, 0xFE, 0, 0]) || prefix.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32 text"
    }
    if prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF]) {
      return "UTF-16 text"
    }
    return withoutMark(prefix)
  }

  /// UTF-16 without a mark: mostly ASCII, so that every other byte is NUL.
  private static func withoutMark(_ prefix: [UInt8]) -> String? {
    guard prefix.count >= 16 else { return nil }
    let sample = prefix.prefix(256)
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 {
      zeros[index & 1] += 1
    }
    let half = sample.count / 2
    let isWide =
      zeros[0] * 10 >= half * 8 && zeros[1] == 0
      || zeros[1] * 10 >= half * 8 && zeros[0] == 0
    return isWide ? "UTF-16 text without a byte order mark" : nil
  }
}
