import Foundation
import TestSupport
import Testing

/// The guideline from the command line: from a ruling to a version and back.
@Suite struct GuideCommandTests {
  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    return place
  }

  private func draft(_ more: String...) -> [String] {
    [
      "-C", "project", "guide", "draft", "--label", "refund", "--label", "billing", "--title",
      "Refund before billing", "--statement", "Money back is a refund.",
    ] + more
  }

  @Test func `a clause is drafted from a ruling, published, cited and withdrawn`() throws {
    let place = try project()
    let ruled = try place.run(
      "-C", "project", "rule", input: #"{"item": "T-0059", "label": "refund"}"# + "\n"
    ).expect(0).jsonLines()
    let seq = Int(try #require(ruled.first?["seq"]?.integer))
    try place.run(
      draft("--example", "charged twice", "--counter", "when is it due", "--from", String(seq))
    ).expect(0)
    try place.run(
      "-C", "project", "guide", "define", "refund", "--text", "Money that goes back."
    ).expect(0)
    let cite = #"{"item": "T-0132", "label": "refund", "cites": ["R-0001"]}"# + "\n"
    let early = try place.run("-C", "project", "rule", input: cite).expect(1).jsonLines()
    #expect(early.first?["code"] == .string("clause_not_in_force"))

    let asked = try place.run("-C", "project", "guide", "publish").expect(1)
    #expect(asked.complaint.contains("--yes"))
    let published = try place.run("-C", "project", "guide", "publish", "--yes", "--json").expect(0)
      .json()
    #expect(published["version"]?.integer == 1)
    let document = try place.read("project/guidelines/v1.md")
    #expect(try place.run("-C", "project", "guide", "show", "v1").expect(0).text == document)
    #expect(document.contains("- From rulings: \(seq)\n"))

    let cited = try place.run("-C", "project", "rule", input: cite).expect(0).jsonLines()
    try place.run("-C", "project", "guide", "withdraw", "R-0001", "--reason", "too wide").expect(0)
    let next = try place.run("-C", "project", "guide", "publish", "--yes", "--json").expect(0)
      .json()
    #expect(next["in_doubt"]?.array == [cited.first?["seq"] ?? .null])
    let late = #"{"item": "T-0078", "label": "refund", "cites": ["R-0001"]}"# + "\n"
    let refused = try place.run("-C", "project", "rule", input: late).expect(1).jsonLines()
    #expect(refused.first?["code"] == .string("clause_withdrawn"))
    let all = try place.run("-C", "project", "guide", "--json").expect(0).json()
    #expect(all["version"]?.integer == 2)
    #expect(all["clauses"]?[0]?["status"] == .string("withdrawn"))
    #expect(all["clauses"]?[0]?["cited_by"]?.array.count == 1)
    #expect(all["versions"]?.array.count == 2)
    let difference = try place.run("-C", "project", "guide", "diff", "1", "2", "--json").expect(0)
      .json()
    #expect(difference["parts"]?[0]?["is"] == .string("withdrawn"))
    try place.run("-C", "project", "log", "verify").expect(0)
    try place.run("-C", "project", "doctor").expect(0)
    let before = try place.run("-C", "project", "doctor", "--dump").expect(0).output
    #expect(
      try place.run("-C", "project", "doctor", "--rebuild", "--dump").expect(0).output == before)
  }

  @Test func `a clause that is written as Markdown comes back as it was`() throws {
    let place = try project()
    let text = """
      ### Refund before billing

      - Labels: `billing`, `refund`

      Money back is a refund.

      **Examples**

      - charged twice
        *from* `T-0059` `label`

      """
    try place.write("clause.md", text)
    try place.run("-C", "project", "guide", "draft", "--file", "clause.md").expect(0)
    let shown = try place.run("-C", "project", "guide", "show", "draft").expect(0).text
    #expect(shown.contains("  *from* `T-0059` `label`\n"))
    try place.write("clause.md", text.replacingOccurrences(of: "`billing`, ", with: "billing, "))
    let bad = try place.run("-C", "project", "guide", "draft", "--file", "clause.md").expect(3)
    #expect(bad.complaint.contains("clause.md: line 3:"))
    try place.write("clause.md", text.replacingOccurrences(of: "T-0059", with: "T-9999"))
    #expect(
      try place.run("-C", "project", "guide", "draft", "--file", "clause.md").expect(1)
        .complaint.contains("T-9999"))
  }

  @Test func `every refusal has its code and its words`() throws {
    let place = try project()
    try place.run(draft()).expect(0)
    for (arguments, code, words) in [
      (["guide", "draft", "R-0001", "--label", "zap"], 1, "zap"),
      (["guide", "draft", "R-0001", "--title", "Refund before billing"], 1, "says so already"),
      (["guide", "draft", "R-0007", "--title", "x"], 1, "no clause R-0007"),
      (["guide", "draft", "--title", "x"], 1, "statement"),
      (["guide", "draft", "R-0001", "--from", "1"], 1, "no ruling"),
      (["guide", "draft", "R-1", "--title", "x"], 2, "R-0042"),
      (["guide", "draft", "R-0001"], 2, "--file"),
      (["guide", "show", "4"], 2, "no version 4"),
      (["guide", "show", "R-0004"], 1, "no clause"),
      (["guide", "diff", "R-0001"], 2, "no version"),
      (["guide", "publish", "--yes", "label:refund"], 1, "The definition of refund"),
      (["guide", "publish", "--yes", "--editorial", "R-0002"], 2, "R-0002"),
      (["guide", "publish", "nonsense"], 2, "policy:NAME"),
      (["guide", "define", "zap", "--text", "x"], 1, "zap"),
    ] {
      let run = try place.run(["-C", "project"] + arguments).expect(code)
      #expect(run.complaint.contains(words), "\(arguments): \(run.complaint)")
    }
    try place.run("-C", "project", "member", "add", "ann", "--role", "adjudicator").expect(0)
    try place.run("-C", "project", "member", "add", "rev", "--role", "reviewer").expect(0)
    try place.run(draft(), as: "ann").expect(5)
    try place.run(draft(), as: "rev").expect(0)
    let publishing = try place.run("-C", "project", "guide", "publish", "--yes", as: "rev").expect(
      5)
    #expect(publishing.complaint.contains("lead"))
    let log = try place.run("-C", "project", "log", "show", "--json").expect(0).text
    #expect(log.contains(#""attempt":"publish","code":"needs_role""#))
    #expect(log.contains(#""attempt":"clause","code":"needs_role""#))
  }

  /// The program is killed at some moment of publishing: either nothing was published, or the version is
  /// there, with its document, when the project is next opened.
  @Test(arguments: 0..<8)
  func `a version is whole whenever the program dies`(seed: Int) throws {
    let place = try project()
    try place.run(draft()).expect(0)
    let line = """
      "$tiebreak" -C project guide publish --yes >said 2>&1 & sleep 0.0\(seed * 9 + 10); kill -9 $!
      """
    _ = try place.shell(line)
    let guide = try place.run("-C", "project", "guide", "--json").expect(0).json()
    let said = (try? place.read("said")) ?? ""
    let version = guide["version"]?.integer ?? -1
    #expect(version == 1 || !said.contains("is in force"))
    let names = try FileManager.default.contentsOfDirectory(atPath: place["project"])
    #expect(names.contains("guidelines") == (version == 1))
    if version == 1 {
      let document = try place.read("project/guidelines/v1.md")
      #expect(try place.run("-C", "project", "guide", "show", "1").expect(0).text == document)
    }
    try place.run("-C", "project", "doctor").expect(0)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `lint says what is missing`() throws {
    let place = try project()
    let bare = try place.run("-C", "project", "guide", "lint").expect(1)
    #expect(bare.lines.contains("refund has no definition."))
    try place.run(draft("--example", "charged twice", "--counter", "a bill")).expect(0)
    try place.run(draft("--example", "a bill")).expect(0)
    let found = try place.run("-C", "project", "guide", "lint", "--json").expect(1).json()
    let codes = Set((found["findings"]?.array ?? []).compactMap { $0["code"]?.string })
    #expect(
      codes == [
        "label_without_definition", "label_without_counter_example", "clause_without_ruling",
        "contradiction",
      ])
  }

  @Test func `an editor opens on a clause, and what cannot be read is kept`() throws {
    let place = try project()
    try place.run(draft()).expect(0)
    try place.write("edit.sh", "#!/bin/sh\nsed -i 's/^Money back.*/Back is back./' \"$1\"\n")
    try place.write("break.sh", "#!/bin/sh\nprintf 'my words\\n' >\"$1\"\n")
    for (editor, code) in [("edit.sh", 0), ("break.sh", 3)] {
      let session = try place.sit(
        "-C", "project", "guide", "draft", "R-0001",
        environment: ["EDITOR": "/bin/sh \(place[editor])"])
      #expect(session.waitForEnd(seconds: 60) == .exited(code))
    }
    let clause = try place.run("-C", "project", "guide", "show", "R-0001").expect(0).text
    #expect(clause.contains("Back is back."))
    let kept = try place.shell("find home -name clause-kept.md -exec cat {} +").text
    #expect(kept == "my words\n")
  }

  @Test func `a draft is kept, seen, and published only once it is finished`() throws {
    let place = try project()
    let kept = try place.run(draft("--unfinished")).expect(0).text
    #expect(kept.contains("R-0001 is kept as a draft"))
    let guide = try place.run("-C", "project", "guide", "--json").expect(0).json()
    #expect(guide["clauses"]?[0]?["status"] == .string("draft"))
    #expect(guide["clauses"]?[0]?["draft"] == .boolean(true))
    #expect(guide["pending"]?.array == [])
    #expect(guide["drafts"]?.array == [.string("R-0001")])
    let all = try place.run("-C", "project", "guide", "publish", "--yes").expect(1)
    #expect(all.complaint.contains("Nothing waits"))
    let named = try place.run("-C", "project", "guide", "publish", "--yes", "R-0001").expect(1)
    #expect(named.complaint.contains("still a draft"), "\(named.complaint)")
    #expect(
      try !place.run("-C", "project", "guide", "show", "draft").expect(0).text.contains("R-0001"))
    try place.run(
      "-C", "project", "guide", "define", "refund", "--text", "Back.", "--unfinished"
    ).expect(0)
    try place.run("-C", "project", "guide", "define", "refund", "--finish").expect(0)
    let finished = try place.run("-C", "project", "guide", "draft", "R-0001", "--finish").expect(0)
    #expect(finished.text.contains("is up for review"))
    #expect(
      try place.run("-C", "project", "guide", "show", "R-0001").expect(0).text.contains("review"))
    try place.run("-C", "project", "guide", "draft", "R-0001", "--finish").expect(1)
    try place.run("-C", "project", "guide", "draft", "--finish").expect(2)
    try place.run("-C", "project", "guide", "publish", "--yes").expect(0)
    try place.run("-C", "project", "log", "verify").expect(0)
    let before = try place.run("-C", "project", "doctor", "--dump").expect(0).output
    #expect(
      try place.run("-C", "project", "doctor", "--rebuild", "--dump").expect(0).output == before)
  }

  @Test func `rulings become a clause with all of them behind it, and are held against it`() throws
  {
    let place = try project()
    let listed = try place.run(
      "-C", "project", "queue", "--limit", "pair:refund/billing", "-n", "6", "--json"
    ).expect(0).json()
    let items = (listed["rows"]?.array ?? listed["items"]?.array ?? []).compactMap {
      $0["item"]?.string
    }
    try #require(items.count >= 4, "\(listed)")
    let lines = items.enumerated().map { place, item in
      #"{"item": "\#(item)", "label": "\#(place == 1 ? "billing" : "refund")", "reason": "so"}"#
    }
    let ruled = try place.run(
      "-C", "project", "rule", input: lines.joined(separator: "\n") + "\n"
    ).expect(0).jsonLines()
    let seqs = ruled.compactMap { $0["seq"]?.integer }.sorted()
    try place.run(draft("--evidence", "pair:refund/billing")).expect(0)
    let clause = try place.run("-C", "project", "guide", "show", "R-0001", "--json").expect(0)
      .json()
    #expect(clause["from"]?.array.compactMap(\.integer) == seqs)
    #expect(clause["examples"]?.array.count == min(5, items.count - 1))
    #expect(clause["counter_examples"]?.array.compactMap { $0["item"]?.string } == [items[1]])
    let good = try place.run("-C", "project", "guide", "check", "R-0001", "--json").expect(0).json()
    #expect(good["verdict"]?["value"] == .string("refund") || good["verdict"] != .null)
    #expect(good["agree"]?.integer == items.count)
    #expect(good["contradict"]?.integer == 0)

    try place.run(draft("--from", String(seqs[0]))).expect(0)
    let bad = try place.run("-C", "project", "guide", "check", "R-0002").expect(1)
    #expect(bad.text.contains("1 contradict"), "\(bad.text)")
    #expect(bad.text.contains(items[1]))
    try place.run(draft()).expect(0)
    let bare = try place.run("-C", "project", "guide", "check", "R-0003", "--json").expect(0).json()
    #expect(bare["reason"] == .string("no_ruling_behind_it"))
    #expect(bare["silent"]?.integer == items.count)
    try place.run("-C", "project", "guide", "check").expect(2)
    try place.run("-C", "project", "guide", "check", "R-0009").expect(1)
    try place.run(draft("--evidence", "label:")).expect(2)
  }

  @Test func `a withdrawn clause stays so, and what changed meanwhile is not written over`() throws
  {
    let place = try project()
    try place.run(draft()).expect(0)
    try place.run("-C", "project", "guide", "publish", "--yes").expect(0)
    try place.write(
      "late.sh",
      """
      #!/bin/sh
      "\(Workplace.program)" -C "\(place["project"])" guide draft R-0001 --title 'Theirs' >/dev/null
      sed -i 's/^Money back.*/Mine./' "$1"

      """)
    let session = try place.sit(
      "-C", "project", "guide", "draft", "R-0001",
      environment: ["EDITOR": "/bin/sh \(place["late.sh"])"])
    #expect(session.waitForEnd(seconds: 60) == .exited(1))
    let clause = try place.run("-C", "project", "guide", "show", "R-0001").expect(0).text
    #expect(clause.contains("Theirs"))
    #expect(!clause.contains("Mine."))

    try place.run("-C", "project", "guide", "withdraw", "R-0001").expect(0)
    try place.run("-C", "project", "guide", "publish", "--yes").expect(0)
    let again = try place.run("-C", "project", "guide", "draft", "R-0001", "--title", "x").expect(1)
    #expect(again.complaint.contains("is withdrawn"), "\(again.complaint)")
    let finish = try place.run("-C", "project", "guide", "draft", "R-0001", "--finish").expect(1)
    #expect(finish.complaint.contains("is withdrawn"))
  }
}
