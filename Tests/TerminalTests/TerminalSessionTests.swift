import Screen
import TestSupport
import Testing

/// A real session on a pseudo-terminal, seen through the rendered screen.
@Suite struct TerminalSessionTests {
  private func start(
    _ environment: [String: String] = [:], size: Size = Size(width: 80, height: 24)
  ) throws -> PtySession {
    let session = try PtySession(
      [BuiltProgram.path("TerminalProbe")], environment: environment, size: size)
    session.wait(for: "^Z stop")
    return session
  }

  @Test func `it draws, quits and leaves the terminal as it was`() throws {
    let session = try start()
    #expect(session.screen.isAlternate)
    #expect(session.screen.rows[0].hasPrefix(" probe 80x24"))
    #expect(!session.screen.modes.contains(25))
    #expect(session.screen.modes.contains(2004))
    #expect(!session.isCanonical)
    session.press(.character("q"))
    #expect(session.waitForEnd() == .exited(0))
    #expect(!session.screen.isAlternate)
    #expect(session.screen.modes.contains(25))
    #expect(!session.screen.modes.contains(2004))
    #expect(session.screen.text.contains("bye"))
    #expect(session.screen.commands.isEmpty, "the title of the terminal is not set")
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func `what is shown is what was drawn`() throws {
    let session = try start()
    #expect(session.screen.rows[2] == " wide 日本語|é|e\u{301}|👩|DE|")
    #expect(session.screen.rows[3] == " hostile ⟨U+202E⟩abc^[[31m⟨U+200B⟩")
    #expect(session.screen.rows[4].hasPrefix(" ━━━━━━━─────   ●●● ●●◆"))
    #expect(
      session.screen[4, 1].style == Style(foreground: .indexed(111), background: .indexed(233)))
    #expect(
      session.screen[0, 1].style == Style(foreground: .indexed(254), background: .indexed(235)))
    #expect(
      session.screen[3, 9].style == Style(foreground: .indexed(217), background: .indexed(52)))
  }

  @Test func `every key arrives under its name`() throws {
    let session = try start()
    let keys: [Key] = [
      .character("j"), .character("é"), .enter, .tab, .backtab, .backspace, .delete, .insert, .up,
      .down, .left, .right, .home, .end, .pageUp, .pageDown, .control("d"), .control("x"),
      .alt("x"), .escape, .function(1), .control("c"), .control("s"), .control("q"),
    ]
    for key in keys {
      session.press(key)
      session.wait(for: "[key \(key.name)]")
    }
    for (bytes, name) in [
      ("\u{1B}[A", "Up"), ("\u{1B}[B", "Down"), ("\u{1B}[C", "Right"), ("\u{1B}[D", "Left"),
      ("\u{1B}[H", "Home"), ("\u{1B}[F", "End"), ("\u{1B}[1~", "Home"), ("\u{1B}[4~", "End"),
    ] {
      session.press(.character("-"))
      session.wait(for: "[key -]")
      session.send(bytes)
      session.wait(for: "[key \(name)]")
    }
  }

  @Test func `keys that wait are read in one batch`() throws {
    let session = try start()
    session.send("abc")
    session.wait(until: "all three arrived") { $0.rows[1].contains("key c]") }
    session.send("\u{1B}xj")
    session.wait(for: "[key M-x]")
    session.wait(until: "j arrived") { $0.rows[1].contains("key j]") }
  }

  @Test func `a paste is one event, and its controls are shown`() throws {
    let session = try start()
    session.send("\u{1B}[200~two\rlines \u{7}q\u{1B}[201~")
    session.wait(for: "[paste two↵lines ^Gq]")
    session.send("\u{1B}[200~open end")
    session.wait(for: "[paste open end]")
    session.press(.character("q"))
    #expect(session.waitForEnd() == .exited(0))
  }

  @Test func `undecodable bytes do no harm`() throws {
    let session = try start()
    session.send("a")
    session.wait(for: "[key a]")
    session.sendBytes([0xFF, 0xC3, 0x28, 0x80, 0x62])
    session.wait(until: "b arrived") { $0.rows[1].contains("key b]") }
  }

  @Test func `another size is drawn anew`() throws {
    let session = try start()
    session.resize(to: Size(width: 100, height: 30))
    session.wait(for: "probe 100x30")
    session.wait(until: "the hints are in the last row") { $0.rows[29].contains("q quit") }
    session.resize(to: Size(width: 40, height: 12))
    session.wait(for: "probe 40x12")
    session.wait(until: "the hints are in the last row") { $0.rows[11].contains("q quit") }
  }

  @Test func `a click is an event where the mouse is asked for, and only there`() throws {
    let session = try start(["PROBE_MOUSE": "1"])
    session.wait(until: "the mouse is on") { $0.modes.contains(1000) }
    session.send("\u{1B}[<0;5;3M")
    session.wait(for: "[mouse 2,4]")
    session.press(.character("q"))
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.screen.modes.isDisjoint(with: [1000, 1002, 1006]))
    #expect(try start().screen.modes.isDisjoint(with: [1000, 1002, 1006]))
  }

  @Test func `a worker wakes the loop`() throws {
    let session = try start()
    session.press(.character("W"))
    session.wait(for: "[woken]")
  }

  @Test func `scrolled rows arrive whole`() throws {
    let session = try start()
    for step in 1...5 {
      session.press(.character("S"))
      session.wait(until: "scrolled by \(step)") { $0.rows[6] == "   row \(step)" }
    }
    session.settle()
    for row in 6..<22 { #expect(session.screen.rows[row] == "   row \(row - 1)") }
  }
}
