import Foundation
import TestSupport
import Testing

/// Each sample project as its README has it: made, ruled on, exported, compared, looked after.
@Suite struct SampleProjectTests {
  @Test(arguments: Sample.allCases)
  func `the rulings of a sample give the gold that stands beside them`(sample: Sample) throws {
    let place = try Workplace()
    try sample.make(in: place)
    let rulings = try sample.text("rulings.jsonl")
    let answers = try place.run("-C", "project", "rule", input: rulings).expect(0).jsonLines()
    #expect(answers.count == rulings.split(separator: "\n").count)
    #expect(answers.allSatisfy { $0["ok"]?.boolean == true })

    let gold = try CSVTable(place.run("-C", "project", "export").expect(0).text)
    let expected = try CSVTable(try sample.text("expected-gold.csv"))
    let ruled = gold.rows.filter { $0["source"] == "ruled" }
    #expect(ruled.count == expected.rows.count)
    for row in expected.rows {
      let found = ruled.first { mine in
        mine["item"] == row["item"] && (row["question"] ?? "label") == mine["question"]
      }
      #expect(found?["outcome"] == row["outcome"], "\(row)")
      #expect(found?["label"] == row["label"], "\(row)")
    }

    let verified = try place.run("-C", "project", "log", "verify", "--json").expect(0).json()
    #expect(verified["good"]?.boolean == true)
    #expect(verified["events"]?.integer == answers.count + 4)
  }

  @Test(arguments: Sample.allCases)
  func `tables made anew are the tables that were there`(sample: Sample) throws {
    let place = try Workplace()
    try sample.make(in: place)
    try place.run("-C", "project", "rule", input: sample.text("rulings.jsonl")).expect(0)
    let before = try place.run("-C", "project", "doctor", "--dump").expect(0)
    #expect(before.lines.count > 500)
    let report = try place.run("-C", "project", "doctor", "--json").expect(0).json()
    #expect(report["good"]?.boolean == true)
    try place.run("-C", "project", "doctor", "--rebuild").expect(0)
    #expect(try place.run("-C", "project", "doctor", "--dump").expect(0).output == before.output)

    try FileManager.default.removeItem(atPath: place["project/store/items.sqlite"])
    #expect(try place.run("-C", "project", "doctor", "--dump").expect(0).output == before.output)
  }

  @Test(arguments: Sample.allCases)
  func `the same bytes again change nothing and say so`(sample: Sample) throws {
    let place = try Workplace()
    try sample.make(in: place)
    let log = try place.read("project/log/events.jsonl")
    let files = place.listing("project/batches")
    let again = try place.run(
      ["-C", "project", "import", sample.folder + "/ratings.csv"] + sample.mapping)
    again.expect(0)
    #expect(again.text.contains("imported already"))
    #expect(again.lines.count == 1)
    #expect(try place.read("project/log/events.jsonl") == log)
    #expect(place.listing("project/batches") == files)
  }

  @Test(arguments: Sample.allCases)
  func `votes that went out and came in again agree as before`(sample: Sample) throws {
    let place = try Workplace()
    try sample.make(in: place)
    let agreement = try place.run("-C", "project", "agree", "--json").expect(0).json()
    for (format, file) in [("votes-csv", "votes.csv"), ("label-studio", "tasks.json")] {
      try place.run("-C", "project", "export", "--format", format, "--out", file).expect(0)
      let settings = sample.folder + "/tiebreak.toml"
      try place.run("init", "from-" + format, "--config", settings, "--from", file).expect(0)
      let again = try place.run("-C", "from-" + format, "agree", "--json").expect(0).json()
      expectSameFigures(again, agreement, "\(sample) \(format)")
    }
  }

  @Test(arguments: Sample.allCases, ["csv", "soft-jsonl", "votes-csv", "label-studio"])
  func `gold that went out comes in as gold`(sample: Sample, format: String) throws {
    let place = try Workplace()
    try sample.make(in: place)
    try place.run("-C", "project", "rule", input: sample.text("rulings.jsonl")).expect(0)
    try place.run("-C", "project", "export", "--format", format, "--out", "out").expect(0)
    let settings = sample.folder + "/tiebreak.toml"
    try place.run("init", "again", "--config", settings).expect(0)
    let report = try place.run("-C", "again", "import", "out", "--json").expect(0).json()
    #expect(report["imports"]?[0]?["rows_refused"]?.integer == 0)
    let first = try gold(of: "project", in: place)
    let second = try gold(of: "again", "--settled", in: place)
    #expect(!first.isEmpty)
    let differing = first.filter { second[$0.key] != $0.value }.keys.sorted()
    #expect(differing.isEmpty, "\(sample) \(format)")
  }

  /// What gold says of each unit that has a value. What models of annotators say is none.
  private func gold(
    of project: String, _ words: String..., in place: Workplace
  ) throws -> [String: String] {
    let table = try CSVTable(place.run(["-C", project, "export"] + words).expect(0).text)
    var gold: [String: String] = [:]
    for row in table.rows where row["label"]?.isEmpty == false && row["source"] != "model" {
      gold["\(row["item"] ?? "") \(row["question"] ?? "")"] = row["label"]
    }
    return gold
  }

  private func expectSameFigures(_ one: JSON, _ other: JSON, _ what: String) {
    let reports = other["reports"]?.array ?? [other]
    for (place, report) in reports.enumerated() {
      let mine = one["reports"]?[place] ?? one
      for name in report.names where !["diagnostics", "repeats"].contains(name) {
        #expect(mine[name] == report[name], "\(what): \(name)")
      }
    }
  }
}
