import Domain

/// The last word of a limit that is being typed, taken apart for completion: blanks within quotation
/// marks part nothing.
struct LimitWord: Hashable {
  /// What stands before the word, with the minus of a term that must not hold.
  let before: String
  /// Up to the colon, with it; empty where a key is still being typed.
  let key: String
  /// What was typed of a key or of a value, without quotation marks.
  let typed: String

  init(_ text: String) {
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == " ", !isQuoted { start = text.index(after: index) }
    }
    if start < text.endIndex, text[start] == "-" { start = text.index(after: start) }
    before = String(text[..<start])
    let word = text[start...]
    guard let colon = word.firstIndex(of: ":"), word.first != "\"" else {
      key = ""
      typed = String(word)
      return
    }
    key = String(word[...colon])
    typed = String(word[word.index(after: colon)...]).replacing("\"", with: "")
  }

  /// The text with a value in place of what was typed; nil where no limit can name such a value.
  func completed(with value: String) -> String? {
    guard !value.contains("\""), !value.isEmpty else { return nil }
    let needsQuotes = value.contains(" ")
    // A value that ends in a slash waits for the second of two names.
    return before + key + (needsQuotes ? "\"\(value)\"" : value) + (value.last == "/" ? "" : " ")
  }
}
