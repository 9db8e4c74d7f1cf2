/// Reads one line of a theme file, byte by byte.
struct ThemeLine {
  /// Something between blanks, and the byte it begins at.
  private struct Word {
    let text: String
    let offset: Int
  }

  /// Which column of the file a colour stands in.
  private enum Column {
    case direct
    case palette
    case sixteen
  }

  private let bytes: ArraySlice<UInt8>
  private let number: Int
  private var offset = 0

  init(_ line: [UInt8], number: Int) {
    self.number = number
    bytes = Self.withoutComment(line[...])
  }

  /// Whether nothing stands here but blanks and a comment.
  var isBlank: Bool { bytes.allSatisfy(Self.isSpace) }

  /// The role before the equals sign.
  mutating func role() throws(ThemeError) -> Role {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else {
      throw error(.notAnAssignment, at: 0)
    }
    offset = equals + 1
    let words = words(in: 0..<equals)
    guard let word = words.first, words.count == 1 else { throw error(.notAnAssignment, at: 0) }
    guard let role = Role(name: word.text) else {
      throw error(.unknownRole(word.text), at: word.offset)
    }
    return role
  }

  /// The four parts behind the equals sign.
  func style() throws(ThemeError) -> RoleStyle {
    var parts: [Range<Int>] = []
    var start = offset
    for index in offset..<bytes.count where bytes[index] == UInt8(ascii: "/") {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<bytes.count)
    guard parts.count == 4 else { throw error(.wrongPartCount(parts.count), at: offset) }
    let attributes = try attributes(in: parts[3])
    return RoleStyle(
      direct: try pair(in: parts[0], .direct), palette: try pair(in: parts[1], .palette),
      sixteen: try pair(in: parts[2], .sixteen), attributes: attributes.set,
      isFlat: attributes.isFlat)
  }

  /// An error at a byte of this line.
  func error(_ problem: ThemeError.Problem, at offset: Int) -> ThemeError {
    ThemeError(line: number, column: offset + 1, problem: problem)
  }

  private func pair(in range: Range<Int>, _ column: Column) throws(ThemeError) -> RoleStyle.Pair {
    let words = words(in: range)
    if words.count > 2 { throw error(.tooManyColours, at: words[2].offset) }
    var colours: [Colour?] = []
    for word in words { colours.append(try colour(word, column)) }
    return RoleStyle.Pair(
      colours.isEmpty ? nil : colours[0], colours.count < 2 ? nil : colours[1])
  }

  private func colour(_ word: Word, _ column: Column) throws(ThemeError) -> Colour? {
    if word.text == "-" { return nil }
    switch column {
    case .direct:
      let digits = word.text.dropFirst()
      if word.text.hasPrefix("#"), digits.utf8.count == 6, let value = UInt32(digits, radix: 16) {
        return .direct(value)
      }
    case .palette:
      if let index = UInt8(word.text) { return .indexed(index) }
    case .sixteen:
      if let index = UInt8(word.text), index < 16 { return .indexed(index) }
    }
    throw error(.badColour(word.text), at: word.offset)
  }

  private func attributes(
    in range: Range<Int>
  ) throws(ThemeError) -> (set: TextAttributes, isFlat: Bool) {
    var set: TextAttributes = []
    var isFlat = false
    for word in words(in: range) {
      switch word.text {
      case "-": break
      case "bold": set.insert(.bold)
      case "dim": set.insert(.dim)
      case "underline": set.insert(.underline)
      case "reverse": set.insert(.reverse)
      case "flat": isFlat = true
      default: throw error(.unknownAttribute(word.text), at: word.offset)
      }
    }
    return (set, isFlat)
  }

  private func words(in range: Range<Int>) -> [Word] {
    bytes[range].split(whereSeparator: Self.isSpace).map {
      Word(text: String(decoding: $0, as: UTF8.self), offset: $0.startIndex)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for index in line.indices where line[index] == UInt8(ascii: "#") {
      let before = line[..<index]
      let isAlone = index + 1 == line.endIndex || isSpace(line[index + 1])
      if before.allSatisfy(isSpace) || (isAlone && before.suffix(2).allSatisfy(isSpace)) {
        return before
      }
    }
    return line
  }
}
