/// One word of a limit, and where it stands.
struct LimitWord {
  let text: String
  /// Byte offset in the limit, from 0.
  let offset: Int
  let isQuoted: Bool

  /// The words of a limit; quotation marks keep blanks together anywhere in a word.
  static func all(of text: String) throws(LimitError) -> [LimitWord] {
    let text = Array(text.utf8)
    var words: [LimitWord] = []
    var position = 0
    while position < text.count {
      guard text[position] != 0x20 else {
        position += 1
        continue
      }
      let start = position
      var bytes: [UInt8] = []
      var isInside = false
      while position < text.count, isInside || text[position] != 0x20 {
        if text[position] == 0x22 {
          isInside.toggle()
        } else {
          bytes.append(text[position])
        }
        position += 1
      }
      guard !isInside else { throw LimitError(offset: start, problem: .unclosedQuote) }
      words.append(
        LimitWord(
          text: String(decoding: bytes, as: UTF8.self), offset: start,
          isQuoted: text[start] == 0x22))
    }
    return words
  }
}
