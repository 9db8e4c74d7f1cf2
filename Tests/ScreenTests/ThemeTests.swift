import Screen
import Testing
import ThemeCatalog

@Suite struct ThemeTests {
  private let dark = ThemeCatalog.standard

  @Test func `a role without background takes the ground's`() {
    let style = dark.style(of: .dim, on: .title, at: .palette)
    #expect(style == Style(foreground: .indexed(247), background: .indexed(235)))
    #expect(dark.style(of: .text, on: .text, at: .direct).background == .direct(0x111417))
  }

  @Test func `quiet roles step up on a selection`() {
    #expect(
      dark.style(of: .faint, on: .selection, at: .palette)
        == Style(foreground: .indexed(247), background: .indexed(236)))
    #expect(
      dark.style(of: .dim, on: .selection, at: .palette)
        == dark.style(of: .text, on: .selection, at: .palette))
    #expect(dark.style(of: .dim, on: .selectionOff, at: .palette).foreground == .indexed(247))
  }

  @Test func `a flat selection keeps only attributes of what lies on it`() throws {
    let theme = try #require(try ThemeCatalog.theme(named: "high-contrast"))
    #expect(
      theme.style(of: .warn, on: .selection, at: .palette)
        == Style(foreground: .indexed(16), background: .indexed(231), attributes: .bold))
  }

  @Test func `chips turn colours round, and turn them back on reversed ground`() {
    #expect(dark.style(of: .label1, on: .text, .chip, at: .palette).attributes == .reverse)
    #expect(dark.style(of: .text, on: .selection, .chip, at: .mono).attributes == [])
    #expect(dark.style(of: .hostile, on: .selection, at: .mono).attributes == [])
  }

  @Test func `sixteen colours help themselves with attributes`() {
    #expect(dark.style(of: .dim, on: .text, at: .sixteen).attributes == .dim)
    #expect(dark.style(of: .text, on: .title, at: .sixteen).attributes == .bold)
    #expect(dark.style(of: .dim, on: .text, at: .palette).attributes == [])
  }

  @Test func `eight colours have no bright ones`() {
    for role in Role.allCases {
      for ground in Ground.allCases {
        let style = dark.style(of: role, on: ground, at: .eight)
        for case .indexed(let index) in [style.foreground, style.background] {
          #expect(index < 8)
        }
        #expect(style.foreground != style.background || style.foreground == .standard)
      }
    }
  }

  @Test func `a theme may leave the ground to the terminal`() {
    let bare = dark.leavingGround()
    #expect(bare.style(of: .text, on: .text, at: .direct).background == .standard)
    #expect(bare.style(of: .text, on: .title, at: .direct).background == .direct(0x1C2127))
  }

  @Test(
    arguments: [
      (0, false, false, .mono), (8, false, false, .eight), (16, false, false, .sixteen),
      (88, false, false, .sixteen), (256, false, false, .palette), (1 << 24, true, false, .direct),
      (1 << 24, true, true, .mono), (-1, false, false, .mono),
    ] as [(Int, Bool, Bool, ColourDepth)])
  func `the depth follows what the terminal says`(
    colours: Int, isDirect: Bool, isRefused: Bool, depth: ColourDepth
  ) {
    #expect(
      ColourDepth(colours: colours, isDirect: isDirect, isColourRefused: isRefused) == depth)
  }

  @Test func `every role has a reading without colour`() {
    // The plain ones are told by their glyph, digit, name or number.
    let plain: Set<Role> = [
      .text, .overlay, .hintText, .good, .info, .heat1, .heat2, .heat3,
      .label1, .label2, .label3, .label4, .label5, .label6, .label7, .label8,
    ]
    for role in Role.allCases { #expect(role.reading.isEmpty == plain.contains(role), "\(role)") }
  }

  @Test func `without colour heat is read from a slot and stripes are left out`() {
    let mono = Presentation(theme: dark, depth: .mono, glyphs: .unicode)
    let number = Cell(Cluster("."), role: .heat5)
    let slot = Cell(.blank, role: .heat5)
    #expect(mono.drawn(slot, before: number).cluster == Cluster("▆"))
    #expect(mono.drawn(slot, before: Cell(.blank, role: .heat5)).cluster == .blank)
    #expect(mono.drawn(slot, before: Cell(Cluster("."), role: .heat6)).cluster == .blank)
    let stripe = Cluster("▌")
    #expect(mono.drawn(Cell(stripe, role: .label3), before: nil).cluster == .blank)
    #expect(mono.drawn(Cell(stripe, role: .accent), before: nil).cluster == stripe)
    let full = Presentation(theme: dark, depth: .palette, glyphs: .unicode)
    #expect(full.drawn(slot, before: number).cluster == .blank)
    #expect(full.drawn(Cell(stripe, role: .label3), before: nil).cluster == stripe)
  }

  @Test func `signs have an ASCII form of the same width`() {
    for (sign, ascii) in zip(
      "●○◆▌━╸─…✓×∅≈§↑↓›−│╭▁▆⟨⟩⣿".unicodeScalars, "oo#|=--.vx0~S^v>-|+_+<>*".unicodeScalars)
    where sign != "○" {
      #expect(GlyphSet.asciiSigns.drawn(Cluster(sign)) == Cluster(ascii), "\(sign)")
    }
    #expect(GlyphSet.asciiSigns.drawn(Cluster("é")) == Cluster("é"))
    #expect(GlyphSet.ascii.drawn(Cluster("é")) == Cluster("?"))
    #expect(GlyphSet.unicode.drawn(Cluster("●")) == Cluster("●"))
  }
}
