import Foundation
import TestSupport
import Testing

/// The loop once around: rulings, clauses made from them, a second version that doubts rulings of the
/// first, and what becomes of these.
@Suite struct GuidelineStoryTests {
  /// A unit as the queue lists it.
  private struct Waiting {
    let item: String
    let leads: String
    let against: String
    let base: Int

    /// Its labels in byte order.
    var pair: [String] { [leads, against].sorted() }
  }

  private let place: Workplace

  init() throws {
    place = try Workplace()
    // No sandbox: that would not be handed over.
    try Sample.supportTickets.make(in: place, isSandbox: false)
  }

  private func tiebreak(_ arguments: String...) throws -> Finished {
    try place.run(["-C", "project"] + arguments)
  }

  private func queue(_ limit: String...) throws -> [Waiting] {
    let arguments = ["-C", "project", "queue", "--json", "-n", "500"]
    let rows = try place.run(arguments + limit.flatMap { ["--limit", $0] }).expect(0)
      .json()["rows"]?.array
    return try #require(rows).compactMap { row in
      guard let item = row["item"]?.string, let leads = row["votes"]?[0]?["value"]?.string,
        let against = row["votes"]?[1]?["value"]?.string
      else { return nil }
      return Waiting(
        item: item, leads: leads, against: against,
        base: row["standing"]?["seq"]?.integer ?? -1)
    }
  }

  /// Rules and returns the positions of the rulings.
  private func rule(
    _ rulings: [(unit: Waiting, label: String)], cites: String? = nil
  ) throws -> [Int] {
    let lines = rulings.map { unit, label in
      let cited = cites.map { #","cites":["\#($0)"]"# } ?? ""
      return #"{"item":"\#(unit.item)","label":"\#(label)","base":\#(unit.base),"#
        + #""reason":"story"\#(cited)}"# + "\n"
    }
    let answers = try place.run(["-C", "project", "rule"], input: lines.joined()).expect(0)
      .jsonLines()
    return answers.compactMap { $0["seq"]?.integer }
  }

  @Test func `forty rulings, two clauses, and eleven rulings that a second version doubts`() throws
  {
    let open = try queue()
    let money = open.filter { $0.pair == ["billing", "refund"] }
    let parcels = open.filter { $0.pair == ["defect", "delivery"] }
    let rest = open.filter { !money.map(\.item).contains($0.item) }.filter { unit in
      !parcels.prefix(9).map(\.item).contains(unit.item)
    }
    try #require(money.count >= 18 && parcels.count >= 10 && rest.count >= 13)

    // The first rulings become clauses, and these the first version.
    let refunds = try rule(money[0..<5].map { ($0, "refund") })
    let bills = try rule(money[5..<7].map { ($0, "billing") })
    let defects = try rule(parcels[0..<9].map { ($0, "defect") })
    for (label, other, title, rulings, counter) in [
      ("refund", "billing", "Refund before billing", refunds, money[5].item),
      ("defect", "delivery", "Broken in the box", defects, parcels[9].item),
    ] {
      try place.run(
        [
          "-C", "project", "guide", "draft", "--label", label, "--label", other, "--title", title,
          "--statement", "\(label), also where \(other) is named.", "--counter", counter,
        ] + rulings.flatMap { ["--from", String($0)] }
      ).expect(0)
    }
    // Two bills were ruled another way than the clause says; one of them is its counter-example.
    let before = try tiebreak("guide", "impact", "R-0001", "--json").expect(0).json()
    #expect(before["doubts"]?.array.compactMap { $0["seq"]?.integer } == Array(bills[1...]))
    #expect(before["doubts"]?[0]?["reason"]?.string == "labels")
    #expect(before["published"] == .boolean(false))
    let first = try tiebreak("guide", "publish", "--yes", "--spare", "labels", "--json").expect(0)
      .json()
    #expect(first["in_doubt"]?.array.isEmpty == true)
    #expect(first["spared"]?.integer == 1)

    // Twenty-four more, eleven of which cite the first clause: forty in all.
    let cited = try rule(money[7..<18].map { ($0, "refund") }, cites: "R-0001")
    let others = try rule(rest[0..<13].map { ($0, $0.leads) }, cites: "R-0002")
    #expect([refunds, bills, defects, cited, others].map(\.count).reduce(0, +) == 40)
    #expect(try queue("status:doubted").isEmpty)

    // The clause comes to mean something else: what cites it comes back, and nothing else.
    try tiebreak(
      "guide", "draft", "R-0001", "--statement", "A refund only where money has left the account."
    ).expect(0)
    try tiebreak("gold", "mark", money[7].item, "--from-ruling").expect(0)
    let waiting = try queue().count
    let second = try tiebreak("guide", "publish", "--yes", "--spare", "labels", "--json").expect(0)
      .json()
    #expect(second["in_doubt"]?.array.compactMap(\.integer) == cited)
    #expect(second["gold"]?.array.compactMap(\.string) == [money[7].item])
    let doubted = try queue("status:doubted")
    #expect(doubted.count == 11)
    #expect(Set(doubted.map(\.item)) == Set(money[7..<18].map(\.item)))
    #expect(doubted.map(\.base).sorted() == cited)
    #expect(try queue().count == waiting + 11)
    let gate = try place.run(["-C", "project", "release", "--json"]).json()
    let check = gate["checks"]?.array.first { $0["check"]?.string == "doubted" }
    #expect(check?["is"]?.integer == 11)

    // Six are kept, five overruled; none can be ruled on twice.
    _ = try rule(doubted[0..<6].map { ($0, "refund") }, cites: "R-0001")
    _ = try rule(doubted[6..<11].map { ($0, "billing") }, cites: "R-0001")
    let again = #"{"item":"\#(doubted[0].item)","label":"billing","reason":"story"}"# + "\n"
    let refused = try place.run(["-C", "project", "rule"], input: again).expect(1).jsonLines()
    #expect(refused.first?["code"]?.string == "already_settled")
    #expect(try queue("status:doubted").isEmpty)
    #expect(try queue().count == waiting)
    let versions = try tiebreak("guide", "--json").expect(0).json()["versions"]?.array
    let fates = try #require(versions?.last)
    #expect(
      ["waiting", "kept", "overruled", "taken_back"].map { fates[$0]?.integer } == [0, 6, 5, 0])

    try agreementIsTold(before: money)
    try digestIsWritten()

    // Whoever checks the log or makes the tables anew comes to the same.
    try tiebreak("log", "verify").expect(0)
    let dump = try tiebreak("doctor", "--dump").expect(0).text
    #expect(try tiebreak("doctor", "--rebuild", "--dump").expect(0).text == dump)
    try projectIsHandedOver()
  }

  /// Whoever goes on opens the same project: the same head, the same tables, the same answers.
  private func projectIsHandedOver() throws {
    let told = try tiebreak("handover", "given", "--json").expect(0).json()
    let opened = try place.run("init", "next", "--handover", "given", "--json").expect(0).json()
    let hash = try #require(told["hash"]?.string)
    #expect(opened["hash"]?.string == hash)
    let logs = try ["project", "next"].map { name in
      try LogBytes(at: place[name + "/log/events.jsonl"])
    }
    let bytes = try ["project", "next"].map { name in
      try Data(contentsOf: URL(fileURLWithPath: place[name + "/log/events.jsonl"]))
    }
    #expect(bytes[0] == bytes[1])
    #expect(logs[1].events.last?.hash == hash)
    for command in [
      ["doctor", "--dump"], ["log", "verify"], ["guide", "--json"], ["guide", "show", "R-0001"],
      ["agree", "--by", "version", "--json"], ["gold", "--json"], ["queue", "--json"],
      ["digest", "--since", "1", "--annotator", "ada"],
    ] {
      let runs = try ["project", "next"].map { try place.run(["-C", $0] + command) }
      #expect(runs[0].code == runs[1].code && runs[0].output == runs[1].output, "\(command)")
    }
    let report = try #require(
      JSON(Data(contentsOf: URL(fileURLWithPath: place["given/agreement.json"])))
    )["reports"]?[0]
    let groups = report?["by_group"]?[0]?["groups"]?.array.compactMap { $0["name"]?.string }
    #expect(groups?.sorted() == ["before v1", "v2"])
  }

  /// Annotators rate new items under the second version, and say which version that was.
  private func agreementIsTold(before: [Waiting]) throws {
    var rows = ["item,annotator,label"]
    for item in 0..<40 {
      let labels = item < 36 ? ["refund", "refund"] : ["refund", "billing"]
      for (annotator, label) in zip(["ada", "bruno"], labels) {
        rows.append("N-\(item),\(annotator),\(label)")
      }
    }
    let file = try place.write("new.csv", rows.joined(separator: "\n") + "\n")
    try tiebreak("import", file, "--guideline", "3").expect(2)
    try tiebreak("import", file, "--guideline", "2").expect(0)
    let agreement = try tiebreak("agree", "--by", "version", "--json").expect(0).json()
    let groups = try #require(agreement["by_group"]?[0]?["groups"]?.array)
    #expect(groups.compactMap { $0["name"]?.string }.sorted() == ["before v1", "v2"])
    let second = try #require(groups.first { $0["name"]?.string == "v2" })
    #expect(second["items"]?.integer == 40)
    #expect(second["percent_agreement"]?["value"]?.number == 0.9)
    let clause = try tiebreak("guide", "show", "R-0001", "--json").expect(0).json()
    let pair = try #require(clause["confused"]?[0])
    #expect(pair["since"]?.integer == 2)
    // 76 refunds and 4 bills in 40 items: 4 comparisons of the two, seen from either.
    #expect(pair["after"]?["share"]?["value"]?.number == 0.1)
    #expect(pair["beyond_noise"] == .boolean(true))
    let said = try tiebreak("guide", "show", "R-0001").expect(0).text
    #expect(said.contains("Since v2, billing ↔ refund: "))
    let columns = try tiebreak("heatmap", "--map", "pair-version", "--json").expect(0).json()
    #expect(columns["columns"]?["names"]?.array.map(\.string) == ["before v1", "v2"])
    #expect(try queue("version:2").count == 4)
    #expect(try queue("version:0").count + 4 == queue().count)
  }

  /// What annotators are told names what changed, and nobody else.
  private func digestIsWritten() throws {
    let digest = try tiebreak("digest", "--since", "1", "--annotator", "ada", "--json").expect(0)
      .json()
    #expect(digest["changes"]?.array.map { $0["part"]?.string } == ["R-0001"])
    #expect(digest["changes"]?[0]?["confused"]?[0]?["since"]?.integer == 2)
    let overRuled = try #require(digest["over_ruled"]?.integer)
    #expect(overRuled > 0)
    #expect(digest["corrections"]?.array.count == overRuled)
    let text = try tiebreak("digest", "--since", "1", "--annotator", "ada").expect(0).text
    #expect(text.contains("R-0001") && text.contains("Since v2, billing ↔ refund: "))
    for other in ["bruno", "chen", "dilek", "emil"] { #expect(!text.contains(other)) }
  }
}
