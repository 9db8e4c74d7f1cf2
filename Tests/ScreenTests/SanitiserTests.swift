import Screen
import TestSupport
import Testing

/// The rules for text from outside.
@Suite struct SanitiserTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("\u{0}", "^@"), ("\u{7}", "^G"), ("\u{1B}[31m", "^[[31m"), ("\u{7F}", "^?"),
    ("a\rb", "a^Mb"), ("a\u{8}b", "a^Hb"), ("a\tb", "a b"), ("a\nb", "a↵b"), ("a\r\nb", "a↵b"),
    ("\u{85}", "⟨U+0085⟩"), ("\u{9B}31m", "⟨U+009B⟩31m"), ("\u{2028}", "⟨U+2028⟩"),
    ("\u{2029}", "⟨U+2029⟩"),
    ("\u{202E}abc", "⟨U+202E⟩abc"), ("\u{61C}", "⟨U+061C⟩"), ("\u{200E}", "⟨U+200E⟩"),
    ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"),
    ("a\u{200B}b", "a⟨U+200B⟩b"), ("a\u{200D}b", "a⟨U+200D⟩b"), ("\u{FEFF}x", "⟨U+FEFF⟩x"),
    ("a\u{AD}b", "a⟨U+00AD⟩b"), ("\u{2060}", "⟨U+2060⟩"), ("\u{180E}", "⟨U+180E⟩"),
    ("\u{E0041}", "⟨U+E0041⟩"), ("\u{FFF9}", "⟨U+FFF9⟩"), ("a\u{FE0F}", "a⟨U+FE0F⟩"),
    ("\u{E000}", "⟨U+E000⟩"), ("\u{FFFF}", "⟨U+FFFF⟩"), ("\u{378}", "⟨U+0378⟩"),
    ("\u{3164}", "⟨U+3164⟩"), ("\u{301}a", "⟨U+0301⟩a"),
    ("\u{A0}x\u{2003}y", " x y"),
  ])
  func `hidden things become visible`(text: String, shown: String) {
    #expect(SafeText(text).plain == shown)
  }

  @Test(
    arguments: [
      ([0xFF], "\\xFF"), ([0x61, 0xC3], "a\\xC3"), ([0xC3, 0x28], "\\xC3("),
      ([0xC0, 0x80], "\\xC0\\x80"), ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
      ([0xF4, 0x90, 0x80, 0x80], "\\xF4\\x90\\x80\\x80"), ([0xE2, 0x82], "\\xE2\\x82"),
      ([0xE2, 0x82, 0xAC], "€"), ([0xF0, 0x9F, 0x98, 0x80], "😀"),
    ] as [([UInt8], String)])
  func `bytes that are not UTF-8 are named`(bytes: [UInt8], shown: String) {
    #expect(SafeText(Untrusted(bytes: bytes)).plain == shown)
  }

  @Test(arguments: [
    ("👩‍👩‍👧", "👩", 2), ("👍🏽", "👍", 2), ("🇩🇪", "DE", 2), ("❤\u{FE0F}", "❤", 1),
    ("1\u{FE0F}\u{20E3}", "1\u{20E3}", 1),
    ("🏳\u{FE0F}\u{200D}🌈", "🏳", 1), ("e\u{301}", "e\u{301}", 1), ("각", "각", 2),
    ("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}", 2), ("का", "का", 2),
    ("葛\u{E0100}", "葛", 2), ("🇩", "⟨U+1F1E9⟩", 9), ("👩\u{200D}a", "👩⟨U+200D⟩a", 11),
  ])
  func `sequences become what a cell can hold`(text: String, shown: String, width: Int) {
    let safe = SafeText(text)
    #expect(Array(safe.plain.unicodeScalars) == Array(shown.unicodeScalars))
    #expect(safe.width == width)
  }

  @Test func `a tower of marks is counted`() {
    let tower = "a" + String(repeating: "\u{301}", count: 9)
    #expect(SafeText(tower).plain == "a\u{301}\u{301}\u{301}\u{301}+5")
    #expect(SafeText(tower).hasHostile)
  }

  @Test func `what was made visible is marked as hostile and the rest is not`() {
    let pieces = SafeText("a\u{202E}b").pieces
    #expect(pieces.map(\.isHostile) == [false] + Array(repeating: true, count: 8) + [false])
    #expect(!SafeText("⟨U+202E⟩").hasHostile)
  }

  @Test func `a second pass changes nothing`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let once = SafeText(Self.randomBytes(using: &random)).plain
      #expect(Array(SafeText(once).plain.unicodeScalars) == Array(once.unicodeScalars))
    }
  }

  @Test func `whatever comes in, only what has a known width reaches a cell`() {
    var random = SeededGenerator(seed: 1)
    for round in 0..<4000 {
      let source =
        round % 2 == 0 ? Self.randomBytes(using: &random) : Self.randomScalars(using: &random)
      var grid = Grid(size: Size(width: 40, height: 1))
      let text = SafeText(source)
      let used = grid.put(
        text, at: Position(row: 0, column: 3), width: Int.random(in: 0...40, using: &random))
      #expect(used <= 37 && used <= text.width)
      Self.expectSound(grid)
    }
  }

  /// Every lead is followed by its trail, nothing hidden is in a cell, widths are the table's.
  static func expectSound(
    _ grid: Grid, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for row in 0..<grid.size.height {
      var expectsTrail = false
      for cell in grid.row(row) {
        #expect((cell.kind == .trail) == expectsTrail, sourceLocation: sourceLocation)
        expectsTrail = cell.kind == .lead
        guard cell.kind != .trail else { continue }
        let scalars = cell.cluster.scalars
        #expect(
          ScalarClass(scalars[0]).width == (cell.kind == .lead ? 2 : 1),
          sourceLocation: sourceLocation)
        for mark in scalars.dropFirst() {
          let kind = ScalarClass(mark)
          #expect(kind == .mark || kind == .conjoining, sourceLocation: sourceLocation)
        }
      }
      #expect(!expectsTrail, sourceLocation: sourceLocation)
    }
  }

  static func randomBytes(using random: inout SeededGenerator) -> Untrusted {
    let count = Int.random(in: 0...60, using: &random)
    return Untrusted(bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  static func randomScalars(using random: inout SeededGenerator) -> Untrusted {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x9F, 0x300...0x36F, 0x1100...0x11FF, 0x2000...0x206F, 0x4E00...0x4FFF,
      0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F6FF, 0xE0000...0xE01EF, 0x900...0x97F,
      0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.append(scalar)
      }
    }
    return Untrusted(String(text))
  }
}
