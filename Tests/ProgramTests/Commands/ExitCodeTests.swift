import Foundation
import TestSupport
import Testing

/// Each exit code, provoked, with a message that says what, where and what next.
@Suite struct ExitCodeTests {
  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    return place
  }

  @Test func `a limit selects, and one that cannot be read is told where`() throws {
    let place = try project()
    let few = try place.run("-C", "project", "queue", "--json", "--limit", "agree<0.6").expect(0)
      .json()
    let found = few["total"]?.integer ?? 0
    #expect(found > 0 && found < 97)
    for row in few["rows"]?.array ?? [] { #expect((row["agreement"]?.number ?? 1) < 0.6) }
    for (limit, character) in [("agree<", 1), ("nonsense:1", 1), ("label:refund agree<x", 14)] {
      let run = try place.run("-C", "project", "queue", "--limit", limit).expect(2)
      #expect(run.complaint.contains("at character \(character):"), "\(run.complaint)")
    }
  }

  @Test(arguments: [
    ["--bootstrap", "5"], ["--bootstrap", "200", "--interval", "wide"], ["--seed", "3"],
    ["--wrong", ".1"],
    ["--target", "refund=.7", "--target", "billing=.7"], ["--preference"], ["--drift", "year"],
    ["--target", "spam"],
    ["--target", "spam=-1"], ["--width", "2"], ["--width", ".1", "--wrong", "0"],
    ["--overlap", "1.5"],
    ["--weights", "heavy"], ["--out-of-sample"],
  ])
  func `agree says what it cannot take`(words: [String]) throws {
    let place = try Workplace()
    let file = Sample.supportTickets.folder + "/ratings.csv"
    let run = try place.run(["agree", file, "--abstained", "abstained"] + words).expect(2)
    #expect(!run.complaint.isEmpty && run.text.isEmpty)
    let unknown = try place.run("agree", file, "--by", "color").expect(3)
    #expect(unknown.complaint.contains("channel"))
  }

  @Test func `damage in the log is the answer no`() throws {
    let place = try project()
    var bytes = Array(try place.read("project/log/events.jsonl").utf8)
    let middle = bytes.count / 2
    bytes[middle] = bytes[middle] == 0x30 ? 0x31 : 0x30
    try place.write("project/log/events.jsonl", bytes)
    let run = try place.run("-C", "project", "log", "verify").expect(1)
    #expect((run.text + run.complaint).contains("event"))
  }

  @Test func `an item that is not there is the answer no`() throws {
    let place = try project()
    try place.run("-C", "project", "show", "nothing like it").expect(1)
    let run = try place.run("-C", "project", "rule", input: "[]\nno json\n{\"item\":1}\n")
    #expect(run.expect(1).jsonLines().allSatisfy { $0["ok"]?.boolean == false })
    #expect(run.lines.count == 3)
  }

  @Test func `a folder that is no project, or one already, is trouble`() throws {
    let place = try project()
    let run = try place.run("-C", "nowhere", "queue").expect(4)
    #expect(run.complaint.contains("tiebreak init"))
    #expect(!FileManager.default.fileExists(atPath: place["nowhere"]))
    #expect(try place.run("init", "project").expect(4).complaint.contains("already"))
    try place.write("file", "")
    try place.run("init", "file").expect(4)
  }

  @Test func `a member without the right is refused, and the log says so`() throws {
    let place = try project()
    try place.run("-C", "project", "member", "add", "olga", "--role", "observer").expect(0)
    let line = #"{"item":"T-0001","label":"refund"}"#
    for member in ["olga", "nobody"] {
      let run = try place.run("-C", "project", "rule", input: line, as: member).expect(5)
      #expect(run.jsonLines().first?["ok"]?.boolean == false)
      let last = try place.run("-C", "project", "log", "show", "--json", "-n", "1").expect(0)
        .jsonLines().first
      #expect(last?["type"]?.string == "refused")
      #expect(last?["actor"]?.string == member)
    }
    for words in [
      ["member", "add", "friend"], ["member", "role", "olga", "lead"],
      ["import", Sample.replyPreferences.folder + "/ratings.csv"],
    ] {
      try place.run(["-C", "project"] + words, as: "olga").expect(5)
    }
    #expect(try LoggedRuling.all(of: "project", in: place).isEmpty)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `outside a sandbox nobody stands in for anybody`() throws {
    let place = try Workplace()
    try place.write("a.csv", "item,annotator,label\n1,a,x\n1,b,y\n")
    try place.run("init", "p", "--from", "a.csv").expect(0)
    try place.run("-C", "p", "member", "add", "olga", "--role", "observer").expect(0)
    try place.run("-C", "p", "rule", input: #"{"item":"1","label":"x"}"#, as: "olga").expect(0)
    let last = try place.run("-C", "p", "log", "show", "--json", "-n", "1").expect(0).jsonLines()
    #expect(last.first?["actor"]?.string != "olga")
  }

  @Test func `settings take effect when they are applied, and commands say so before`() throws {
    let place = try project()
    let text = try place.read("project/tiebreak.toml")
    try place.write(
      "project/tiebreak.toml", text.replacingOccurrences(of: "below = 1.0", with: "below = 0.4"))
    for words in [["queue"], ["agree"], ["show", "T-0001"], ["member"], ["log", "show"]] {
      let run = try place.run(["-C", "project"] + words).expect(0)
      #expect(run.complaint.contains("differs from what is in force"), "\(words)")
    }
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.wait(until: "the workbench says so") { $0.screen.text.contains("differs") }
    sitting.session.send("q")
    sitting.session.waitForEnd(seconds: 60)
    #expect(try place.run("-C", "project", "apply", "--check").expect(0).text.contains("differs"))
    #expect(try total(place) == 97)
    try place.run("-C", "project", "apply").expect(0)
    let fewer = try total(place)
    #expect(fewer > 0 && fewer < 97)
    #expect(try place.run("-C", "project", "queue").expect(0).errors.isEmpty)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test(arguments: [
    "[[labels]]\nid = \"x\"\nbogus = 1\n", "[queue]\nbelow = \"much\"\n", "[project\n", "= 1\n",
  ])
  func `broken settings are refused with their place`(added: String) throws {
    let place = try project()
    let text = try place.read("project/tiebreak.toml")
    try place.write("project/tiebreak.toml", text + "\n" + added)
    let log = try place.read("project/log/events.jsonl")
    let run = try place.run("-C", "project", "apply").expect(3)
    let pattern = try Regex(#"tiebreak\.toml:\d+:\d+: "#)
    #expect(run.complaint.firstMatch(of: pattern) != nil, "\(run.complaint)")
    #expect(try place.read("project/log/events.jsonl") == log)
    try place.run("-C", "project", "queue").expect(0)
  }

  private func total(_ place: Workplace) throws -> Int {
    try place.run("-C", "project", "queue", "--json").expect(0).json()["total"]?.integer ?? 0
  }
}
