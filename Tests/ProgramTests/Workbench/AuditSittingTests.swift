import Foundation
import TestSupport
import Testing

/// An audit at the workbench: what it drew stands first and is ruled on like any item.
@Suite struct AuditSittingTests {
  @Test func `drawn items come first, say nothing of their release, and come back after undo`()
    throws
  {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.release("settled")
    let draw = try place.run(
      "-C", "project", "audit", "draw", "--size", "3", "--seed", "9", "--json"
    ).expect(0).json()
    let drawn = draw["units"]?.array.compactMap { $0["item"]?.string } ?? []
    try #require(drawn.count == 3)
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    #expect(sitting.screen.text.contains("100 disagreements wait for you."))
    #expect(sitting.screen.text.contains("Enter opens \(drawn[0])."))
    sitting.open()
    #expect(sitting.item == drawn[0])
    #expect(sitting.screen.text.contains("audit drawn at random"))
    #expect(!sitting.screen.text.contains("likely wrong"))
    sitting.rule("1")
    #expect(sitting.item == drawn[1])
    sitting.press("z", until: "the ruling is taken back") {
      $0.screen.rows.last?.contains("is open again") == true
    }
    sitting.wait(until: "the item stands there again") { $0.item == drawn[0] }
    let waiting = try place.run("-C", "project", "audit", "--json").expect(0).json()
    #expect(waiting["waiting"]?.integer == 3)
    for key in ["1", "2", "x"] { sitting.rule(key) }
    #expect(sitting.item.map { drawn.contains($0) } == false)
    sitting.wait(until: "its place is told by figures again") {
      $0.screen.text.contains("likely wrong")
    }
    sitting.press("q", until: "the queue is back") { $0.screen.rows[0].contains("› queue") }
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))

    let report = try place.run("-C", "project", "audit", "--json").expect(0).json()
    #expect(report["complete"]?.boolean == true)
    #expect(report["ruled"]?.integer == 3)
    let events = try place.run("-C", "project", "log", "show", "--json", "-n", "20").expect(0)
      .jsonLines()
    let rulings = events.filter { $0["type"]?.string == "decision" }
    #expect(rulings.count == 4)
    #expect(rulings.allSatisfy { $0["audit"]?.integer == draw["seq"]?.integer })
    #expect(rulings.allSatisfy { $0["queue"] == nil })
    try place.run("-C", "project", "log", "verify").expect(0)
  }
}
