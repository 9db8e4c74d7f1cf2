/// Tells keys, Alt and pasted text apart in what a terminal library reads.
package struct InputDecoder {
  /// The largest pasted text that is kept, in bytes; what is beyond is dropped.
  package static let pasteLimit = 65_536

  private var hasEscape = false
  private var pasted: [UInt8]?
  /// The beginning of a scalar that takes several bytes.
  private var partial: [UInt8] = []

  package init() {}

  /// Whether a paste has begun and not ended; a second of silence then ends it.
  package var isPasting: Bool { pasted != nil }

  /// Takes one reading and yields what it means.
  package mutating func read(_ input: RawInput) -> [InputEvent] {
    guard case .byte(let byte) = input else { return interpret(input) }
    return scalar(endingWith: byte).map { interpret(.scalar($0)) } ?? []
  }

  /// Puts bytes together; what cannot be decoded is dropped, and nothing that follows it.
  private mutating func scalar(endingWith byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 != 0x80 { partial = [] }
    partial.append(byte)
    let length = partial[0] >= 0xF0 ? 4 : partial[0] >= 0xE0 ? 3 : partial[0] >= 0xC0 ? 2 : 1
    guard partial.count >= length else { return nil }
    var reader = ScalarReader(partial)
    partial = []
    guard case .scalar(let scalar) = reader.next() else { return nil }
    return scalar
  }

  private mutating func interpret(_ input: RawInput) -> [InputEvent] {
    if pasted != nil { return readPasted(input) }
    switch input {
    case .scalar("\u{1B}"): return readEscape()
    case .scalar(let scalar): return [.key(key(for: scalar))]
    case .key(let key):
      hasEscape = false
      return [.key(key)]
    case .mouse(let event): return endEscape() + [.mouse(event)]
    case .pasteBegin:
      pasted = []
      return endEscape()
    case .pasteEnd, .unknown, .byte: return endEscape()
    }
  }

  /// Says that nothing more is waiting: an escape by itself is the key.
  package mutating func endBatch() -> [InputEvent] { pasted == nil ? endEscape() : [] }

  /// Ends a paste whose end marker was lost.
  package mutating func endPaste() -> [InputEvent] {
    guard let bytes = pasted else { return [] }
    pasted = nil
    return [.paste(Untrusted(bytes: bytes))]
  }

  private mutating func readEscape() -> [InputEvent] {
    let events = endEscape()
    hasEscape = true
    return events
  }

  private mutating func endEscape() -> [InputEvent] {
    guard hasEscape else { return [] }
    hasEscape = false
    return [.key(.escape)]
  }

  private mutating func readPasted(_ input: RawInput) -> [InputEvent] {
    switch input {
    case .pasteEnd, .scalar("\u{1B}"): return endPaste()
    case .scalar("\r"): keep("\n")
    case .scalar(let scalar): keep(scalar)
    case .key(.enter): keep("\n")
    case .key, .mouse, .pasteBegin, .unknown, .byte: break
    }
    return []
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    let encoded = UTF8.encode(scalar).map(Array.init) ?? []
    guard let count = pasted?.count, count + encoded.count <= Self.pasteLimit else { return }
    pasted?.append(contentsOf: encoded)
  }

  private mutating func key(for scalar: Unicode.Scalar) -> Key {
    let isAlt = hasEscape
    hasEscape = false
    switch scalar.value {
    case 0x0D: return .enter
    case 0x09: return .tab
    case 0x7F: return .backspace
    case 0..<0x20:
      let letter = Character(Unicode.Scalar(UInt8(scalar.value + 0x40)))
      return .control(Character(letter.lowercased()))
    default: return isAlt ? .alt(Character(scalar)) : .character(Character(scalar))
    }
  }
}
