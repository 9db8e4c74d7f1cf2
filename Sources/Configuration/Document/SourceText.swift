/// A settings file's text, and the way from its bytes to lines and columns.
struct SourceText {
  let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ text: String, file: String) {
    self.file = file
    bytes = Array(text.utf8)
    var starts = [bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The first byte after a byte order mark.
  var start: Int { lineStarts[0] }

  /// O(log(lines) + length of the line).
  func place(at offset: Int) -> SourcePlace {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let end = min(max(offset, lineStarts[low]), bytes.count)
    let scalars = bytes[lineStarts[low]..<end].count { $0 & 0xC0 != 0x80 }
    return SourcePlace(line: low + 1, column: scalars + 1)
  }

  func problem(_ message: String, at offset: Int) -> ConfigurationProblem {
    let place = place(at: offset)
    return ConfigurationProblem(
      file: file, line: place.line, column: place.column, message: message)
  }
}
