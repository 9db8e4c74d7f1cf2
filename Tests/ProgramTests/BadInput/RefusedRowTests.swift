import Foundation
import TestSupport
import Testing

/// Files of which some rows cannot be used: these are named and kept aside, the rest goes in.
@Suite struct RefusedRowTests {
  /// A project that knows the labels x and y.
  private func project() throws -> Workplace {
    let place = try Workplace()
    try place.write("base.csv", "item,annotator,label\n1,a,x\n1,b,y\n")
    try place.run("init", "project", "--from", "base.csv").expect(0)
    return place
  }

  @Test func `an unknown label is refused where the set is closed, and the rest goes in`() throws {
    let place = try project()
    try place.write("new.csv", "item,annotator,label\n2,a,zzz\n2,b,x\n3,a,\"un,known\"\n3,b,y\n")
    let run = try place.run("-C", "project", "import", "new.csv").expect(0)
    #expect(run.text.contains("new.csv:2:5:"))
    #expect(run.text.contains("\"zzz\""))
    #expect(run.text.contains("2 rows could not be read"))
    let refused = try #require(
      place.listing("project/batches").first { $0.contains(".refused") }?.split(separator: " "))
    let kept = try place.read("project/batches/" + refused[0])
    #expect(kept.contains("zzz") && kept.contains("un,known"))
    #expect(!kept.contains("2,b,x"))
    let shown = try place.run("-C", "project", "show", "2", "--json").expect(0).json()
    #expect(shown["units"]?[0]?["ratings"]?.array.count == 1)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `strict refuses the whole file, and says where`() throws {
    let place = try project()
    try place.write("new.csv", "item,annotator,label\n2,a,zzz\n2,b,x\n")
    let log = try place.read("project/log/events.jsonl")
    let files = place.listing("project/batches")
    let run = try place.run("-C", "project", "import", "--strict", "new.csv").expect(3)
    #expect(run.complaint.contains("new.csv:2:5:"))
    #expect(run.complaint.contains("--strict"))
    #expect(try place.read("project/log/events.jsonl") == log)
    #expect(place.listing("project/batches") == files.map { $0 })
    try place.write("bad.csv", [UInt8]("item,annotator,label\n1,a,".utf8) + [0xFF, 0x0A])
    try place.run("init", "made", "--strict", "--from", "bad.csv").expect(3)
    #expect(!FileManager.default.fileExists(atPath: place["made"]))
    try place.run("agree", "--strict", "bad.csv").expect(3)
  }

  @Test func `numbers that are none are refused each with its place`() throws {
    let place = try Workplace()
    try place.write(
      "n.csv",
      "item,annotator,label\n1,a,4\n1,b,5.50\n2,a,1x2\n2,b,nan\n3,a,1e999999999999\n3,b,٣\n")
    let report = try place.run("agree", "--kind", "number", "n.csv", "--json").expect(0)
    #expect(report.json()["diagnostics"]?["rows_refused"]?.integer == 4)
    #expect(report.json()["ratings"]?.integer == 2)
    for line in 4...7 { #expect(report.complaint.contains("n.csv:\(line):5:"), "line \(line)") }
  }

  @Test func `of an annotator's repeats the last counts, or the first where that is asked`() throws
  {
    let place = try Workplace()
    try place.write("r.csv", "item,annotator,label\n1,a,x\n1,a,y\n1,b,y\n2,a,x\n2,a,y\n2,b,y\n")
    for (repeats, agreement) in [("last", 1.0), ("first", 0.0)] {
      let words = ["agree", "r.csv", "--repeats", repeats, "--json"]
      let report = try place.run(words).expect(0).json()
      #expect(report["coefficients"]?["percent_agreement"]?["value"]?.number == agreement)
      #expect(report["repeats"]?["kept"]?.string == repeats)
      #expect(report["repeats"]?["dropped"]?.integer == 2)
    }
    let words = ["init", "p", "--from", "r.csv"]
    #expect(try place.run(words).expect(0).text.contains("2 ratings repeated"))
    let shown = try place.run("-C", "p", "show", "1", "--json").expect(0).json()
    let ratings = shown["units"]?[0]?["ratings"]?.array ?? []
    #expect(ratings.count == 3)
    #expect(ratings.filter { $0["in_force"]?.boolean == true }.count == 2)
    try place.run("agree", "r.csv", "--repeats", "middle").expect(2)
  }

  @Test func `in a project the later of two repeats counts, wherever it stands`() throws {
    let place = try Workplace()
    try place.write(
      "t.csv",
      """
      item,annotator,label,at
      1,a,x,2026-01-02T00:00:00Z
      1,a,y,2026-01-01T00:00:00Z
      1,b,x,2026-01-01T00:00:00Z

      """)
    for (repeats, agreement) in [("last", 1.0), ("first", 0.0)] {
      try place.run("init", repeats, "--from", "t.csv", "--repeats", repeats).expect(0)
      let report = try place.run("-C", repeats, "agree", "--json").expect(0).json()
      #expect(report["coefficients"]?["percent_agreement"]?["value"]?.number == agreement)
    }
  }

  @Test func `text that would act on a terminal never does`() throws {
    let place = try Workplace()
    let evil = "e\u{1B}[31m\u{7}vil\u{202E}\u{9B}5n"
    try place.write(
      "h.csv",
      "item,annotator,label,text\n\"\(evil)\",\"a\u{1B}]0;t\u{7}\",\"x\u{202E}\",\"\(evil)\u{2066}\"\n"
        + "\"\(evil)\",b,y,z\n")
    try place.run("init", "p", "--from", "h.csv", "--field", "text", "--slice", "text").expect(0)
    let shown = try place.run("-C", "p", "show", evil, "--json").expect(0).json()
    #expect(shown["item"]?.string == evil)
    try place.write("q.csv", "item,annotator,label\n1,a,\"z\(evil)\"\n")
    let name = "\u{1B}[2Jno\u{202E}.csv"
    try place.write(name, "item,annotator\n1,2\n")
    for words in [
      ["-C", "p", "queue"], ["-C", "p", "queue", "--json"], ["-C", "p", "show", evil],
      ["-C", "p", "show", evil, "--json"], ["-C", "p", "agree"], ["-C", "p", "agree", "--json"],
      ["-C", "p", "export"], ["-C", "p", "export", "--format", "label-studio"],
      ["-C", "p", "doctor", "--dump"], ["-C", "p", "log", "export"], ["-C", "p", "log", "show"],
      ["-C", "p", "import", "q.csv"],
      ["-C", "p", "import", name], ["agree", name], ["-C", "p", "show", "no\(evil)"],
      ["-C", "p", "queue", "--limit", evil], ["-C", evil, "queue"], ["agree", "--no\(evil)"],
      ["init", "p", "--from", name],
    ] {
      try expectNothingRaw(words, in: place)
    }
  }

  /// Runs a command on a terminal; what it writes holds nothing that acts.
  private func expectNothingRaw(_ words: [String], in place: Workplace) throws {
    let quoted = words.map { "'" + $0 + "'" }.joined(separator: " ")
    // `script` records every byte that reaches the terminal, before any terminal has obeyed it.
    let line = "script -qec \"\\\"$tiebreak\\\" $words\" /dev/null < /dev/null"
    let run = try place.shell(line, environment: ["words": quoted, "TERM": "xterm"])
    let text = String(decoding: run.output, as: UTF8.self)
    let raw = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A, 0x0D: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
      default: false
      }
    }
    #expect(raw.isEmpty, "\(words): \(text.debugDescription)")
    #expect(!text.isEmpty, "\(words)")
  }
}
