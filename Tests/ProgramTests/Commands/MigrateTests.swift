import Foundation
import TestSupport
import Testing

/// `migrate`: a label set that changes in mid-project, as a lead does it.
@Suite struct MigrateTests {
  private let place: Workplace

  /// Five items on which two differ, one on which they do not; rulings on the first three.
  init() throws {
    place = try Workplace()
    let pairs = [
      "angry,sad", "gripe,grumble", "other,sad", "other,other", "angry,gripe", "sad,angry",
    ]
    let rows = pairs.enumerated().flatMap { number, pair in
      pair.split(separator: ",").enumerated().map { "i\(number),r\($0),\($1)" }
    }
    try place.write("ratings.csv", "item,annotator,label\n" + rows.joined(separator: "\n") + "\n")
    try place.write("old.toml", Self.settings(["angry", "sad", "gripe", "grumble", "other"]))
    try place.run(
      "init", "project", "--sandbox", "--from", "ratings.csv", "--config", "old.toml"
    ).expect(0)
    let rulings = ["angry", "gripe", "other"].enumerated().map {
      #"{"item":"i\#($0)","label":"\#($1)"}"#
    }
    try place.run("-C", "project", "rule", input: rulings.joined(separator: "\n")).expect(0)
  }

  private static func settings(_ labels: [String]) -> String {
    "[project]\nname = \"moods\"\n"
      + labels.map { "\n[[labels]]\nid = \"\($0)\"\n" }.joined()
  }

  private static let new = ["anger", "sad", "complaint", "envy", "boredom"]
  private static let mapping = """
    rename = { angry = "anger" }
    merge = { complaint = ["gripe", "grumble"] }
    split = { other = ["envy", "boredom"] }

    """

  private func tiebreak(_ arguments: String...) throws -> Finished {
    try place.run(["-C", "project"] + arguments)
  }

  private func propose(_ labels: [String] = new, _ mapping: String = mapping) throws {
    try place.write("project/tiebreak.toml", Self.settings(labels))
    try place.write("mapping.toml", mapping)
  }

  private func events() throws -> Int {
    try LogBytes(at: place["project/log/events.jsonl"]).events.count
  }

  @Test func `the plan says what would happen, and nothing does`() throws {
    try propose()
    let before = try events()
    let plan = try tiebreak("migrate", "plan", "mapping.toml", "--json").expect(0).json()
    let rules = try #require(plan["rules"]?.array)
    #expect(rules.map { $0["rule"]?.string } == ["rename", "merge", "split"])
    #expect(rules.map { $0["ratings"]?.integer } == [3, 3, 3])
    #expect(rules.map { $0["rulings"]?.integer } == [1, 1, 1])
    #expect(plan["in_doubt"]?.array.map { $0["item"]?.string } == ["i2"])
    #expect(plan["queue"]?["before"]?.integer == 2)
    #expect(plan["queue"]?["entering"]?.integer == 2)
    #expect(plan["queue"]?["leaving"]?.integer == 0)
    #expect(plan["seq"] == .null)
    let text = try tiebreak("migrate", "plan", "mapping.toml").expect(0)
    #expect(text.text.contains("angry → anger"))
    let words = text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("1 ruling would have to be made again"))
    #expect(!text.complaint.contains("tiebreak apply"))
    #expect(try events() == before)
  }

  @Test func `mapping and settings take effect as one event, and the past is read through it`()
    throws
  {
    try tiebreak("gold", "mark", "i3", "--label", "other").expect(0)
    try propose()
    try tiebreak("migrate", "apply", "mapping.toml").expect(1)
    #expect(try tiebreak("migrate").expect(0).text.contains("No label set was ever migrated."))
    let before = try events()
    let done = try tiebreak(
      "migrate", "apply", "mapping.toml", "--yes", "--reason", "other was two", "--json"
    ).expect(0).json()
    #expect(done["seq"]?.integer == before)
    #expect(try events() == before + 1)
    #expect(try tiebreak("apply").expect(0).text.contains("in force already"))

    let rows = try #require(
      try tiebreak("queue", "--json", "--limit", "status:*", "-n", "20").expect(0)
        .json()["rows"]?.array)
    func row(_ item: String) -> JSON? { rows.first { $0["item"]?.string == item } }
    #expect(row("i0")?["standing"]?["ruling"]?["value"]?.string == "anger")
    #expect(row("i1")?["votes"]?.array.count == 1)
    #expect(row("i2")?["migration"]?.integer == before)
    #expect(row("i2")?["status"]?.string == "doubted")
    #expect(row("i3")?["votes"]?.array.isEmpty == true)
    let shown = try tiebreak("show", "i2").expect(0).text
    #expect(shown.contains("was other"))

    let agree = try tiebreak("agree", "--json").expect(0).json()
    #expect(agree["labels"]?.array.contains { $0.string == "angry" } == false)
    #expect(agree["label_changes"]?["ended_ratings"]?.integer == 3)
    #expect(try tiebreak("agree").expect(0).text.contains("The labels changed on"))

    try borderIsTold()
    try place.write("more.csv", "item,annotator,label\ni0,r7,anger\n")
    try tiebreak("import", "more.csv").expect(0)
    let list = try tiebreak("migrate", "--json").expect(0).json()["migrations"]?[0]
    #expect(list?["reason"]?.string == "other was two")
    #expect(list?["waiting"]?.integer == 1)
    #expect(list?["mixed_units"]?.integer == 1)

    // The old name is no label any more; the new one settles it.
    let base = try #require(row("i2")?["standing"]?["seq"]?.integer)
    let again = #"{"item":"i2","label":"other","base":\#(base)}"#
    let refused = try place.run("-C", "project", "rule", input: again).expect(1)
    #expect(refused.text.contains("no label here"))
    try place.run(
      "-C", "project", "rule", input: #"{"item":"i2","label":"envy","base":\#(base)}"#
    ).expect(0)
    #expect(
      try tiebreak("migrate", "--json").expect(0).json()["migrations"]?[0]?["waiting"]?.integer == 0
    )

    try tiebreak("log", "verify").expect(0)
    let stands = try tiebreak("doctor", "--dump").expect(0).output
    #expect(try tiebreak("doctor", "--rebuild", "--dump").expect(0).output == stands)
    #expect(try tiebreak("export").expect(0).text.contains("anger"))
  }

  /// What is seen over time says where the labels changed.
  private func borderIsTold() throws {
    func said(_ arguments: String...) throws -> String {
      try place.run(["-C", "project"] + arguments).expect(0).text
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let changes = "angry → anger; gripe, grumble → complaint; 1 more"
    #expect(
      try said("agree", "--by", "batch").contains(
        "labels changed here: after batch 1, \(changes)"))
    #expect(
      try said("agree", "--by", "version").contains("labels changed here: before v1, \(changes)"))
    #expect(
      try said("heatmap", "--map", "label-batch").contains(
        "labels changed here: after batch 1, \(changes) Columns on its two sides"))
    #expect(try !said("heatmap").contains("labels changed here"))
    #expect(try !said("agree").contains("labels changed here"))
    let map = try tiebreak("heatmap", "--map", "label-batch", "--json").expect(0).json()
    #expect(map["label_changes"]?[0]?["batch"]?.integer == 1)
    #expect(map["label_changes"]?[0]?["mapping"]?.array.count == 3)
    #expect(
      try tiebreak("migrate", "--json").expect(0).json()["migrations"]?[0]?["guideline"] != nil)
  }

  @Test func `without the role nobody migrates, and the attempt is recorded`() throws {
    try tiebreak("member", "add", "rita", "--role", "reviewer").expect(0)
    try propose()
    let arguments = ["-C", "project", "migrate", "apply", "mapping.toml", "--yes"]
    #expect(try place.run(arguments, as: "rita").code == 5)
    let last = try tiebreak("log", "show", "--json").expect(0).jsonLines().last
    #expect(last?["type"]?.string == "refused")
    #expect(last?["attempt"]?.string == "migrate")
    #expect(last?["code"]?.string == "needs_role")
  }

  @Test(arguments: [
    ("renam = { a = \"b\" }\n", "mapping.toml:1:1: unknown key \"renam\""),
    ("rename = [\"a\"]\n", "mapping.toml:1:10: rename is a list"),
    ("\nrename = { angry = 3 }\n", "mapping.toml:2:20:"),
    ("merge = { x = [\"angry\"] }\n", "for one write rename"),
    ("merge = { x = [\"angry\", \"angry\"] }\n", "stands twice in merge"),
    ("rename = { angry = \"anger\"\n", "not TOML"),
    ("", "The mapping says nothing."),
    ("retire = [\"nobody\"]\n", "mapping.toml:1:11: “nobody” is no label of this project"),
    ("rename = { angry = \"anger\" }\n", "no longer declares “gripe”"),
    ("rename = { angry = \"rage\" }\n", "does not declare “rage”"),
    (mapping + "retire = [\"sad\"]\n", "mapping.toml:4:11:"),
    ("rename = { angry = \"sad\" }\n", "one thing before and another after"),
    ("rename = { angry = \"anger\", gripe = \"anger\" }\n", "are a merge"),
    ("rename = { angry = \"anger\" }\nretire = [\"angry\"]\n", "is mapped twice"),
  ])
  func `what does not lead from the old labels to the new is refused with its place`(
    mapping: String, words: String
  ) throws {
    try propose(Self.new, mapping)
    let before = try events()
    for deed in [["plan", "mapping.toml"], ["apply", "mapping.toml", "--yes"]] {
      let run = try place.run(["-C", "project", "migrate"] + deed)
      #expect(run.code == 3, "\(run.complaint)")
      #expect(run.complaint.contains(words), "\(run.complaint)")
    }
    #expect(try events() == before)
  }

  @Test func `settings that cannot be read are named, and a file that is not there`() throws {
    try propose()
    try place.write("project/tiebreak.toml", "[project]\nnam = 1\n")
    #expect(try tiebreak("migrate", "plan", "mapping.toml").code == 3)
    #expect(try tiebreak("migrate", "plan", "none.toml").code == 4)
  }

  @Test func `renames there and back leave queue, sums and state as they were`() throws {
    let old = ["angry", "sad", "gripe", "grumble", "other"]
    func beside() throws -> [String] {
      try tiebreak("doctor", "--dump").expect(0).lines.filter { line in
        !["\"meta\"\t\"seq\"", "\"meta\"\t\"hash\"", "\"operation\"", "\"migration\""].contains {
          line.hasPrefix($0)
        }
      }
    }
    let queue = try tiebreak("queue", "--json").expect(0).json()
    let before = try beside()
    try propose(
      old.map { $0 == "angry" ? "sad" : $0 == "sad" ? "angry" : $0 },
      "rename = { angry = \"sad\", sad = \"angry\" }\n")
    try tiebreak("migrate", "apply", "mapping.toml", "--yes").expect(0)
    #expect(try beside() != before)
    try propose(old, "rename = { angry = \"sad\", sad = \"angry\" }\n")
    try tiebreak("migrate", "apply", "mapping.toml", "--yes").expect(0)
    #expect(try beside() == before)
    let rows = try tiebreak("queue", "--json").expect(0).json()["rows"]?.array
    #expect(rows?.map { $0["item"]?.string } == queue["rows"]?.array.map { $0["item"]?.string })
  }

  @Test func `a clause on labels that changed is named, and impact knows the new names`() throws {
    try tiebreak(
      "guide", "draft", "--label", "angry", "--label", "other", "--title", "t", "--statement", "s"
    ).expect(0)
    try tiebreak("guide", "publish", "--yes").expect(0)
    try propose()
    let plan = try tiebreak("migrate", "plan", "mapping.toml", "--json").expect(0).json()
    #expect(plan["clauses_on_ended_labels"]?.array.map(\.string) == ["R-0001"])
    try tiebreak("migrate", "apply", "mapping.toml", "--yes").expect(0)
    let lint = try tiebreak("guide", "lint").text
    #expect(lint.contains("R-0001 speaks of angry, which is anger now."))
    #expect(lint.contains("R-0001 speaks of other, which is gone."))
    #expect(try tiebreak("guide", "show", "1").expect(0).text.contains("`angry`"))
    try tiebreak("log", "verify").expect(0)
  }
}
