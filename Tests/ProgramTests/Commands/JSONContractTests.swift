import Foundation
import TestSupport
import Testing

/// What scripts build on: the members that each `--json` has.
@Suite struct JSONContractTests {
  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    return place
  }

  @Test(arguments: [true, false])
  func `agree keeps its contract`(onFile: Bool) throws {
    let place = try project()
    let file = Sample.supportTickets.folder + "/ratings.csv"
    let words = onFile ? ["agree", file, "--abstained", "abstained"] : ["-C", "project", "agree"]
    let report = try place.run(words + ["--json"]).expect(0).json()
    expect(
      report,
      has: [
        "items", "pairable_items", "annotators", "ratings", "labels", "coefficients", "by_label",
        "by_pair", "diagnostics", "pairs_omitted",
      ])
    #expect(report["pairable_items"]?.integer == 220)
    #expect(report["annotators"]?.integer == 5)
    #expect(report["labels"]?.array.count == 8)
    #expect(report["diagnostics"]?["rows_refused"]?.integer == 0)
    #expect(report["repeats"]?["kept"]?.string == "last")
    #expect(report["repeats"]?["dropped"]?.integer == 18)
    try expectCoefficients(try #require(report["coefficients"]))
    for label in report["by_label"]?.array ?? [] {
      expect(label, has: ["label", "ratings", "specific_agreement", "alpha"])
    }
    #expect(report["by_pair"]?.array.count == 10)
    for pair in report["by_pair"]?.array ?? [] {
      expect(pair, has: ["a", "b", "items", "percent_agreement", "cohen_kappa"])
    }
  }

  @Test(arguments: [true, false])
  func `agree names what it was asked for`(onFile: Bool) throws {
    let place = try project()
    let file = Sample.supportTickets.folder + "/ratings.csv"
    let words = onFile ? ["agree", file, "--abstained", "abstained"] : ["-C", "project", "agree"]
    let asked = [
      "--by", "week", "--drift", "week", "--target", "uniform", "--width", ".05", "--bootstrap",
      "200", "--interval", "percentile", "--seed", "7", "--weights", "linear",
    ]
    let run = try place.run(words + asked).expect(0)
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
    let report = try place.run(words + asked + ["--json"]).expect(0).json()
    expect(report, has: ["by_group", "drift", "coverage", "plan", "resampling", "by_member"])
    #expect(report["by_group"]?[0]?["by"]?.string == "week")
    #expect(report["resampling"]?["seed"]?.integer == 7)
    #expect(report["coefficients"]?["krippendorff_alpha"]?["ci95_method"]?.string == "percentile")
    #expect(report["coefficients"]?["fleiss_kappa_linear"]?["value"]?.number != nil)
    let again = try place.run(words + asked + ["--json"]).expect(0).json()
    #expect(report == again)
  }

  private func expectCoefficients(_ coefficients: JSON) throws {
    for name in [
      "percent_agreement", "krippendorff_alpha", "fleiss_kappa", "scott_pi", "gwet_ac1",
      "brennan_prediger", "mean_pairwise_cohen_kappa",
    ] {
      let coefficient = try #require(coefficients[name], "\(name)")
      expect(coefficient, has: ["value", "ci95"])
      if coefficient["value"] == .null {
        expect(coefficient, has: ["reason", "explanation"])
      }
      if case .array(let limits) = coefficient["ci95"] { #expect(limits.count == 2) }
    }
    #expect(coefficients["krippendorff_alpha"]?["level"]?.string == "nominal")
    #expect(coefficients["mean_pairwise_cohen_kappa"]?["pairs"]?.integer == 10)
    #expect(coefficients["scott_pi"]?["value"] == .null)
  }

  @Test func `queue and rule name what they hold`() throws {
    let place = try project()
    let queue = try place.run("-C", "project", "queue", "--json", "-n", "3").expect(0).json()
    expect(queue, has: ["sentence", "total", "overdue", "order", "rows"])
    #expect(queue["total"]?.integer == 97)
    #expect(queue["rows"]?.array.count == 3)
    let row = try #require(queue["rows"]?[0])
    expect(row, has: ["item", "question", "status", "votes", "ratings", "agreement", "gain"])
    let item = try #require(row["item"]?.string)
    let lines = """
      {"item":"\(item)","label":"billing","note":"why"}
      {"item":"\(item)","label":"nope"}
      """
    let answers = try place.run("-C", "project", "rule", input: lines).expect(1).jsonLines()
    #expect(answers.first?.names == ["ok", "op", "seq"])
    #expect(answers.first?["op"]?.string?.count == 32)
    #expect(answers.last?["ok"]?.boolean == false)
    #expect(answers.last?["refused"]?.string?.contains("nope") == true)
  }

  @Test func `show and log name what they hold`() throws {
    let place = try project()
    let line = #"{"item":"T-0148","label":"billing","note":"why"}"#
    let answer = try place.run("-C", "project", "rule", input: line).expect(0).jsonLines().first
    let shown = try place.run("-C", "project", "show", "T-0148", "--json").expect(0).json()
    expect(shown, has: ["item", "payload", "slices", "units"])
    let unit = try #require(shown["units"]?[0])
    expect(unit, has: ["question", "queue", "base", "ratings", "history"])
    #expect(unit["base"] == answer?["seq"])
    #expect(unit["history"]?[0]?["rationale"]?.string == "why")

    let events = try place.run("-C", "project", "log", "show", "--json").expect(0).jsonLines()
    for event in events { expect(event, has: ["seq", "type", "op", "ts", "prev", "hash", "v"]) }
    let exported = try place.run("-C", "project", "log", "export").expect(0).text
    #expect(try exported == place.read("project/log/events.jsonl"))
    let verified = try place.run("-C", "project", "log", "verify", "--json").expect(0).json()
    expect(verified, has: ["good", "events"])
    #expect(verified["events"]?.integer == events.count)
  }

  @Test func `log show takes limits, and its words are those of the screen`() throws {
    let place = try project()
    let line = #"{"item":"T-0148","label":"billing","reason":"invoice"}"#
    try place.run("-C", "project", "rule", input: line).expect(0)
    let shown = try place.run("-C", "project", "log", "show", "--limit", "type:ruling").expect(0)
    #expect(shown.lines.count == 2)
    #expect(shown.lines.last?.contains("T-0148 Billing") == true)
    for line in try place.run("-C", "project", "log", "show").expect(0).lines {
      #expect(line.count <= 80, "\(line)")
    }
    let limit = "reason:invoice label:billing -type:import"
    let found = try place.run("-C", "project", "log", "show", "--json", "--limit", limit)
      .expect(0).jsonLines()
    #expect(found.map { $0["item"]?.string } == ["T-0148"])
    let wrong = try place.run("-C", "project", "log", "show", "--limit", "typ:ruling").expect(2)
    #expect(wrong.complaint.contains("after, before, by, cites"))
  }

  @Test func `release says what holds it up`() throws {
    let place = try project()
    let run = try place.run("-C", "project", "release").expect(1)
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
    let report = try place.run("-C", "project", "release", "--json").expect(1).json()
    expect(
      report, has: ["sentence", "ready", "head", "units", "checks", "would_go_out", "gold"])
    #expect(report["ready"]?.boolean == false)
    for check in report["checks"]?.array ?? [] { expect(check, has: ["check", "state", "is"]) }
    let failing = report["checks"]?.array.filter { $0["state"]?.string == "fails" }
    #expect(failing?.compactMap { $0["check"]?.string } == ["known_identities"])
    #expect(report["would_go_out"]?["unanimous"]?.integer ?? 0 > 0)
  }

  @Test func `init, import and export name what they did`() throws {
    let place = try Workplace()
    try place.write("a.csv", "item,annotator,label\n1,a,x\n1,b,y\n")
    let made = try place.run("init", "p", "--from", "a.csv", "--json").expect(0).json()
    expect(made, has: ["imports", "items", "ratings", "open"])
    try place.write("b.csv", "item,annotator,label\n2,a,x\n2,b,y\n3,a,zzz\n")
    let report = try place.run("-C", "p", "import", "b.csv", "--json").expect(0).json()
    let first = try #require(report["imports"]?[0])
    expect(
      first,
      has: ["source", "changed", "batch", "sha256", "items_new", "rows_refused", "refused_file"])
    #expect(first["rows_refused"]?.integer == 1)
    #expect(first["items_new"]?.integer == 1)
    let again = try place.run("-C", "p", "import", "b.csv", "--json").expect(0).json()
    #expect(again["imports"]?[0]?["changed"]?.boolean == false)
    let gold = try place.run("-C", "p", "export", "--out", "gold.csv", "--json").expect(0).json()
    #expect(!gold.names.isEmpty)
  }

  @Test func `member, apply, doctor and themes parse`() throws {
    let place = try project()
    let run = { (words: String...) throws -> JSON in
      try place.run(["-C", "project"] + words + ["--json"]).expect(0).json()
    }
    let added = try run("member", "add", "mara")
    expect(try #require(added[0]), has: ["member", "roles", "user", "annotators"])
    let changed = try run("member", "role", "mara", "reviewer")
    #expect(changed[0]?["roles"]?.array == [.string("reviewer")])
    #expect(try run("member").array.count == 2)
    #expect(try run("apply")["in_force"]?.boolean == true)
    let doctor = try run("doctor")
    #expect(doctor["good"]?.boolean == true)
    expect(
      doctor, has: ["good", "events", "state", "tables", "bad_guideline", "mended", "findings"])
    let outcome = ["path", "events", "head", "hash", "batches", "files", "bytes"]
    expect(try run("backup", "b.tar.zst"), has: outcome)
    expect(try place.run("restore", "b.tar.zst", "r", "--json").expect(0).json(), has: outcome)
    #expect(try run("themes").array.count == 5)
  }

  private func expect(
    _ json: JSON, has names: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let missing = Set(names).subtracting(json.names).sorted()
    #expect(missing.isEmpty, "of \(json.names)", sourceLocation: sourceLocation)
  }
}
