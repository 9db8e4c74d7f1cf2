public import Domain

/// The words of a text, each with how often it occurs, as likeness compares texts.
///
/// Words are runs of letters, digits and marks, in lower case. Scripts that put no space between words
/// (Chinese, Japanese, Thai and their neighbours), and Korean, are read as overlapping pairs of
/// characters; a pictograph is a word. Words go by 32 bits of a hash: two words that share them are taken for
/// one.
public struct WordBag: Hashable, Sendable {
  /// A word in its text.
  public struct Word: Hashable, Sendable {
    public let number: UInt32
    public let count: Int
    /// Every three neighbouring characters of it, its two ends among them: what two forms of a word
    /// share. Pairs of characters have none.
    let pieces: [UInt32]
  }

  /// Characters of a text that are read: what is longer is compared by its beginning.
  public static let readLimit = 16_384
  /// Words with more characters than this are compared as a whole only.
  static let pieceLimit = 48

  /// In the order of their numbers.
  public let words: [Word]

  public var isEmpty: Bool { words.isEmpty }

  /// The words of several texts together. O(characters).
  public init(_ texts: [String]) {
    var known: [UInt32: Word] = [:]
    WordReader.read(texts) { number, characters, isWhole in
      let before = known[number]
      known[number] = Word(
        number: number, count: (before?.count ?? 0) + 1,
        pieces: before?.pieces ?? (isWhole ? [] : Self.pieces(of: characters)))
    }
    words = known.values.sorted { $0.number < $1.number }
  }

  /// What people read of an item. A picture has no words: its path says nothing about it.
  public init(_ payload: Payload) {
    switch payload {
    case .none, .image: self.init([])
    default: self.init(payload.texts)
    }
  }

  /// Of a word of one character there is only the word.
  private static func pieces(of characters: [UInt32]) -> [UInt32] {
    guard (2...pieceLimit).contains(characters.count) else { return [] }
    let ended = [0x5E] + characters + [0x24]
    return characters.indices.map { place in
      var hash = WordHash(seed: 0x9747_B28C)
      for character in ended[place..<place + 3] { hash.add(character) }
      return hash.value
    }
  }
}
