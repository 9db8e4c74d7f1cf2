import Screen
import TestSupport
import Testing

/// What is drawn on terminals that can do less, or more.
@Suite struct TerminalKindTests {
  private func start(_ environment: [String: String]) throws -> PtySession {
    try PtySession([BuiltProgram.path("TerminalProbe")], environment: environment)
  }

  @Test func `no colour is sent where colour is refused`() throws {
    let session = try start(["NO_COLOR": "1"])
    session.wait(for: "depth 0")
    session.wait(for: "^Z stop")
    for cell in session.screen.cells {
      #expect(cell.style.foreground == .standard && cell.style.background == .standard)
    }
    #expect(session.screen[3, 9].style.attributes == .reverse)
    #expect(session.screen.rows[4].contains("▆.31"), "heat is read from its slot")
  }

  @Test func `eight colours are enough`() throws {
    let session = try start(["TERM": "xterm"])
    session.wait(for: "depth 1")
    session.wait(for: "^Z stop")
    #expect(session.screen[4, 1].style == Style(foreground: .indexed(4), attributes: .bold))
  }

  @Test func `a terminal with direct colours gets the theme's own`() throws {
    let session = try start(["TERM": "xterm-direct"])
    session.wait(until: "it is drawn or refused") {
      $0.text.contains("depth 4") || $0.text.contains("nothing is known")
    }
    guard session.screen.text.contains("depth 4") else {
      print("skipped: xterm-direct is not described here")
      return
    }
    session.wait(for: "^Z stop")
    #expect(
      session.screen[4, 1].style
        == Style(foreground: .direct(0x93C0FF), background: .direct(0x111417)))
  }

  @Test func `a terminal that cannot move its cursor is refused with a sentence`() throws {
    let session = try start(["TERM": "dumb"])
    #expect(session.waitForEnd() == .exited(2))
    #expect(session.screen.text.contains("cannot move its cursor"))
  }

  @Test func `an unknown terminal is refused with advice`() throws {
    let session = try start(["TERM": "no-such-terminal"])
    #expect(session.waitForEnd() == .exited(2))
    #expect(
      session.screen.rows.joined().contains("about the terminal \"no-such-terminal\""))
  }

  @Test(arguments: ["C", "POSIX", "xx_XX.UTF-8"])
  func `no locale is taken for UTF-8`(locale: String) throws {
    let session = try start(["LANG": locale])
    session.wait(for: "^Z stop")
    #expect(session.screen.rows[2].hasPrefix(" wide 日本語|é|"))
  }

  @Test func `signs have a reading in ASCII`() throws {
    let session = try start(["PROBE_ASCII": "1"])
    session.wait(for: "^Z stop")
    #expect(session.screen.rows[4].hasPrefix(" =======-----   ooo oo#"))
    #expect(session.screen.rows[2].hasPrefix(" wide 日本語|é|"))
    #expect(session.screen.rows[3] == " hostile <U+202E>abc^[[31m<U+200B>")
  }

  @Test(arguments: ["dark", "light", "high-contrast", "colour-blind-safe", "mono"])
  func `all roles on all grounds are drawn in every theme`(theme: String) throws {
    let session = try PtySession(
      [BuiltProgram.path("TerminalProbe")],
      environment: ["PROBE_THEME": theme, "PROBE_ROLES": "1"], size: Size(width: 120, height: 60))
    session.wait(for: "^Z stop")
    for role in Role.allCases { #expect(session.screen.text.contains(role.name)) }
    #expect(session.screen.unknown.isEmpty)
  }
}
