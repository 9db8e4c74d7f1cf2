import Foundation
import TestSupport
import Testing

/// A calibration from the command line: from a draft to a version that rests on it.
@Suite struct CalibrateCommandTests {
  private func project(target: String? = nil) throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try draft(place, "Money back is a refund.")
    guard let target else { return place }
    let settings = try place.read("project/tiebreak.toml")
    try place.write("project/tiebreak.toml", settings + "\n[guideline]\ntarget = \(target)\n")
    try place.run("-C", "project", "apply").expect(0)
    return place
  }

  private func draft(_ place: Workplace, _ statement: String) throws {
    try place.run(
      "-C", "project", "guide", "draft", "--label", "refund", "--title", "Refund", "--statement",
      statement
    ).expect(0)
  }

  private func calibrate(_ place: Workplace, _ words: String...) throws -> Finished {
    try place.run(["-C", "project", "calibrate"] + words)
  }

  private func draw(_ place: Workplace, to file: String) throws -> JSON {
    try calibrate(
      place, "draw", "--size", "30", "--seed", "7", "--floor", "2", "--annotator", "ada",
      "--annotator", "emil", "--out", file, "--json"
    ).expect(0).json()
  }

  /// The file of a draw with labels: the same of both annotators, but for every `nth` item.
  private func answer(_ place: Workplace, _ file: String, differingEvery nth: Int) throws -> String
  {
    let table = try CSVTable(try place.read(file))
    var seen: [String: Int] = [:]
    let rows = table.rows.map { row -> String in
      let (item, who) = (row["item"] ?? "", row["annotator"] ?? "")
      let number = seen[item] ?? seen.count
      seen[item] = number
      let isOther = nth > 0 && number % nth == 0 && who == "emil"
      let label = (number % 2 == 0) != isOther ? "refund" : "billing"
      return "\(item),\(row["round"] ?? ""),\(who),\(label)"
    }
    return try place.write(
      "answers-" + file, (["item,round,annotator,label"] + rows).joined(separator: "\n") + "\n")
  }

  @Test func `the same draw draws the same items, and every label`() throws {
    let place = try project()
    let one = try draw(place, to: "one.csv")
    let two = try draw(place, to: "two.csv")
    #expect(one["items"] == two["items"])
    #expect(one["items"]?.array.count == 30)
    #expect((one["contested"]?.integer ?? 0) >= 12)
    #expect(one["parts"]?[0]?["part"]?.string == "R-0001")
    let header = try CSVTable(place.read("one.csv")).header
    #expect(header == ["item", "text", "round", "annotator", "label"])
    let other = try calibrate(place, "draw", "--size", "30", "--seed", "8", "--json").expect(0)
      .json()
    #expect(other["items"] != one["items"])
    try calibrate(place, "export", "--out", "one.csv").expect(4)
    try calibrate(place, "export", "999", "--out", "x.csv").expect(1)
    try calibrate(place, "export", "--out", "tasks.json", "--format", "label-studio").expect(0)
    let tasks = JSON(Data(try place.read("tasks.json").utf8))
    #expect(tasks?.array.count == other["items"]?.array.count)
    #expect(try calibrate(place, "list", "--json").expect(0).json().array.count == 3)
  }

  @Test func `answers count for the calibration and nowhere else`() throws {
    let place = try project()
    let before = try place.run("-C", "project", "agree").expect(0).output
    let queue = try place.run("-C", "project", "queue", "--json").expect(0).json()
    let exports = ["csv", "soft-jsonl", "label-studio"].map {
      ["-C", "project", "export", "--format", $0]
    }
    let released = try exports.map { try place.run($0).expect(0).output }
    let drawn = try draw(place, to: "one.csv")
    let seq = try #require(drawn["seq"]?.integer)
    #expect(try calibrate(place, "score").expect(0).text.contains("Nobody has answered"))
    try calibrate(place, "score", "--record").expect(1)
    let answers = try answer(place, "one.csv", differingEvery: 0)
    try place.run("-C", "project", "import", answers).expect(0)
    #expect(try place.run("-C", "project", "agree").expect(0).output == before)
    let after = try place.run("-C", "project", "queue", "--json").expect(0).json()
    #expect(after["rows"]?.array.map { $0["item"] } == queue["rows"]?.array.map { $0["item"] })
    #expect(try exports.map { try place.run($0).expect(0).output } == released)
    for item in drawn["items"]?.array.compactMap(\.string).prefix(6) ?? [] {
      let line = "{\"item\": \"\(item)\", \"label\": \"refund\"}\n"
      try place.run("-C", "project", "rule", input: line).expect(0)
    }
    let rulings = try place.run("-C", "project", "log", "show", "--limit", "type:ruling", "--json")
      .expect(0).jsonLines()
    #expect(rulings.count == 6)
    let adopted = rulings.flatMap { $0["chose"]?.array ?? [] }
    #expect(!adopted.isEmpty && adopted.allSatisfy { $0[0]?.integer == 1 })
    let score = try calibrate(place, "score", "\(seq)", "--json").expect(0).json()
    #expect(score["measured"]?["answers"]?.integer == 60)
    #expect(score["measured"]?["percent_agreement"]?["value"]?.number == 1)
    #expect(score["before"]?["percent_agreement"]?["value"]?.number != 1)
    #expect(score["measured"]?["by_label"]?.array.count == 2)
    // A file whose tool drops the round says it by the option.
    let bare = try place.read(answers).split(separator: "\n").map { line in
      let cells = line.split(separator: ",")
      return "\(cells[0]),\(cells[2]),\(cells[3])"
    }
    try place.write("bare.csv", bare.joined(separator: "\n") + "\n")
    try place.run("-C", "project", "import", "bare.csv", "--trial", "calibration-\(seq)").expect(0)
    #expect(try calibrate(place, "score", "\(seq)", "--json").expect(0).json() == score)
  }

  @Test func `where the settings name a target, publishing asks for what reaches it`() throws {
    let place = try project(target: "0.8")
    let publish = ["-C", "project", "guide", "publish", "--yes"]
    let asked = try place.run(publish).expect(1)
    #expect(asked.complaint.contains("tiebreak calibrate draw"))
    try place.run(publish + ["--editorial", "R-0001"]).expect(0)
    try place.run(
      "-C", "project", "guide", "draft", "R-0001", "--statement", "Money back, always."
    ).expect(0)
    _ = try draw(place, to: "poor.csv")
    try place.run("-C", "project", "import", try answer(place, "poor.csv", differingEvery: 2))
      .expect(0)
    let poor = try calibrate(place, "score", "--record").expect(1)
    #expect(poor.text.contains("Below 0.8: all labels"))
    #expect(try place.run(publish).expect(1).complaint.contains("less than 0.8"))
    _ = try draw(place, to: "good.csv")
    try place.run("-C", "project", "import", try answer(place, "good.csv", differingEvery: 0))
      .expect(0)
    let good = try calibrate(place, "score", "--record", "--json").expect(0).json()
    let seq = try #require(good["seq"]?.integer)
    let published = try place.run(publish + ["--json"]).expect(0).json()
    #expect(published["calibration"]?.integer == seq)
    // The next draft is another text, which nobody tried.
    try place.run(
      "-C", "project", "guide", "draft", "R-0001", "--statement", "Only goods that went back."
    ).expect(0)
    try place.run(publish).expect(1)
    try place.run(publish + ["--waive", "urgent"]).expect(0)
    let versions = try place.run("-C", "project", "guide", "--json").expect(0).json()["versions"]
    #expect(versions?.array.compactMap { $0["waived"]?.string } == ["urgent"])
    #expect(versions?.array.compactMap { $0["calibration"]?.integer } == [seq])
    try place.run("-C", "project", "log", "verify").expect(0)
    let before = try place.run("-C", "project", "doctor", "--dump").expect(0).output
    let rebuilt = try place.run("-C", "project", "doctor", "--rebuild", "--dump").expect(0)
    #expect(rebuilt.output == before)
  }
}
