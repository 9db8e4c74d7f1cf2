/// Cuts texts into words, scalar by scalar. See `WordBag` for what a word is.
struct WordReader {
  /// The word that is being read, in lower case, with its hash.
  private var word: [UInt32] = []
  private var hash = WordHash()
  /// The character before, where its script has no spaces, and whether it is part of a pair.
  private var pending: UInt32?
  private var isPaired = false

  /// Hands over each word: its number, its characters, and whether it is compared as a whole only. Reads
  /// no more than `WordBag.readLimit` characters.
  static func read(_ texts: [String], word: (UInt32, [UInt32], Bool) -> Void) {
    var reader = WordReader()
    var left = WordBag.readLimit
    for text in texts {
      for scalar in text.unicodeScalars {
        guard left > 0 else { break }
        left -= 1
        reader.take(scalar, word)
      }
      reader.end(word)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ found: (UInt32, [UInt32], Bool) -> Void) {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: append(value, found)
    case 0x41...0x5A: append(value + 0x20, found)
    case 0..<0x80: end(found)
    default: takeOther(scalar, found)
    }
  }

  private mutating func takeOther(
    _ scalar: Unicode.Scalar, _ found: (UInt32, [UInt32], Bool) -> Void
  ) {
    if Self.isUnspaced(scalar.value) { return pair(scalar.value, found) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower.value, found) }
    case .nonspacingMark, .spacingMark, .enclosingMark:
      // A mark belongs to the letter before it; one that follows a pictograph says nothing.
      if !word.isEmpty { append(scalar.value, found) }
    case .otherSymbol:
      end(found)
      tell([scalar.value], found)
    default: end(found)
    }
  }

  /// Ends what is being read; the next character begins another word.
  private mutating func end(_ found: (UInt32, [UInt32], Bool) -> Void) {
    endRun(found)
    guard !word.isEmpty else { return }
    found(hash.value, word, false)
    word.removeAll(keepingCapacity: true)
    hash = WordHash()
  }

  private mutating func append(_ value: UInt32, _ found: (UInt32, [UInt32], Bool) -> Void) {
    if pending != nil { endRun(found) }
    word.append(value)
    hash.add(value)
  }

  private mutating func pair(_ value: UInt32, _ found: (UInt32, [UInt32], Bool) -> Void) {
    if !word.isEmpty { end(found) }
    if let before = pending {
      tell([before, value], found)
      isPaired = true
    }
    pending = value
  }

  /// A character that stands alone between others is a word of its own.
  private mutating func endRun(_ found: (UInt32, [UInt32], Bool) -> Void) {
    if let alone = pending, !isPaired { tell([alone], found) }
    pending = nil
    isPaired = false
  }

  private func tell(_ characters: [UInt32], _ found: (UInt32, [UInt32], Bool) -> Void) {
    var hash = WordHash()
    for character in characters { hash.add(character) }
    found(hash.value, characters, true)
  }

  /// Thai to Myanmar, Khmer, Kana, Han and Hangul.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

/// FNV-1a over the bytes of scalars, the lowest first, without leading zeros.
struct WordHash {
  private(set) var value: UInt32

  init(seed: UInt32 = 0x811C_9DC5) {
    value = seed
  }

  mutating func add(_ scalar: UInt32) {
    var rest = scalar
    repeat {
      value = (value ^ (rest & 0xFF)) &* 0x0100_0193
      rest >>= 8
    } while rest > 0
  }
}
