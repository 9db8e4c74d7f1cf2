/// Reads the place of a marked stretch of text.
///
/// Label Studio counts UTF-16 code units, as browsers do; here offsets count Unicode scalars. They
/// differ only in texts with characters beyond U+FFFF, and there the marked text that stands in the
/// export tells which is meant.
struct SpanReader {
  /// The task's texts that hold such characters.
  private let texts: [String]

  init(data: JSONNode?) {
    texts = (data?.members ?? []).compactMap(\.value.string).filter { text in
      text.unicodeScalars.contains { $0.value > 0xFFFF }
    }
  }

  /// The place in scalars; nil where the region has none.
  func place(_ content: JSONNode) -> Range<Int>? {
    let offsets = content["globalOffsets"] ?? content
    guard let start = offsets["start"]?.integer, let end = offsets["end"]?.integer, start >= 0,
      start <= end
    else { return nil }
    let range = start..<end
    guard let marked = content["text"]?.string else { return range }
    return texts.lazy.compactMap { Self.scalars(of: $0, range, marked) }.first ?? range
  }

  /// The same place in scalars, where the marked text stands at these UTF-16 offsets.
  private static func scalars(
    of text: String, _ range: Range<Int>, _ marked: String
  ) -> Range<Int>? {
    let units = text.utf16
    guard
      let from = units.index(
        units.startIndex, offsetBy: range.lowerBound, limitedBy: units.endIndex),
      let to = units.index(
        units.startIndex, offsetBy: range.upperBound, limitedBy: units.endIndex),
      units[from..<to].elementsEqual(marked.utf16),
      from.samePosition(in: text.unicodeScalars) != nil,
      to.samePosition(in: text.unicodeScalars) != nil
    else { return nil }
    let first = text.unicodeScalars.distance(from: text.startIndex, to: from)
    return first..<first + text.unicodeScalars.distance(from: from, to: to)
  }
}
