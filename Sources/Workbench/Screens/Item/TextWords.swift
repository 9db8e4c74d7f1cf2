/// The words of a text, and the bytes they take. Words end at blanks, tabs and line ends.
struct TextWords {
  /// A word as it was written: two are equal where their bytes are.
  struct Word: Hashable {
    fileprivate let bytes: ArraySlice<UInt8>
  }

  let words: [Word]

  /// The first words of a text. O(bytes read).
  init(_ text: String, upTo limit: Int) {
    var text = text
    let bytes = text.withUTF8 { Array($0) }
    var words: [Word] = []
    var start: Int?
    for place in 0...bytes.count {
      let isInside = place < bytes.count && !Self.isBlank(bytes, place)
      if isInside, start == nil {
        guard words.count < limit else { break }
        start = place
      } else if !isInside, let begun = start {
        words.append(Word(bytes: bytes[begun..<place]))
        start = nil
      }
    }
    self.words = words
  }

  /// The place of the word at a byte, or of the first one after it. O(log words).
  func place(at byte: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].bytes.endIndex > byte { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func isBlank(_ bytes: [UInt8], _ place: Int) -> Bool {
    switch bytes[place] {
    case 0x20, 0x09, 0x0A: true
    case 0x0D: place + 1 < bytes.count && bytes[place + 1] == 0x0A
    default: false
    }
  }
}
