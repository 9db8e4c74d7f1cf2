import Screen
import TestSupport
import Testing

@Suite struct ScalarClassTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("ß", 1), ("Ж", 1), ("ا", 1), ("क", 1), ("日", 2), ("あ", 2), ("ア", 2),
      ("ｱ", 1), ("Ａ", 2), ("한", 2), ("　", 2), ("。", 2), ("●", 1), ("━", 1), ("▌", 1), ("…", 1),
      ("✓", 1), ("❤", 1), ("👩", 2), ("⌚", 2), ("☎", 1), ("⠿", 1), ("⟨", 1), ("−", 1), ("∅", 1),
    ] as [(Unicode.Scalar, Int)])
  func `a character takes its cells`(scalar: Unicode.Scalar, width: Int) {
    #expect(ScalarClass(scalar).width == width)
  }

  @Test(
    arguments: [
      0x00, 0x1B, 0x7F, 0x85, 0xAD, 0x300, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200D,
      0x200E, 0x2028, 0x202E, 0x2060, 0x2066, 0x3164, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9,
      0xFFFF,
      0x1D173, 0x1FFFE, 0xE0001, 0xE0041, 0xE0100, 0xF0000, 0x10FFFF,
    ] as [UInt32])
  func `what has no room of its own may not stand alone`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(ScalarClass(scalar).width == nil)
  }

  @Test func `every glyph of the program is one cell wide`() {
    let glyphs =
      "━╸─┃▁▂▃▄▅▆█●○◆┊┆·▌▏└┘┴═┄▀✓×!?*@•∅≈§↑›…↓→←±−│╭╮╰╯↵┌┐◇"
    for glyph in glyphs.unicodeScalars { #expect(ScalarClass(glyph).width == 1, "\(glyph)") }
  }

  /// Where glibc gives another width to something it knows; there the shim draws a substitute.
  ///
  /// Hangul tone marks, circled numbers on black squares, the hexagrams, and Vietnamese reading
  /// marks are wide for glibc and one cell in the table.
  @Test func `glibc differs only where it is known to`() {
    let known: [ClosedRange<UInt32>] = [
      0x302E...0x302F, 0x3248...0x324F, 0x4DC0...0x4DFF, 0x16FF0...0x16FF1,
    ]
    var differing: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let system = SystemWidth.of(scalar) else {
        continue
      }
      let kind = ScalarClass(scalar)
      let own = kind == .mark || kind == .conjoining ? 0 : kind.width
      guard let own, own != system, !known.contains(where: { $0.contains(value) }) else {
        continue
      }
      differing.append(String(value, radix: 16))
    }
    #expect(differing == [])
  }

  @Test func `the Unicode version is pinned`() {
    #expect(ScalarClass.unicodeVersion == "15.0")
  }
}
