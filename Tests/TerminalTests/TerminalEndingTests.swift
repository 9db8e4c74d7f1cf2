import Screen
import TestSupport
import Testing

/// However a session ends or pauses, the terminal is given back.
@Suite struct TerminalEndingTests {
  private func start(_ environment: [String: String] = [:]) throws -> PtySession {
    let session = try PtySession(
      [BuiltProgram.path("TerminalProbe")], environment: environment)
    session.wait(for: "^Z stop")
    return session
  }

  private func expectRestored(_ session: PtySession) {
    #expect(!session.screen.isAlternate)
    #expect(session.screen.modes.contains(25))
    #expect(!session.screen.modes.contains(2004))
    #expect(!session.screen.modes.contains(1))
  }

  @Test(arguments: [1, 2, 15] as [Int32])
  func `a signal to end is an event, and the terminal is restored`(number: Int32) throws {
    let session = try start()
    session.signal(number)
    #expect(session.waitForEnd() == .exited(3))
    expectRestored(session)
    #expect(session.screen.text.contains("ended"))
  }

  @Test func `exit without closing restores the terminal`() throws {
    let session = try start()
    session.press(.character("X"))
    #expect(session.waitForEnd() == .exited(4))
    expectRestored(session)
  }

  @Test func `a trap restores the terminal and its message is not lost`() throws {
    let session = try start(["SWIFT_BACKTRACE": "enable=no"])
    session.press(.character("T"))
    guard case .signalled = session.waitForEnd() else {
      Issue.record("a trap ends the program by a signal")
      return
    }
    expectRestored(session)
    #expect(session.screen.text.contains("about to trap"))
  }

  @Test func `a fault sent from outside restores the terminal and still kills`() throws {
    let session = try start(["SWIFT_BACKTRACE": "enable=no"])
    session.signal(11)
    #expect(session.waitForEnd() == .signalled(11))
    expectRestored(session)
  }

  @Test func `a closed terminal ends the program`() throws {
    let session = try start()
    session.close()
    #expect(session.waitForEnd() == .exited(3))
  }

  @Test func `standard error is kept from the screen and told at the end`() throws {
    let session = try start()
    session.press(.character("E"), .character("j"))
    session.wait(until: "j arrived") { $0.rows[1].contains("key j]") }
    #expect(!session.screen.text.contains("written"))
    session.press(.character("q"))
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.screen.text.contains("written ^[[31munder the screen"))
  }

  @Test func `control Z stops the program, which then draws everything again`() throws {
    let session = try start()
    session.press(.control("z"))
    // The leader of an orphaned group is not stopped by the system; it goes on at once.
    _ = session.waitForStop(seconds: 0.3)
    session.signal(18)
    session.wait(until: "it is drawn again") {
      $0.isAlternate && $0.rows[23].contains("^Z stop")
    }
    session.press(.character("j"))
    session.wait(for: "[key j]")
    session.press(.character("q"))
    #expect(session.waitForEnd() == .exited(0))
    expectRestored(session)
  }

  @Test func `an editor gets the terminal as it was`() throws {
    let session = try start()
    session.press(.character("Y"))
    session.wait(for: "yielded")
    #expect(!session.screen.isAlternate)
    #expect(session.isCanonical)
    session.press(.enter)
    session.wait(until: "it is drawn again") { $0.isAlternate && $0.rows[0].contains("probe") }
    #expect(!session.isCanonical)
    session.press(.character("q"))
    #expect(session.waitForEnd() == .exited(0))
  }

  @Test func `a second request to end does not wait for the loop`() throws {
    let session = try start()
    session.press(.character("H"))
    session.wait(for: "hung")
    session.signal(15)
    session.settle()
    session.signal(15)
    #expect(session.waitForEnd() == .signalled(15))
    expectRestored(session)
  }
}
