import Foundation
import TestSupport
import Testing

/// `annotators`, as a lead meets it.
@Suite struct AnnotatorsCommandTests {
  private static let file = Sample.supportTickets.folder + "/ratings.csv"

  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    return place
  }

  @Test func `the sample shows who to talk to`() throws {
    let place = try project()
    try place.run("-C", "project", "rule", input: Sample.supportTickets.text("rulings.jsonl"))
      .expect(0)
    let run = try place.run("-C", "project", "annotators").expect(0)
    let text = run.text
    #expect(text.contains("dilek agrees less and less: .78 to .65"))
    #expect(text.contains("10 to 7.0 seconds"))
    #expect(text.contains("emil says “other” for 14 %"))
    let names = run.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    let first = try #require(names.firstIndex(of: "the"))
    #expect(names[first + 1] == "dilek")
    #expect(text.contains("beside rulings") && text.contains("too few"))
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
    let page = try place.run("-C", "project", "annotators", "--annotator", "dilek").expect(0)
    #expect(page.text.contains("“refund” where the model says “billing”"))
    #expect(page.text.contains("T-0015"))
    for line in page.lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `a project says of its annotators what its file says`() throws {
    let place = try project()
    let stored = try place.run("-C", "project", "annotators", "--json").expect(0).json()
    let labels = stored["labels"]?.array.compactMap(\.string) ?? []
    let bare = try place.run(
      "annotators", Self.file, "--abstained", "abstained", "--labels",
      labels.joined(separator: ","), "--json"
    ).expect(0).json()
    #expect(stored["rows"] == bare["rows"])
    #expect(stored["repeats"] == bare["repeats"])
    #expect(stored["model"] == bare["model"])
    #expect(stored["repeats"]?["dropped"]?.integer == 18)
    let agree = try place.run("-C", "project", "agree", "--json").expect(0).json()
    #expect(agree["repeats"] == stored["repeats"])
  }

  @Test func `it keeps its contract`() throws {
    let place = try project()
    let report = try place.run("-C", "project", "annotators", "--json").expect(0).json()
    #expect(
      report.names == [
        "annotators", "diagnostics", "enough_units", "gold_items", "items", "labels", "model",
        "order", "question", "ratings", "repeats", "rows", "ruled_items", "source",
      ])
    #expect(report["rows"]?.array.count == 5)
    for row in report["rows"]?.array ?? [] {
      #expect(
        row.names == [
          "agreement", "alpha_difference", "annotator", "declined", "enough", "gold", "habits",
          "kappa", "model", "pairs", "plurality_agreement", "ratings", "rulings", "seconds",
          "self_consistency", "shared_items", "trend",
        ])
      #expect(row["gold"] == .null)
      #expect(row["trend"]?["reading"]?.string?.isEmpty == false)
      #expect(row["trend"]?["windows"]?.array.count == 8)
      for name in ["agreement", "kappa", "self_consistency", "alpha_difference"] {
        let figure = try #require(row[name])
        #expect(figure["value"] != nil && figure["ci95"] != nil, "\(name)")
        if figure["value"] == .null {
          #expect(figure["reason"]?.string != nil && figure["explanation"]?.string != nil)
        }
      }
    }
    let page = try place.run("-C", "project", "annotators", "--person", "emil", "--json")
      .expect(0).json()
    for name in ["against", "by_label", "confusion", "confusions", "inferred", "working_time"] {
      #expect(page[name] != nil, "\(name)")
    }
    #expect(page["annotator"]?.string == "emil")
  }

  @Test func `those who rule are measured the same way`() throws {
    let place = try project()
    let before = try place.run("-C", "project", "annotators", "--adjudicators").expect(0)
    #expect(before.text.contains("nobody has ruled yet"))
    try place.run("-C", "project", "rule", input: Sample.supportTickets.text("rulings.jsonl"))
      .expect(0)
    let run = try place.run("-C", "project", "annotators", "--adjudicators").expect(0)
    #expect(run.lines.first?.hasSuffix("1 adjudicator, 14 rulings on 14 units.") == true)
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
    let report = try place.run("-C", "project", "annotators", "--adjudicators", "--json")
      .expect(0).json()
    #expect(
      report.names == [
        "adjudicators", "enough_cases", "last_day", "order", "question", "rows", "rulings",
        "source", "units",
      ])
    let row = try #require(report["rows"]?.array.first)
    #expect(
      row.names == [
        "adjudicator", "against_leading", "changed_mind", "citing", "days_worked", "outcomes",
        "overturned", "reasoned", "rulings", "rulings_by_day", "seconds", "self_consistency",
        "withdrawn",
      ])
    #expect(row["against_leading"]?["count"]?.integer == 4)
    #expect(row["against_leading"]?["of"]?.integer == 10)
    #expect(row["self_consistency"]?["value"] == .null)
    #expect(row["outcomes"]?["value"]?.integer == 12)
    try place.run("annotators", Self.file, "--adjudicators").expect(2)
    try place.run("-C", "project", "annotators", "--adjudicators", "--person", "ada").expect(2)
    try place.run("-C", "project", "annotators", "--adjudicators", "--about", "tone").expect(2)
  }

  @Test func `posteriors are a distribution a line`() throws {
    let place = try project()
    let run = try place.run("-C", "project", "annotators", "--posteriors", "-").expect(0)
    let lines = run.jsonLines()
    #expect(lines.count == 224)
    for line in lines {
      guard case .object(let shares) = line["probabilities"] else {
        Issue.record("no probabilities")
        continue
      }
      let numbers = shares.values.compactMap(\.number)
      #expect(abs(numbers.reduce(0, +) - 1) < 1e-9)
      #expect(line["model"]?.string == "dawid-skene")
      let agreement = line["agreement"]?.number
      #expect((agreement == nil) == (line["ratings"]?.integer == 1))
      #expect((agreement ?? 1) == 1 || (line["vote_entropy"]?.number ?? 0) > 0)
      #expect(line.names.contains("seed"))
      let best = shares.filter { $0.value.number == numbers.max() }.map(\.key)
      if line["tied"]?.boolean == false { #expect(best == [line["label"]?.string ?? ""]) }
    }
    try place.run("-C", "project", "annotators", "--posteriors", "p.jsonl").expect(0)
    #expect(try place.read("p.jsonl") == run.text)
  }

  @Test(
    arguments: ["dawid-skene", "one-coin", "mace", "glad", "majority", "weighted", "wawa"])
  func `every model can be asked for by its name`(name: String) throws {
    let place = try Workplace()
    let words = ["annotators", Self.file, "--abstained", "abstained", "--model", name]
    let run = try place.run(words).expect(0)
    #expect(run.text.contains("model:"))
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
    let model = try place.run(words + ["--json"]).expect(0).json()["model"]
    #expect(model?["name"]?.string == name)
    let steps = try #require(model?["iterations"]?.integer)
    #expect(model?["log_likelihoods"]?.array.count == steps)
    #expect(model?["converged"]?.boolean != nil)
    let lines = try place.run(words + ["--posteriors", "-"]).expect(0).jsonLines()
    #expect(lines.count == 224 && lines.allSatisfy { $0["model"]?.string == name })
  }

  @Test func `gold of another file is held against the ratings`() throws {
    let place = try Workplace()
    var rows = ["item,annotator,label"]
    var gold = ["id,final"]
    for item in 0..<40 {
      rows.append("\(item),good,\(item % 2 == 0 ? "x" : "y")")
      rows.append("\(item),bad,x")
      gold.append("\(item),\(item % 2 == 0 ? "x" : "y")")
    }
    gold[0] = "item,final"
    try place.write("a.csv", rows.joined(separator: "\n"))
    try place.write("gold.csv", gold.joined(separator: "\n"))
    let words = ["annotators", "a.csv", "--gold", "gold.csv", "--gold-label", "final"]
    let run = try place.run(words + ["--json"]).expect(0)
    let report = run.json()
    #expect(run.errors.isEmpty)
    for row in report["rows"]?.array ?? [] {
      let wanted = row["annotator"]?.string == "good" ? 1.0 : 0.5
      #expect(row["gold"]?["accuracy"]?["value"]?.number == wanted)
      #expect(row["gold"]?["items"]?.integer == 40)
      #expect(row["kappa"]?["value"]?.number != nil)
    }
    #expect(try place.run(words).expect(0).text.contains("beside gold"))
  }

  @Test func `names from outside stay in their columns`() throws {
    let place = try Workplace()
    let names = [
      "\u{1B}[31mred\u{7}", "مرحبا \u{202E}txt", "字字字字字字字字字字字字字字字字字字字字", "a\tb",
      String(repeating: "long ", count: 40),
    ]
    var rows = ["item,annotator,label,at,seconds"]
    for item in 0..<60 {
      for (index, name) in names.enumerated() {
        let label = (item + index) % 3 == 0 ? "\u{1B}]0;evil\u{7}" : "label\(item % 2)"
        rows.append("\(item),\(name),\(label),2026-02-03T10:\(10 + item % 50):0\(index)Z,3")
      }
    }
    try place.write("a.csv", rows.joined(separator: "\n") + "\n")
    for words in [["annotators", "a.csv"], ["annotators", "a.csv", "--person", names[0]]] {
      let run = try place.run(words).expect(0)
      #expect(!run.output.contains(0x1B) && !run.output.contains(0x07))
      #expect(!run.text.unicodeScalars.contains("\u{202E}"))
      for line in run.lines { #expect(line.unicodeScalars.count <= 80, "\(line)") }
    }
  }

  @Test func `what is asked for and not there is named, with what there is`() throws {
    let place = try project()
    try place.write("one.csv", "item,annotator,label\n1,ada,x\n2,ada,y\n")
    try place.write("gold.csv", "item,final\n9,x\n")
    func complaint(_ words: [String], _ code: Int = 2) throws -> String {
      let run = try place.run(words).expect(code)
      #expect(run.output.isEmpty)
      return run.complaint
    }
    let stored = ["-C", "project", "annotators"]
    #expect(
      try complaint(stored + ["--person", "nobody"]).contains(
        "There is no annotator “nobody”. There are: ada, bruno, chen, dilek and emil."))
    let about = try complaint(stored + ["--about", "nothing"])
    #expect(about.contains("There is no question “nothing”. There are: "))
    #expect(try complaint(["-C", "project", "heatmap", "--about", "nothing"]) == about)
    let page = stored + ["--person", "dilek", "--against"]
    #expect(try complaint(page + ["gold"]).contains("There is no gold: --gold FILE names one."))
    #expect(try complaint(page + ["rulings"]).contains("There are no rulings"))
    #expect(
      try complaint(page + ["model", "--model", "none"]).contains(
        "There is no model: --model none asks for none."))
    try place.run(page + ["model"]).expect(0)
    #expect(
      try complaint(
        ["annotators", "one.csv", "--person", "ada", "--against", "gold", "--gold", "gold.csv"]
          + ["--gold-label", "final"]
      ).contains("No item here has a usable gold label in gold.csv."))
    let alone = try place.run("annotators", "one.csv", "--person", "ada").expect(0).text
    #expect(alone.contains("Nothing they rated has a gold label, a ruling or a label that"))
    #expect(
      try complaint(["annotators", "one.csv", "--posteriors", "-"], 1).contains("No item has"))
    let column = try complaint(
      ["annotators", "one.csv", "--gold", "gold.csv", "--gold-label", "zz"], 3)
    #expect(column.contains("name it with --gold-label"))
    let folder = try complaint(
      ["-C", "project", "annotators", "--posteriors", "gone/p.jsonl"], 4)
    #expect(folder.contains("gone/p.jsonl: ") && !folder.contains("incoming"))
  }

  @Test func `abstentions alone are refused in the words of the heat map`() throws {
    let place = try Workplace()
    try place.write("a.csv", "item,annotator,label\n1,ada,?\n2,ben,?\n")
    let runs = try ["annotators", "heatmap"].map {
      try place.run($0, "a.csv", "--abstained", "?").expect(3)
    }
    #expect(runs[0].complaint.contains("a.csv: no rating holds a label: all are abstentions."))
    #expect(runs[0].complaint == runs[1].complaint)
  }

  @Test func `exit codes say what happened`() throws {
    let place = try project()
    try place.run("-C", "project", "annotators", "--person", "nobody").expect(2)
    try place.run("-C", "project", "annotators", "--about", "nothing").expect(2)
    try place.run("-C", "project", "annotators", "--model", "oracle").expect(2)
    try place.run("-C", "project", "annotators", "--against", "hearsay").expect(2)
    try place.run("-C", "project", "annotators", "--model", "none", "--posteriors", "-").expect(2)
    try place.run("annotators", Self.file, "--gold-label", "x").expect(2)
    try place.run("annotators", "missing.csv").expect(4)
    try place.write("empty.csv", "item,annotator,label\n")
    try place.run("annotators", "empty.csv").expect(3)
    let plain = try place.run("-C", "project", "annotators", "--model", "none", "--json").expect(0)
    #expect(plain.json()["model"]?["name"] == .null)
    #expect(plain.json()["model"]?["explanation"]?.string != nil)
  }
}
