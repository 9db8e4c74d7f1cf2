import Screen
import TestSupport
import Testing

/// A sitting on the sample project, with keys as a person would type them.
@Suite struct SittingTests {
  @Test func `ten items are ruled on, taken back, skipped, and come back after a quit`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    #expect(sitting.screen.text.contains("97 disagreements wait for you."))
    sitting.open()
    let first = sitting.item
    sitting.turn("J", until: "the next item of the list") { $0.item != first }
    sitting.turn("K", until: "the item before") { $0.item == first }
    for key in ["1", "2", "x", "a", "8", "5", "X", "o", "7", "4"] { sitting.rule(key) }
    #expect(Set(sitting.saved.map(\.item)).count == 10)
    let skipped = sitting.item
    sitting.turn("s", until: "the item is skipped") { $0.item != skipped }
    let taken = sitting.saved.last?.item
    sitting.press("z", until: "the ruling is taken back") {
      $0.screen.rows.last?.contains("is open again") == true
    }
    sitting.press("q", until: "the queue is back") { $0.screen.rows[0].contains("› queue") }
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(!sitting.screen.isAlternate)

    let logged = try LoggedRuling.all(of: "project", in: place)
    #expect(logged.map(\.item) == sitting.saved.prefix(10).map(\.item))
    #expect(
      logged.map(\.ruling) == [
        "billing", "refund", "none_of_these", "ambiguous", "other", "account", "not_annotatable",
        "outside_guideline", "praise", "defect",
      ])
    let queue = try place.run("-C", "project", "queue", "--json", "-n", "100").expect(0).json()
    let waiting = queue["rows"]?.array.compactMap { $0["item"]?.string } ?? []
    #expect(waiting.count == 88)
    #expect(taken.map { waiting.contains($0) } == true)
    #expect(skipped.map { waiting.contains($0) } == true)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `a label that asks for a reason gets one on the way`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    sitting.open()
    let item = sitting.item
    sitting.press("6", until: "a reason is asked for") { $0.screen.text.contains("reason") }
    #expect(try LoggedRuling.all(of: "project", in: place).isEmpty)
    sitting.press("deletion\r", until: "it is saved") { $0.saved.last?.item == item }
    sitting.session.send("qq")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    let shown = try place.run("-C", "project", "show", item ?? "", "--json").expect(0).json()
    #expect(shown["units"]?[0]?["history"]?[0]?["reason"]?.string == "deletion")
  }

  @Test func `what is pasted is never read as commands`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    sitting.open()
    let item = sitting.item
    sitting.session.send("\u{1B}[200~1xaq:quit\r\u{1B}[201~")
    sitting.press("v", until: "the votes open") {
      $0.screen.text.contains("ratings of this item")
    }
    #expect(sitting.item == item)
    #expect(try LoggedRuling.all(of: "project", in: place).isEmpty)
    sitting.press("\u{1B}", until: "they close") {
      !$0.screen.text.contains("ratings of this item")
    }
    sitting.session.send("qq")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
  }

  @Test func `the screen takes the size that the terminal has`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let sitting = Sitting(
      try place.sit("-C", "project", size: Size(width: 40, height: 12)))
    sitting.wait(until: "the queue is painted at 40×12") {
      $0.screen.text.contains("97") && $0.screen.text.contains("T-0")
    }
    for size in [
      Size(width: 200, height: 60), Size(width: 120, height: 40), Size(width: 80, height: 24),
    ] {
      sitting.session.resize(to: size)
      sitting.wait(until: "the last row is used at \(size.width)×\(size.height)") {
        $0.screen.rows[size.height - 1].hasSuffix("? help")
      }
      let help = sitting.screen.rows[size.height - 1]
      #expect(help.count > size.width - 4, "hints reach the right margin")
    }
    sitting.session.resize(to: Size(width: 30, height: 8))
    sitting.wait(until: "it says that this is too small") { $0.screen.text.contains("too small") }
    sitting.session.resize(to: Size(width: 80, height: 24))
    sitting.waitForQueue()
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(sitting.screen.unknown.isEmpty)
  }

  @Test func `votes stay hidden until the first verdict where the project says so`() throws {
    let place = try Workplace()
    try Sample.replyPreferences.make(in: place)
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    sitting.open()
    let item = sitting.item
    #expect(!sitting.screen.text.contains("━"), "\(sitting.session.framed)")
    sitting.press("1", until: "the contest opens") { $0.screen.text.contains("━") }
    #expect(try LoggedRuling.all(of: "project", in: place).isEmpty)
    sitting.press("\r", until: "it is saved") { $0.saved.last?.item == item }
    sitting.session.send("qq")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    #expect(try LoggedRuling.all(of: "project", in: place).count == 1)
  }
}
