import Foundation
import Screen
import TestSupport
import Testing

/// Ratings that come in after a ruling bring its item back, marked, once; it is kept in one key.
@Suite struct NewRatingsStoryTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try write("first.csv", "p1,A1,lost", "p1,A2,late", "p2,A1,lost", "p2,A2,late", "p3,A1,lost")
    try place.run("init", "project", "--sandbox", "--from", "first.csv").expect(0)
  }

  private func write(_ name: String, _ rows: String...) throws {
    try (["item,annotator,label"] + rows).joined(separator: "\n")
      .write(toFile: place[name], atomically: false, encoding: .utf8)
  }

  private func tiebreak(_ arguments: String..., input: String = "") throws -> Finished {
    try place.run(["-C", "project"] + arguments, input: input)
  }

  private func queued(_ limit: String) throws -> [JSON] {
    try tiebreak("queue", "--json", "--limit", limit).expect(0).json()["rows"]?.array ?? []
  }

  @Test func `it is back marked, kept in one key, and not back again with the same ratings`() throws
  {
    let rulings = #"{"item":"p1","label":"late"}"# + "\n" + #"{"item":"p2","label":"lost"}"# + "\n"
    let seqs = try tiebreak("rule", input: rulings).expect(0).jsonLines()
      .compactMap { $0["seq"]?.integer }
    try #require(seqs.count == 2)
    let again = #"{"item":"p1","label":"lost","base":\#(seqs[0])}"# + "\n"
    let refused = try tiebreak("rule", input: again).expect(1).jsonLines()
    #expect(refused.first?["refused"]?.string?.contains("ruled on it meanwhile") == true)

    // Two votes of p1 are new or other; p2 says what it said.
    try write("second.csv", "p1,A2,lost", "p1,A3,lost", "p2,A1,lost")
    let report = try tiebreak("import", "second.csv").expect(0)
    #expect(report.text.contains("1 ruling in doubt, back in the queue"))
    let back = try queued("status:doubted")
    #expect(back.map { $0["item"]?.string } == ["p1"])
    #expect(back.first?["new_ratings"]?[0]?["batch"]?.integer == 2)
    #expect(back.first?["new_ratings"]?[0]?["votes"]?.integer == 2)
    #expect(back.first?["doubt"] == .null)
    #expect(try queued("doubt:ratings").count == 1)
    #expect(try tiebreak("queue").expect(0).text.contains("late, new ratings: batch 2 (2 votes)"))
    #expect(
      try tiebreak("show", "p1").expect(0).text.contains("new ratings since: batch 2 (2 votes)"))
    let gate = try place.run(["-C", "project", "release", "--json"]).json()
    let check = gate["checks"]?.array.first { $0["check"]?.string == "doubted" }
    #expect(check?["is"]?.integer == 1)

    let sitting = Sitting(
      try place.sit("-C", "project", size: Size(width: 80, height: 24), environment: [:]))
    sitting.waitForQueue()
    sitting.press("\r", until: "it says why it is back") {
      $0.screen.text.contains("New ratings since: batch 2 (2 votes). Keep late?")
    }
    sitting.press("\r", until: "it is kept") { $0.screen.text.contains("p1 late, saved") }
    sitting.killed()

    #expect(try queued("status:doubted").isEmpty)
    let kept = try tiebreak("guide", "--json").expect(0).json()["new_ratings"]
    #expect(kept?["in_doubt"]?.integer == 1)
    #expect(kept?["kept"]?.integer == 1)
    #expect(try tiebreak("guide").expect(0).text.contains("0 waiting, 1 kept"))
    try tiebreak("import", "second.csv").expect(0)
    try write("third.csv", "p1,A2,lost", "p1,A3,lost", "p1,A1,lost", "p2,A2,late")
    let same = try tiebreak("import", "third.csv", "--json").expect(0).json()
    #expect(same["imports"]?[0]?["rulings_doubted"]?.integer == 0)
    #expect(try queued("status:doubted").isEmpty)

    // Who looked before the ratings came in is told; the ruling is overruled by whoever has seen them.
    try write("fourth.csv", "p2,A3,late")
    try tiebreak("import", "fourth.csv").expect(0)
    #expect(try queued("doubt:ratings").map { $0["item"]?.string } == ["p2"])
    try tiebreak("rule", input: #"{"item":"p2","label":"late","base":\#(seqs[1])}"# + "\n")
      .expect(0)
    let overruled = try tiebreak("guide", "--json").expect(0).json()["new_ratings"]
    #expect(overruled?["overruled"]?.integer == 1)
    try tiebreak("log", "verify").expect(0)
    let before = try tiebreak("doctor", "--dump").expect(0).text
    try tiebreak("doctor", "--rebuild").expect(0)
    #expect(try tiebreak("doctor", "--dump").expect(0).text == before)
  }
}
