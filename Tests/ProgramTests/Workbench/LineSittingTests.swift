import Screen
import TestSupport
import Testing

/// A sitting that is told in lines, as with a screen reader.
@Suite struct LineSittingTests {
  private func sit(_ place: Workplace, _ environment: [String: String] = [:]) throws -> Sitting {
    try Sample.supportTickets.make(in: place)
    return Sitting(
      try place.sit(
        "-C", "project", "workbench", "--screen-reader", size: Size(width: 100, height: 200),
        environment: environment))
  }

  @Test(arguments: ["xterm-256color", "dumb"])
  func `start, move, open, rule, take back, quit`(type: String) throws {
    let place = try Workplace()
    let sitting = try sit(place, ["TERM": type])
    sitting.session.wait(for: "97 disagreements wait for you.", seconds: 60)
    sitting.session.wait(for: "row 1 of 97: ", seconds: 60)
    sitting.session.send("j")
    sitting.session.wait(for: "row 2 of 97: ", seconds: 60)
    sitting.session.send("\r")
    sitting.session.wait(for: "item 2 of 97", seconds: 60)
    sitting.session.send("1")
    sitting.session.wait(for: "Billing, saved", seconds: 60)
    sitting.session.send("z")
    sitting.session.wait(for: " is open again", seconds: 60)
    sitting.session.send("qq")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(!sitting.screen.isAlternate)
    #expect(sitting.session.isCanonical)
    #expect(sitting.screen.unknown.isEmpty)
    #expect(!sitting.screen.text.contains("│"))
    #expect(try LoggedRuling.all(of: "project", in: place).map(\.ruling) == ["billing"])
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `a paste is no command, and a closed terminal ends it`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.session.wait(for: "row 1 of 97: ", seconds: 60)
    sitting.session.send("\u{1B}[200~x:quit\rq\u{1B}[201~")
    sitting.session.wait(for: "pasted text is not read as keys", seconds: 60)
    sitting.session.close()
    #expect(sitting.session.waitForEnd(seconds: 60) != nil)
  }

  @Test func `the configuration may ask for it`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.configure("config.toml", "screen_reader = true\n")
    let sitting = Sitting(try place.sit("-C", "project", size: Size(width: 100, height: 60)))
    sitting.session.wait(for: "row 1 of 97: ", seconds: 60)
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
  }
}
