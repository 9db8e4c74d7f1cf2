import Agreement
import Foundation
import TestSupport
import Testing

/// Every number of the reference values about labels, data set by data set. A key that nothing is
/// compared with fails.
@Suite struct ReferenceValueTests {
  private typealias Row = ReferenceSources.Row

  @Test func `bluebirds and ducks, with gold`() throws {
    guard let birds = try ReferenceSources.long("bluebirds/labels.csv"),
      let gold = try ReferenceSources.text("bluebirds/gold.csv"),
      let ducks = try ReferenceSources.long("bluebirds/ducks/labels.txt", separator: " "),
      let classes = try ReferenceSources.text("bluebirds/ducks/classes.yaml")
    else { return }
    let right = gold.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    // The reference run had stopped after two steps.
    try ReferenceNode("bluebirds", "bluebirds")?.compare(
      ReferenceRatings(birds), gold: Dictionary(uniqueKeysWithValues: right.map { ($0[0], $0[1]) }),
      steps: 2)
    let body = classes.prefix { $0 != "}" }.drop { $0 != "{" }.dropFirst()
    let kinds = body.split(separator: ",").map { entry in
      let parts = entry.split(whereSeparator: { ": \n".contains($0) }).map(String.init)
      return (parts[0], parts[1] == "0" || parts[1] == "2" ? "1" : "0")
    }
    try ReferenceNode("bluebirds", "ducks")?.compare(
      ReferenceRatings(ducks), gold: Dictionary(uniqueKeysWithValues: kinds),
      beside: ["gold_rule"])
  }

  @Test func `google-fact-eval, with "skip" as a label and as missing`() throws {
    let path = "google-fact-eval/Google_KG_institution_CrowdScale_v3_judgments.csv.gz"
    guard let rows = try ReferenceSources.long(path) else { return }
    try ReferenceNode("google-fact-eval", "three_classes")?.compare(ReferenceRatings(rows))
    try ReferenceNode("google-fact-eval", "skip_as_missing")?.compare(
      ReferenceRatings(rows.filter { $0.label != "2" }))
  }

  @Test func `convabuse: severity, abuse or not, every type`() throws {
    guard let (columns, rows) = try ReferenceSources.table("convabuse/ConvAbuseEMNLPfull.csv"),
      let types = try ReferenceNode("convabuse", "type_alpha_nominal")
    else { return }
    func field(_ row: [String], _ name: String) -> String { columns[name].map { row[$0] } ?? "" }
    let names = ["conv_id", "prev_agent", "prev_user", "agent", "user", "bot"]
    let severities = ["1", "0", "-1", "-2", "-3"]
    func ratings(_ label: ([String]) -> String) -> ReferenceRatings {
      ReferenceRatings(
        rows.map { row in
          let item = names.map { field(row, $0) }.joined(separator: "\u{1F}")
          return (item, field(row, "annotator_id"), label(row))
        })
    }
    func severity(_ row: [String]) -> String {
      severities.first { field(row, "is_abuse.\($0)") == "1" } ?? ""
    }
    try ReferenceNode("convabuse", "severity_ordinal")?.compare(ratings(severity))
    try ReferenceNode("convabuse", "abusive_binary")?.compare(
      ratings { severity($0).hasPrefix("-") ? "1" : "0" })
    #expect(types.values.count == 7)
    for (name, value) in types.values {
      let node = ReferenceNode("type \(name)", try #require(value as? [String: Any]))
      node.compare(ratings { field($0, "type.\(name)") == "1" ? "1" : "0" })
    }
  }

  private static let tables: [(name: String, raters: [String])] = [
    ("irr_diagnoses", (1...6).map { "rater\($0)" }), ("irr_anxiety", (1...3).map { "rater\($0)" }),
    ("irr_video", (1...4).map { "rater\($0)" }), ("irr_vision", ["r.eye", "l.eye"]),
    ("irrCAC_cac.raw4raters", (1...4).map { "Rater\($0)" }),
    ("irrCAC_cac.raw5obser", (1...5).map { "Observer\($0)" }),
    ("irrCAC_cac.ben.gerry", ["Ben", "Gerry"]),
    ("irrCAC_cac.raw.g1g2", (1...4).map { "Rater\($0)" }),
    ("irrCAC_cac.raw.gender", ["RaterA", "RaterB", "RaterC", "RaterD"]),
  ]

  @Test func `the textbook tables, each in its own layout`() throws {
    guard let all = try ReferenceNode("textbook-tables") else { return }
    var compared = Set(Self.tables.map(\.name))
    for table in Self.tables {
      guard
        let rows = try ReferenceSources.wide(
          "textbook-tables/\(table.name).csv", raters: table.raters)
      else { return }
      let graded = rows.map { row in
        (row.item, row.rater, table.name == "irr_vision" ? String(row.label.prefix(1)) : row.label)
      }
      try ReferenceNode("textbook-tables", table.name)?.compare(ReferenceRatings(graded))
    }
    if let rows = try ReferenceSources.long("textbook-tables/dawid_skene_1979_anesthesia.csv") {
      compared.insert("dawid_skene_1979_anesthesia")
      // The labels of all 315 ratings are compared in `TruthReferenceTests`.
      try ReferenceNode("textbook-tables", "dawid_skene_1979_anesthesia")?.compare(
        ReferenceRatings(rows), beside: ["dawid_skene_labels_all_315_ratings"])
    }
    compared.formUnion(try Self.patterns())
    compared.formUnion(try Self.counts())
    #expect(compared == Set(all.values.keys))
  }

  /// One row a pattern, with the number of items that show it.
  private static func patterns() throws -> Set<String> {
    guard let (_, rows) = try ReferenceSources.table("textbook-tables/caries_patterns.csv") else {
      return []
    }
    var items: [Row] = []
    for (number, row) in rows.enumerated() {
      for copy in 0..<(Int(row[5]) ?? 0) {
        items += (0..<5).map { ("\(number)-\(copy)", "dentist\($0 + 1)", row[$0]) }
      }
    }
    try ReferenceNode("textbook-tables", "caries_patterns")?.compare(ReferenceRatings(items))
    return ["caries_patterns"]
  }

  /// Counts by item and label, and by two raters' labels.
  private static func counts() throws -> Set<String> {
    let names = [
      "irrCAC_distrib.6raters", "irrCAC_cont3x3abstractors", "irrCAC_cont4x4diagnosis",
    ]
    for name in names {
      guard let (columns, rows) = try ReferenceSources.table("textbook-tables/\(name).csv") else {
        return []
      }
      let labels = columns.sorted { $0.value < $1.value }.dropFirst().map(\.key)
      var items: [Row] = []
      for (number, row) in rows.enumerated() {
        for (column, label) in labels.enumerated() {
          for copy in 0..<(Int(row[column + 1]) ?? 0) {
            if name.hasPrefix("irrCAC_distrib") {
              items.append(("\(number)", "", label))
            } else {
              items.append(("\(number)-\(column)-\(copy)", "one", row[0]))
              items.append(("\(number)-\(column)-\(copy)", "two", label))
            }
          }
        }
      }
      try ReferenceNode("textbook-tables", name)?.compare(
        ReferenceRatings(items), beside: ["layout"])
    }
    return Set(names)
  }

  @Test func `emobank: six scales without names`() throws {
    for perspective in ["writer", "reader"] {
      guard
        let (columns, rows) = try ReferenceSources.table(
          "emobank/individual_\(perspective)_ratings.csv")
      else { return }
      for scale in ["V", "A", "D"] {
        let column = try #require(columns[scale])
        let ratings = ReferenceRatings(rows.map { ($0[0], "", $0[column]) })
        try ReferenceNode("emobank", "\(perspective)_\(scale)")?.compare(ratings)
      }
    }
  }

  @Test func `preferences of three annotators`() throws {
    guard let text = try ReferenceSources.text("pandalm-preferences/testset-v1.json") else {
      return
    }
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    let rows = try #require(root).enumerated().flatMap { number, row -> [Row] in
      (1...3).map { ("\(number)", "annotator\($0)", "\(row["annotator\($0)"] ?? "")") }
    }
    // Wins are compared in `PandaPreferenceTests`.
    try ReferenceNode("pandalm-preferences")?.compare(
      ReferenceRatings(rows),
      beside: ["classes", "n_items_all_three_differ", "wins_without_ties"])
  }

  @Test func `pedestrians: how many boxes, and whether any, with gold`() throws {
    guard let workers = try ReferenceSources.table("pedestrian-boxes/worker_assignments.csv"),
      let experts = try ReferenceSources.table("pedestrian-boxes/expert_assignments.csv")
    else { return }
    try ReferenceNode("pedestrian-boxes", "box_count_per_image")?.compare(
      ReferenceRatings(workers.rows.map { ($0[0], $0[1], $0[3]) }))
    let gold = experts.rows.map { ($0[0], $0[3] == "0" ? "0" : "1") }
    try ReferenceNode("pedestrian-boxes", "any_pedestrian_present")?.compare(
      ReferenceRatings(workers.rows.map { ($0[0], $0[1], $0[3] == "0" ? "0" : "1") }),
      gold: Dictionary(gold, uniquingKeysWith: { first, _ in first }))
  }

  @Test func `translation errors: scores of segments, any error, any major one`() throws {
    guard let text = try ReferenceSources.text("mqm-ende/mqm_ende_compact.tsv.gz") else { return }
    var tenths: [[String]: Int] = [:]
    var errors: Set<[String]> = []
    var majors: Set<[String]> = []
    var order: [[String]] = []
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let key = [fields[0...3].joined(separator: "\t"), fields[4]]
      if tenths[key] == nil { order.append(key) }
      let isError = !["No-error", "Found", "Missed"].contains(fields[7])
      let weight =
        switch (fields[7], fields[8]) {
        case ("Non-translation!", _): 250
        case (_, "Major"): 50
        case ("Fluency/Punctuation", "Minor"): 1
        case (_, "Minor"): 10
        default: 0
        }
      tenths[key, default: 0] += weight
      if isError { errors.insert(key) }
      if fields[8] == "Major" { majors.insert(key) }
    }
    func ratings(_ label: ([String]) -> String) -> ReferenceRatings {
      ReferenceRatings(order.map { ($0[0], $0[1], label($0)) })
    }
    try ReferenceNode("mqm-ende", "segment_score")?.compare(
      ratings { "\(Double(tenths[$0] ?? 0) / 10)" })
    try ReferenceNode("mqm-ende", "has_error")?.compare(ratings { errors.contains($0) ? "1" : "0" })
    try ReferenceNode("mqm-ende", "has_major")?.compare(ratings { majors.contains($0) ? "1" : "0" })
  }

  @Test func `frames of climate news: every question, and their means`() throws {
    guard let text = try ReferenceSources.text("narrative-frames/full_annotations.json"),
      let questions = try ReferenceNode("narrative-frames", "questions"),
      let means = try ReferenceNode("narrative-frames", "mean_alpha_by_family"),
      let whole = try ReferenceNode("narrative-frames")
    else { return }
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: Any]]
    let items = try #require(root).sorted { $0.key < $1.key }
    var alphas: [String: Double] = [:]
    for (question, value) in questions.values {
      let rows = items.flatMap { name, item -> [Row] in
        let answers = (item[question] as? [Any])?.last as? [Any] ?? []
        return answers.enumerated().compactMap { rater, answer in
          (answer as? String).map { (name, "\(rater)", $0) }
        }
      }
      let ratings = ReferenceRatings(rows)
      ReferenceNode(question, try #require(value as? [String: Any])).compare(ratings)
      alphas[question] = KrippendorffAlpha.estimate(RandomRatings.sums(ratings.units)).value
    }
    #expect(alphas.count == 23)
    for (family, value) in means.values {
      let own = alphas.filter { $0.key.hasPrefix(family) }.map(\.value)
      means.check(own.reduce(0, +) / Double(own.count), value, family)
    }
    let mean = alphas.values.reduce(0, +) / Double(alphas.count)
    whole.check(mean, try #require(whole.values["mean_alpha_over_questions"]), "mean")
    #expect(whole.values["n_items"] as? Int == items.count)
  }
}
