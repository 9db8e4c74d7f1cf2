import Domain

/// Two neighbouring texts of an item that are to be compared: two answers, or two fields that are
/// alike in length or in words. Found once, when the item is opened.
package struct TextComparison: Hashable, Sendable {
  /// The place of the first one among the parts of the item; the second follows.
  let part: Int
  let differences: WordDifferences

  /// nil where an item has no two such texts. O(words²) of the first words at most.
  init?(_ payload: Payload) {
    switch payload {
    case .pair(let pair):
      part = 1
      differences = WordDifferences(pair.first, pair.second)
    case .fields(let fields):
      guard let part = Self.likeFields(fields.prefix(Self.mostFields).map(\.text)) else {
        return nil
      }
      self.part = part
      differences = WordDifferences(fields[part].text, fields[part + 1].text)
    case .none, .text, .image, .conversation: return nil
    }
  }

  /// Fields looked at: items with more are tables, and read downwards.
  private static let mostFields = 12
  /// Bytes from which on a text is worth a column of its own.
  private static let leastBytes = 40

  /// The two neighbours that share most of their words; where an item has two fields that share few,
  /// these if neither is twice as long as the other, as a text and its translation are.
  private static func likeFields(_ texts: [String]) -> Int? {
    guard texts.count > 1 else { return nil }
    let words = texts.map { Set(TextWords($0, upTo: WordDifferences.limit).words) }
    var best: (part: Int, share: Int)?
    for part in 0..<texts.count - 1 {
      let lengths = [texts[part].utf8.count, texts[part + 1].utf8.count]
      guard lengths.allSatisfy({ $0 >= leastBytes }) else { continue }
      let fewer = min(words[part].count, words[part + 1].count)
      let shared = words[part].intersection(words[part + 1]).count
      var share = 100 * shared / max(1, fewer)
      if share < 30 {
        let isEven = (lengths.max() ?? 0) <= 2 * (lengths.min() ?? 0)
        guard texts.count == 2, isEven else { continue }
        share = 0
      }
      if best.map({ share > $0.share }) ?? true { best = (part, share) }
    }
    return best?.part
  }
}
