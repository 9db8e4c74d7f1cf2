import Foundation
import TestSupport
import Testing

/// An audit from the command line: drawn, ruled, and held against the gate.
@Suite struct AuditCommandTests {
  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.release("settled")
    return place
  }

  private func audit(_ place: Workplace, _ words: String...) throws -> Finished {
    try place.run(["-C", "project", "audit"] + words)
  }

  /// The first rows of the queue that an audit put there.
  private func drawn(_ place: Workplace) throws -> [JSON] {
    let queue = try place.run("-C", "project", "queue", "-n", "200", "--json").expect(0).json()
    return (queue["rows"]?.array ?? queue.array).filter { $0["audit"]?.boolean == true }
  }

  /// Rules on them as the votes say, but for every `nth`.
  private func rule(_ rows: [JSON], in place: Workplace, differingEvery nth: Int) throws {
    let lines = rows.enumerated().map { place, row -> String in
      let item = row["item"]?.string ?? ""
      let label = row["votes"]?[0]?["value"]?.string ?? ""
      let other = label == "other" ? "praise" : "other"
      let said = place % nth == nth - 1 ? other : label
      return #"{"item": "\#(item)", "label": "\#(said)", "reason": "read again"}"#
    }
    let file = try place.write("rulings.jsonl", lines.joined(separator: "\n") + "\n")
    try place.shell("\"$tiebreak\" -C project rule < \(file)").expect(0)
  }

  @Test func `a draw is ruled from the queue, and then says how right the release is`() throws {
    let place = try project()
    #expect(try audit(place, "--json").expect(0).json()["draw"] == .null)
    let before = try place.run("-C", "project", "export", "--format", "csv").expect(0).output
    let draw = try audit(place, "draw", "--size", "20", "--seed", "7", "--json").expect(0).json()
    #expect(draw["drawn"]?.integer == 20)
    #expect(draw["open"]?.integer == 127)
    let after = try place.run("-C", "project", "export", "--format", "csv").expect(0).output
    #expect(before == after, "a draw changes nothing of the release")
    let rows = try drawn(place)
    #expect(
      rows.map { $0["item"]?.string } == draw["units"]?.array.map { $0["item"]?.string })
    #expect(rows.allSatisfy { $0["likely_wrong"] == .null && $0["gain"] == .null })
    let shown = try place.run("-C", "project", "show", rows[0]["item"]?.string ?? "").expect(0)
    #expect(shown.text.contains("drawn by an audit"))
    #expect(!shown.text.contains("likely wrong"))

    try rule(Array(rows.prefix(12)), in: place, differingEvery: 6)
    let half = try audit(place, "--json").expect(0).json()
    #expect(half["ruled"]?.integer == 12)
    #expect(half["waiting"]?.integer == 8)
    #expect(half["complete"]?.boolean == false)
    try rule(Array(rows.dropFirst(12)), in: place, differingEvery: 99)
    let whole = try audit(place, "--json").expect(0).json()
    #expect(whole["ruled"]?.integer == 20)
    #expect(whole["right"]?.integer == 18)
    #expect(whole["complete"]?.boolean == true)
    #expect(whole["wrong"]?.array.count == 2)
    // (20 + 107 · 18/20) / 127
    #expect(abs((whole["accuracy"]?["value"]?.number ?? 0) - 116.3 / 127) < 1e-12)
    let low = whole["accuracy"]?["lower95"]?.number ?? 1
    #expect(low > 0.7 && low < 0.9)
    let text = try audit(place).expect(0).text
    #expect(text.contains("18 of 20 right, accuracy .916"))
    #expect(text.contains("Wrong"))
    #expect(try drawn(place).isEmpty)
    try place.run("-C", "project", "log", "verify").expect(0)
    try place.run("-C", "project", "doctor").expect(0)
  }

  @Test func `the gate wants its lower limit, and of a whole audit`() throws {
    let place = try project()
    let settings = try place.read("project/tiebreak.toml")
    try place.write("project/tiebreak.toml", settings + "\n[gate]\naudit_accuracy = 0.8\n")
    try place.run("-C", "project", "apply").expect(0)
    func check() throws -> JSON? {
      try place.run("-C", "project", "release", "--json").json()["checks"]?.array.first {
        $0["check"]?.string == "audit_accuracy"
      }
    }
    #expect(try check()?["state"]?.string == "fails")
    #expect(try audit(place, "advise", "--json").expect(0).json()["bound"]?.number == 0.8)
    try audit(place, "draw", "--size", "30", "--seed", "3").expect(0)
    let rows = try drawn(place)
    try rule(Array(rows.dropLast()), in: place, differingEvery: 99)
    #expect(try check()?["state"]?.string == "fails")
    #expect(try check()?["explanation"]?.string == "it waits for 1 ruling")
    try rule(Array(rows.suffix(1)), in: place, differingEvery: 99)
    #expect(try check()?["state"]?.string == "passes")
    let lower = try audit(place, "--json").json()["accuracy"]?["lower95"]?.number
    #expect(try check()?["is"]?.number == lower)
    let text = try place.run("-C", "project", "release").text
    #expect(text.contains("audited accuracy"))
    #expect(text.contains("30 of 30 right, accuracy"))
  }

  @Test func `what cannot be drawn is said`() throws {
    let place = try project()
    #expect(
      try audit(place, "draw", "--size", "128").expect(1).complaint.contains("127 units would be"))
    try audit(place, "draw", "--size", "0").expect(2)
    try audit(place, "advise").expect(2)
    try audit(place, "advise", "--bound", "1.2").expect(2)
    #expect(
      try audit(place, "advise", "--bound", ".98").expect(0).text.contains("--size 80"))
    try audit(place, "advise", "--bound", ".99", "--expect", ".9").expect(0)
    try place.run("-C", "project", "member", "add", "rev", "--role", "adjudicator").expect(0)
    let refused = try place.run("-C", "project", "audit", "draw", as: "rev").expect(5)
    #expect(refused.complaint.contains("lead"))
  }
}
