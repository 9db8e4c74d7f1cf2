import Foundation
import Screen
import TestSupport
import Testing

/// How the program behaves beside other programs on a terminal.
@Suite struct MannersTests {
  private func sit(
    _ place: Workplace, size: Size = Size(width: 80, height: 24),
    _ environment: [String: String] = [:]
  ) throws -> Sitting {
    try Sample.supportTickets.make(in: place)
    let sitting = Sitting(try place.sit("-C", "project", size: size, environment: environment))
    sitting.waitForQueue()
    return sitting
  }

  private func leave(_ sitting: Sitting) {
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(!sitting.screen.isAlternate)
    #expect(sitting.session.isCanonical)
  }

  /// A press and its release.
  private static func click(_ row: Int, _ column: Int) -> String {
    "\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m"
  }

  @Test func `y puts the id on the clipboard of the terminal, and into a file`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.press("y", until: "it says where it is") {
      $0.screen.text.contains("copied; also in …/copied.txt")
    }
    let sent = sitting.screen.commands.filter { $0.hasPrefix("52;c;") }
    let text = sent.first.flatMap { Data(base64Encoded: String($0.dropFirst(5))) }
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == "T-0218")
    leave(sitting)
    let state = place["home/state/tiebreak"]
    let project = try #require(try FileManager.default.contentsOfDirectory(atPath: state).first)
    #expect(try place.read("home/state/tiebreak/\(project)/copied.txt") == "T-0218\n")
  }

  @Test func `terminals that would print the sequence are spared it`() throws {
    let place = try Workplace()
    let sitting = try sit(place, ["TERM": "linux"])
    sitting.press("y", until: "it says where it is") {
      $0.screen.text.contains("written to …/copied.txt")
    }
    #expect(sitting.screen.commands.isEmpty)
    leave(sitting)
  }

  @Test func `clicks and the wheel are taken, and given back at the end`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.wait(until: "the mouse is on") { $0.screen.modes.contains(1000) }
    sitting.wait(until: "the list is there") { $0.screen.text.contains("T-0155") }
    let row = try #require(sitting.screen.rows.firstIndex { $0.contains("T-0155") })
    sitting.press(Self.click(row, 5), until: "the bar stands there") {
      $0.screen.rows[row].hasPrefix("▌")
    }
    sitting.press("\u{1B}[<65;6;10M", until: "the wheel goes on") {
      $0.screen.rows[row + 1].hasPrefix("▌")
    }
    let last = sitting.screen.rows[23]
    let hint = try #require(last.range(of: "limit"))
    let column = last.distance(from: last.startIndex, to: hint.lowerBound)
    sitting.press(Self.click(23, column), until: "the prompt opens") {
      $0.screen.rows[23].hasPrefix(" limit ")
    }
    sitting.press("\u{1B}", until: "it closes") { $0.screen.rows[23].contains("Enter open") }
    leave(sitting)
    #expect(sitting.screen.modes.isDisjoint(with: [1000, 1002, 1006]))
  }

  @Test func `the mouse stays the terminal's where the configuration says so`() throws {
    let place = try Workplace()
    try place.configure("config.toml", "mouse = false\n")
    let sitting = try sit(place)
    #expect(sitting.screen.modes.isDisjoint(with: [1000, 1002, 1006]))
    leave(sitting)
  }

  @Test func `a paste goes into a prompt as one line, without its controls`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.press("l", until: "the prompt opens") { $0.screen.rows[23].hasPrefix(" limit ") }
    sitting.press(
      "\u{1B}[200~text:\"one\rtwo\u{7}\u{1B}[31m\"\u{1B}[201~", until: "the text is there"
    ) { $0.screen.rows[23].contains("text:\"one two") }
    #expect(!sitting.screen.rows[23].contains("^["))
    #expect(sitting.screen.rows[0].contains("› queue"))
    sitting.press("\u{1B}", until: "nothing was run") {
      $0.screen.rows[23].contains("Enter open")
        && $0.screen.text.contains("97 disagreements wait for you")
    }
    leave(sitting)
  }

  @Test func `a paste without an end is over after a second, and the next key is a key`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.press("\u{1B}[200~qqqq", until: "the silence ended it") {
      $0.screen.text.contains("pasted text is not read as keys")
    }
    sitting.press("j", until: "the bar moves") { !$0.screen.text.contains("pasted text") }
    leave(sitting)
  }

  @Test func `an editor gets the terminal and gives it back`() throws {
    let place = try Workplace()
    let script = try place.write(
      "editor.sh",
      "#!/bin/sh\nprintf 'the editor is here'\nread go\nprintf 'as we agreed' > \"$1\"\n")
    let sitting = try sit(place, ["EDITOR": "/bin/sh \(place[script])"])
    sitting.open()
    sitting.press("E", until: "the editor has the terminal") {
      !$0.screen.isAlternate && $0.screen.text.contains("the editor is here")
    }
    #expect(sitting.session.isCanonical)
    sitting.press("\r", until: "the note is in the draft") {
      $0.screen.isAlternate && $0.screen.text.contains("as we agreed")
    }
    sitting.press("q", until: "the queue is back") { $0.screen.rows[0].contains("› queue") }
    leave(sitting)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal ends it in order, and the terminal is as it was`(number: Int32) throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.open()
    sitting.rule("a")
    sitting.session.signal(number)
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(!sitting.screen.isAlternate)
    #expect(sitting.session.isCanonical)
    #expect(try LoggedRuling.all(of: "project", in: place).map(\.ruling) == ["ambiguous"])
  }

  @Test func `a crash gives the terminal back, and says what it was about`() throws {
    let place = try Workplace()
    let sitting = try sit(place)
    sitting.session.signal(SIGABRT)
    #expect(sitting.session.waitForEnd(seconds: 60) == .signalled(Int(SIGABRT)))
    #expect(!sitting.screen.isAlternate)
    #expect(sitting.session.isCanonical)
    #expect(sitting.screen.modes.isDisjoint(with: [1000, 1006, 2004]))
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `an import is stopped from the keyboard, and nothing of it is left`() throws {
    let place = try Workplace()
    var rows = ["item,annotator,label,text"]
    for item in 0..<60_000 {
      rows += ["N-\(item),A1,billing,text \(item)", "N-\(item),A2,other,text \(item)"]
    }
    try place.write("more.csv", rows.joined(separator: "\n") + "\n")
    let sitting = try sit(place)
    let before = place.listing("project/batches")
    sitting.press("i", until: "the prompt opens") { $0.screen.rows[23].hasPrefix(" import ") }
    sitting.press("mor", until: "the file is offered") { $0.screen.text.contains("more.csv") }
    sitting.press("\t\r", until: "it shows how far it is") { $0.screen.rows[23].contains("━") }
    sitting.press("\u{3}", until: "it is stopped") {
      $0.screen.text.contains("was stopped; nothing of it was kept")
    }
    leave(sitting)
    #expect(place.listing("project/batches") == before)
    try place.run("-C", "project", "log", "verify").expect(0)
  }
}
