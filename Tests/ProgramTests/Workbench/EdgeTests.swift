import Foundation
import Screen
import TestSupport
import Testing

/// The workbench on terminals, and without one.
@Suite struct EdgeTests {
  private func sit(_ place: Workplace, _ environment: [String: String] = [:]) throws -> Sitting {
    try Sample.supportTickets.make(in: place)
    return Sitting(try place.sit("-C", "project", environment: environment))
  }

  @Test func `a closed terminal ends the program, and what was saved is there`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.waitForQueue()
    sitting.open()
    sitting.rule("a")
    sitting.session.close()
    #expect(sitting.session.waitForEnd(seconds: 60) != nil)
    #expect(try LoggedRuling.all(of: "project", in: place).map(\.ruling) == ["ambiguous"])
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `control Z gives the shell back, and fg the screen`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let line = "set -m; \(Workplace.program) -C project; echo the shell; read go; fg"
    let sitting = Sitting(
      try PtySession(
        ["/bin/bash", "-c", line], environment: place.environment(), directory: place.path))
    sitting.waitForQueue()
    sitting.press("\u{1A}", until: "the shell has the terminal") {
      !$0.screen.isAlternate && $0.screen.text.contains("the shell")
    }
    #expect(sitting.session.isCanonical)
    sitting.session.send("\r")
    sitting.waitForQueue()
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(!sitting.screen.isAlternate)
  }

  @Test func `a terminal that cannot move its cursor is told so`() throws {
    let place = try Workplace()
    let sitting = try sit(place, ["TERM": "dumb"])
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(2))
    #expect(sitting.screen.text.contains("dumb"))
    #expect(sitting.screen.text.contains("--help"))
    #expect(!sitting.screen.isAlternate)
  }

  @Test func `without a terminal the commands are named`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let run = try place.run("-C", "project").expect(2)
    #expect(run.complaint.contains("needs a terminal"))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    ["LANG": "", "LC_ALL": "C"], ["LANG": "", "LC_ALL": ""], ["LC_ALL": "xx_XX.UTF-8"],
    ["TERM": "xterm"], ["TERM": "vt100"], ["TERM": "screen-256color"], ["TERM": "linux"],
  ])
  func `it paints wherever it is started`(environment: [String: String]) throws {
    let place = try Workplace()
    let sitting = try sit(place, environment)
    sitting.waitForQueue()
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
  }

  @Test func `no colour is used where NO_COLOR is set`() throws {
    let place = try Workplace()
    let sitting = try sit(place, ["NO_COLOR": "1"])
    sitting.waitForQueue()
    #expect(Set(sitting.screen.cells.map(\.style.foreground)) == [.standard])
    #expect(Set(sitting.screen.cells.map(\.style.background)) == [.standard])
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
  }

  @Test func `each theme that is listed paints in colours of its own`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let names = try place.run("themes", "--json").expect(0).json().array.compactMap(\.string)
    #expect(names.count == 5)
    var grounds: [String: Set<String>] = [:]
    for name in names {
      let sitting = Sitting(try place.sit("-C", "project", "workbench", "--theme", name))
      sitting.waitForQueue()
      grounds[name] = Set(
        sitting.screen.cells.map { "\($0.style.foreground) \($0.style.background)" })
      sitting.session.send("q")
      #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    }
    #expect(Set(grounds.values).count == 5)
    try place.run("-C", "project", "workbench", "--theme", "nope").expect(2)
  }
}
