/// The one way from outside bytes to pieces that may stand in cells.
///
/// Characters are treated one by one: escape sequences are not recognised, so a broken one has
/// nowhere to hide. What has no width of its own gets a visible form: `^X` for a control character,
/// `\xNN` for a byte that is not UTF-8, `⟨U+202E⟩` for everything else.
struct Sanitiser {
  typealias Piece = SafeText.Piece

  /// What one step through the text was.
  enum Step {
    /// One cluster, or the visible form of something, was added to the pieces.
    case text
    case lineBreak
    case tab
  }

  private var reader: ScalarReader
  /// The last scalar that was drawn as itself, for what may follow it.
  private var previous: Unicode.Scalar?

  init(_ untrusted: Untrusted, at offset: Int = 0) {
    reader = ScalarReader(untrusted.bytes, at: offset)
  }

  /// The byte that the next step begins at.
  var offset: Int { reader.offset }

  /// The whole text as one line.
  static func line(of untrusted: Untrusted) -> [Piece] {
    var sanitiser = Sanitiser(untrusted)
    var pieces: [Piece] = []
    pieces.reserveCapacity(untrusted.bytes.count)
    while let step = sanitiser.next(into: &pieces) {
      switch step {
      case .text: break
      case .lineBreak: pieces.append(plain("↵"))
      case .tab: pieces.append(plain(" "))
      }
    }
    return pieces
  }

  /// Adds the next cluster with everything drawn over it; `nil` at the end.
  mutating func next(into pieces: inout [Piece]) -> Step? {
    guard let element = reader.next() else { return nil }
    switch element {
    case .invalid(let byte):
      previous = nil
      Self.append(form: "\\x" + hexadecimal(UInt32(byte), digits: 2), to: &pieces)
    case .scalar("\n"):
      previous = nil
      return .lineBreak
    case .scalar("\t"):
      previous = nil
      return .tab
    case .scalar("\r") where reader.peek() == .scalar("\n"):
      _ = reader.next()
      previous = nil
      return .lineBreak
    case .scalar(let scalar):
      append(scalar, to: &pieces)
    }
    return .text
  }

  private mutating func append(_ scalar: Unicode.Scalar, to pieces: inout [Piece]) {
    if scalar.value < 0x7F, scalar.value >= 0x20, !reader.isAtWideScalar {
      previous = scalar
      pieces.append(Self.plain(scalar))
      return
    }
    if appendFlag(startingWith: scalar, to: &pieces) { return }
    let kind = ScalarClass(scalar)
    guard let width = kind.width, kind != .spacingMark || previous != nil else {
      previous = nil
      Self.append(form: Self.visibleForm(of: scalar), to: &pieces)
      return
    }
    previous = scalar
    if kind == .pictograph || kind == .widePictograph { skipEmojiSequence() }
    let drawn = kind == .space ? " " : scalar
    appendWithMarks(drawn, width: width, isJoined: kind == .spacingMark, to: &pieces)
  }

  private mutating func appendWithMarks(
    _ scalar: Unicode.Scalar, width: Int, isJoined: Bool, to pieces: inout [Piece]
  ) {
    var cluster = Cluster(scalar)
    var surplus = 0
    // A selector asks for one of two shapes, which a cell cannot tell apart, and says nothing else.
    if case .scalar(let next) = reader.peek(), isSelector(next, allowedAfter: scalar) {
      _ = reader.next()
    }
    while case .scalar(let next) = reader.peek() {
      let kind = ScalarClass(next)
      guard kind == .mark || kind == .conjoining && isHangulLead(scalar) else { break }
      if !cluster.append(mark: next) { surplus += 1 }
      _ = reader.next()
    }
    pieces.append(
      Piece(cluster: cluster, width: UInt8(width), isHostile: false, isJoined: isJoined))
    if surplus > 0 { Self.append(form: "+" + String(surplus), to: &pieces) }
  }

  /// A flag is two letters; terminals disagree about the rest, so the letters are what is drawn.
  private mutating func appendFlag(
    startingWith first: Unicode.Scalar, to pieces: inout [Piece]
  ) -> Bool {
    guard let left = regionalLetter(first) else { return false }
    previous = nil
    guard case .scalar(let second) = reader.peek(), let right = regionalLetter(second) else {
      Self.append(form: Self.visibleForm(of: first), to: &pieces)
      return true
    }
    _ = reader.next()
    pieces.append(Self.plain(left))
    pieces.append(Piece(cluster: Cluster(right), width: 1, isHostile: false, isJoined: true))
    return true
  }

  /// Drops what a cell cannot hold of an emoji: skin tone, presentation, and the parts after joiners.
  private mutating func skipEmojiSequence() {
    skipEmojiModifiers()
    while case .scalar("\u{200D}") = reader.peek() {
      var ahead = reader
      _ = ahead.next()
      guard case .scalar(let part) = ahead.next(), isPictograph(part) else { return }
      reader = ahead
      skipEmojiModifiers()
    }
  }

  private mutating func skipEmojiModifiers() {
    if case .scalar(let next) = reader.peek(), isPresentation(next) { _ = reader.next() }
    if case .scalar(let next) = reader.peek(), (0x1F3FB...0x1F3FF).contains(next.value) {
      _ = reader.next()
    }
  }

  private func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    let kind = ScalarClass(scalar)
    return kind == .pictograph || kind == .widePictograph
  }

  private func isPresentation(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
  }

  private func isSelector(
    _ scalar: Unicode.Scalar, allowedAfter base: Unicode.Scalar
  ) -> Bool {
    switch scalar.value {
    case 0xFE0F: return (0x30...0x39).contains(base.value) || base == "#" || base == "*"
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: return ScalarClass(base) == .ideograph
    default: return false
    }
  }

  private func isHangulLead(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115E).contains(scalar.value) || (0xA960...0xA97C).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
  }

  private func regionalLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
  }

  private static func visibleForm(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x7F: "^?"
    default: "⟨U+" + hexadecimal(scalar.value, digits: 4) + "⟩"
    }
  }

  private static func append(form: String, to pieces: inout [Piece]) {
    for (index, scalar) in form.unicodeScalars.enumerated() {
      pieces.append(
        Piece(cluster: Cluster(scalar), width: 1, isHostile: true, isJoined: index > 0))
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Piece {
    Piece(cluster: Cluster(scalar), width: 1, isHostile: false, isJoined: false)
  }
}
