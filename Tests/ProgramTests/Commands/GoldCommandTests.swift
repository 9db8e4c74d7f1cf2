import Foundation
import TestSupport
import Testing

/// Gold from the command line: marks, batches with gold among their items, and what comes back.
@Suite struct GoldCommandTests {
  private static let ruled = ["T-0015", "T-0022", "T-0049", "T-0059", "T-0061", "T-0066", "T-0070"]

  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.run(
      "-C", "project", "rule", input: try Sample.supportTickets.text("rulings.jsonl"))
    return place
  }

  private func gold(_ place: Workplace, _ words: String...) throws -> Finished {
    try place.run(["-C", "project", "gold"] + words)
  }

  private func export(_ place: Workplace, seed: Int, _ more: String...) throws -> Finished {
    try place.run(
      [
        "-C", "project", "gold", "export", "--batch", "new.csv", "--item", "id", "--field", "text",
        "--count", "3", "--seed", "\(seed)",
      ] + more)
  }

  private func newItems(_ place: Workplace) throws {
    let rows = (1...20).map { "N-\($0),\"ticket \($0), a \"\"new\"\" one\",secret" }
    try place.write("new.csv", (["id,text,customer"] + rows).joined(separator: "\n") + "\n")
    for folder in ["out", "keys"] {
      try FileManager.default.createDirectory(
        atPath: place[folder], withIntermediateDirectories: false)
    }
  }

  @Test func `what is refused is told, and the rest goes in`() throws {
    let place = try project()
    let marked = try gold(place, "mark", "T-0132", "T-0059", "T-9999", "--from-ruling").expect(1)
    #expect(marked.lines.count == 1)
    #expect(marked.complaint.contains("T-0132: The outcome ambiguous"))
    #expect(marked.complaint.contains("T-9999"))
    #expect(
      try gold(place, "mark", "T-0059", "--from-ruling").expect(1).complaint.contains("already"))
    try gold(place, "mark", "T-0001", "--label", "account").expect(0)
    try gold(place, "mark", "T-0002", "--value", "\"other\"").expect(0)
    try gold(place, "mark", "T-0003", "--outcome", "none_of_these").expect(0)
    try gold(place, "mark", "T-0003", "--label", "a", "--from-ruling").expect(2)
    try gold(place, "mark", "T-0003", "--outcome", "escalated").expect(1)
    let list = try gold(place, "--json").expect(0).json()
    #expect(list["units"]?.array.count == 4)
    #expect(list["unmeasured"]?.integer == 1)
    #expect(list["units"]?[3]?["ruling_stands"]?.boolean == true)
    try place.run(
      "-C", "project", "rule", input: #"{"do": "reopen", "item": "T-0059"}"# + "\n"
    ).expect(0)
    #expect(try gold(place).expect(0).text.contains("no longer stands: T-0059"))
    try gold(place, "unmark", "T-0059", "--reason", "reopened").expect(0)
    try gold(place, "unmark", "T-0059").expect(1)
    #expect(try gold(place, "--json").expect(0).json()["units"]?.array.count == 3)
    try place.run("-C", "project", "log", "verify").expect(0)
    let before = try place.run("-C", "project", "doctor", "--dump").expect(0).output
    let rebuilt = try place.run("-C", "project", "doctor", "--rebuild", "--dump").expect(0)
    #expect(rebuilt.output == before)
  }

  @Test func `without the role nobody marks, and the attempt is recorded`() throws {
    let place = try project()
    try place.run("-C", "project", "member", "add", "vera", "--role", "observer").expect(0)
    let run = try place.run(
      ["-C", "project", "gold", "mark", "T-0059", "--from-ruling"], as: "vera")
    #expect(run.code == 5)
    let log = try place.run("-C", "project", "log", "show", "--json").expect(0).jsonLines()
    #expect(log.last?["type"]?.string == "refused")
    #expect(log.last?["attempt"]?.string == "gold")
  }

  @Test func `gold goes out unseen, and answers come back as what they are`() throws {
    let place = try project()
    try newItems(place)
    try place.run(["-C", "project", "gold", "mark"] + Self.ruled + ["--from-ruling"]).expect(0)
    let before = try place.run("-C", "project", "agree", "--json").expect(0).json()
    try export(place, seed: 3, "--out", "out/b.csv", "--key", "out/b.key").expect(2)
    #expect(place.listing("out").isEmpty)
    try export(place, seed: 3, "--out", "out/b.csv", "--key", "keys/b.key").expect(0)
    let attributes = try FileManager.default.attributesOfItem(atPath: place["keys/b.key"])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try export(place, seed: 3, "--out", "out/b.csv", "--key", "keys/c.key").expect(4)
    try export(place, seed: 3, "--out", "out/c.csv", "--key", "keys/b.key").expect(4)
    try export(place, seed: 3, "--out", "out/d.csv", "--key", "out/d.key", "--key-beside").expect(0)
    let text = try place.read("out/b.csv")
    #expect(try place.read("out/d.csv") == text)
    let table = try CSVTable(text)
    #expect(table.rows.count == 23)
    #expect(table.header == ["item", "text", "annotator", "label"])
    #expect(!text.contains("secret"))
    #expect(!text.contains("N-") && !text.contains("T-0"))
    // Two annotators answer everything with one label.
    let answers = table.rows.flatMap { row in
      ["zoe", "yan"].map { "\(row["item"] ?? ""),\($0),refund" }
    }
    try place.write(
      "answers.csv", (["item,annotator,label"] + answers).joined(separator: "\n") + "\n")
    try place.run("-C", "project", "import", "answers.csv", "--key", "keys/b.key", "--full").expect(
      2)
    try place.run("-C", "project", "import", "answers.csv", "--key", "keys/b.key").expect(0)
    let again = try place.run("-C", "project", "import", "answers.csv", "--key", "keys/b.key")
    #expect(again.text.contains("Nothing changed"))
    let after = try place.run("-C", "project", "agree", "--json").expect(0).json()
    let ratings = try #require(before["ratings"]?.integer)
    #expect(after["ratings"]?.integer == ratings + 40)
    let score = try gold(place, "score", "--seeded", "--json").expect(0).json()
    #expect(score["annotators"]?.array.map { $0["annotator"]?.string } == ["yan", "zoe"])
    #expect(score["annotators"]?[0]?["asked"]?.integer == 3)
    #expect(score["annotators"]?[0]?["unseen"]?.integer == 3)
    let strict = try gold(place, "score", "--pass", "1").expect(1)
    #expect(strict.text.contains("Whom to calibrate on what:"))
    #expect(try gold(place, "score", "--pass", "0").expect(0).text.contains("passes"))
    let before2 = try place.run("-C", "project", "doctor", "--dump").expect(0).output
    let rebuilt = try place.run("-C", "project", "doctor", "--rebuild", "--dump").expect(0)
    #expect(rebuilt.output == before2)
  }

  @Test func `gold that looks otherwise, and keys that are none, are refused`() throws {
    let place = try project()
    try newItems(place)
    try gold(place, "mark", "T-0059", "--from-ruling").expect(0)
    let few = try export(place, seed: 1, "--out", "out/b.csv", "--key", "keys/b.key").expect(2)
    #expect(few.complaint.contains("1 unit of gold"))
    let blind = try place.run(
      "-C", "project", "gold", "export", "--batch", "new.csv", "--item", "id", "--out", "out/b.csv",
      "--key", "keys/b.key"
    ).expect(2)
    #expect(blind.complaint.contains("--field"))
    #expect(place.listing("out").isEmpty && place.listing("keys").isEmpty)
    try place.write("no.key", "{\"format\":\"tiebreak-key/1\"}\n")
    try place.write("a.csv", "item,annotator,label\nx,zoe,refund\n")
    try place.run("-C", "project", "import", "a.csv", "--key", "no.key").expect(4)
    try place.run("-C", "project", "import", "a.csv", "--key", "none.key").expect(4)
  }
}
