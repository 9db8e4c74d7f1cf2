import Screen
import TestSupport
import Testing

@Suite struct VirtualTerminalTests {
  private func screen(
    _ text: String, width: Int = 10, height: Int = 4
  ) -> VirtualTerminal {
    var terminal = VirtualTerminal(size: Size(width: width, height: height))
    terminal.feed(Array(text.utf8))
    return terminal
  }

  @Test func `text wraps only when more follows`() {
    #expect(screen("0123456789").cursor == Position(row: 0, column: 9))
    #expect(screen("0123456789a").rows == ["0123456789", "a", "", ""])
    #expect(screen("0123456789\r\nb").rows == ["0123456789", "b", "", ""])
  }

  @Test func `the cursor moves by sequences`() {
    #expect(screen("\u{1B}[2;3Hx\u{1B}[Ay\u{1B}[2Dz").rows == ["  zy", "  x", "", ""])
    #expect(screen("\u{1B}[3dx\u{1B}[5Gy").rows == ["", "", "x   y", ""])
    #expect(screen("a\tb").rows[0] == "a       b")
    #expect(screen("ab\u{8}c").rows[0] == "ac")
  }

  @Test func `cells are erased, inserted and deleted`() {
    #expect(screen("abcdef\u{1B}[3G\u{1B}[K").rows[0] == "ab")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[1K").rows[0] == "   def")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[2X").rows[0] == "ab  ef")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[2@").rows[0] == "ab  cdef")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[2P").rows[0] == "abef")
    #expect(screen("abc\u{1B}[2J").text == "\n\n\n")
  }

  @Test func `lines scroll inside the region`() {
    let lines = "a\r\nb\r\nc\r\nd"
    #expect(screen(lines + "\n").rows == ["b", "c", "d", ""])
    #expect(screen(lines + "\u{1B}[2;3r\u{1B}[3H\n").rows == ["a", "c", "", "d"])
    #expect(screen(lines + "\u{1B}[2;3r\u{1B}[2H\u{1B}M").rows == ["a", "", "b", "d"])
    #expect(screen(lines + "\u{1B}[2H\u{1B}[L").rows == ["a", "", "b", "c"])
    #expect(screen(lines + "\u{1B}[2H\u{1B}[M").rows == ["a", "c", "d", ""])
    #expect(screen(lines + "\u{1B}[S").rows == ["b", "c", "d", ""])
    #expect(screen(lines + "\u{1B}[T").rows == ["", "a", "b", "c"])
  }

  @Test func `a character is repeated`() {
    #expect(screen("━\u{1B}[4b").rows[0] == "━━━━━")
  }

  @Test func `wide characters take two cells and lose both when one is written over`() {
    #expect(screen("日本").cursor.column == 4)
    #expect(screen("日本\u{1B}[2Gx").rows[0] == " x本")
    #expect(screen("日本\u{1B}[3Gx").rows[0] == "日x")
    #expect(screen("012345678日").rows == ["012345678", "日", "", ""])
    #expect(screen("e\u{301}x").rows[0] == "e\u{301}x")
  }

  @Test func `colours and attributes are kept with the cells`() {
    let terminal = screen("\u{1B}[1;38;5;208;48;2;1;2;3mx\u{1B}[22;39my\u{1B}[0;91;4mz")
    #expect(
      terminal[0, 0].style
        == Style(
          foreground: .indexed(208), background: .direct(0x010203), attributes: .bold))
    #expect(terminal[0, 1].style == Style(background: .direct(0x010203)))
    #expect(terminal[0, 2].style == Style(foreground: .indexed(9), attributes: .underline))
    #expect(terminal.unknown.isEmpty)
  }

  @Test func `erasing keeps the background`() {
    #expect(screen("\u{1B}[48;5;233m\u{1B}[K")[0, 9].style.background == .indexed(233))
  }

  @Test func `the alternate screen gives back what was there`() {
    var terminal = screen("shell $ \u{1B}[?1049h\u{1B}[Hworkbench")
    #expect(terminal.isAlternate)
    #expect(terminal.rows[0] == "workbench")
    terminal.feed(Array("\u{1B}[?1049l".utf8))
    #expect(terminal.rows[0] == "shell $")
    #expect(terminal.cursor == Position(row: 0, column: 8))
  }

  @Test func `commands are kept and not drawn, and what is unknown is told`() {
    let terminal = screen("\u{1B}]0;title\u{7}a\u{1B}]2;two\u{1B}\\b\u{1B}[5y")
    #expect(terminal.rows[0] == "ab")
    #expect(terminal.commands == ["0;title", "2;two"])
    #expect(terminal.unknown.count == 1)
  }

  @Test func `bytes may come one by one`() {
    var terminal = VirtualTerminal(size: Size(width: 10, height: 1))
    for byte in "日\u{1B}[1;31mx".utf8 { terminal.feed([byte]) }
    #expect(terminal.rows[0] == "日x")
    #expect(terminal[0, 2].style.foreground == .indexed(1))
  }
}
