import Domain
import Foundation
import Interchange
import TestSupport
import Testing

/// The real sets, held against counts that others took.
struct SharedDataTests {
  /// One entry of `reference_values.json`.
  private struct Reference {
    let items: Int
    let annotators: Int?
    let ratings: Int
    let repeats: Int
    let labels: [String: Int]
    let ratingsPerItem: [String: Int]
  }

  private static func reference(_ set: String, _ entry: String) throws -> Reference? {
    guard let bytes = try SharedFixtures.bytes("data/reference_values.json"),
      let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let sets = root["datasets"] as? [String: Any], let found = sets[set] as? [String: Any],
      let values = found[entry] as? [String: Any]
    else { return nil }
    return Reference(
      items: values["n_items"] as? Int ?? -1, annotators: values["n_raters"] as? Int,
      ratings: values["n_ratings"] as? Int ?? -1,
      repeats: values["n_repeat_ratings_dropped"] as? Int ?? -1,
      labels: values["label_counts"] as? [String: Int] ?? [:],
      ratingsPerItem: values["ratings_per_item"] as? [String: Int] ?? [:])
  }

  /// Counts ratings as the reference does: the first of each annotator's on an item.
  private static func check(
    _ path: String, _ mapping: Mapping, question: QuestionID = .label, _ set: String,
    _ entry: String, name: (Value) -> String = Import.text
  ) throws {
    guard let path = try SharedFixtures.path("data/" + path),
      let expected = try Self.reference(set, entry)
    else { return }
    let imported = try Import(ByteSource(path: path), mapping)
    #expect(imported.diagnostics.refused == 0, "\(imported.diagnostics.kept.prefix(3))")
    let ratings = imported.ratings.filter { $0.unit.question == question }
    var seen: Set<[String]> = []
    var labels: [String: Int] = [:]
    var perItem: [ItemID: Int] = [:]
    var repeats = 0
    for rating in ratings {
      if let annotator = rating.annotator,
        !seen.insert([rating.unit.item.text, annotator.text]).inserted
      {
        repeats += 1
        continue
      }
      labels[name(rating.value), default: 0] += 1
      perItem[rating.unit.item, default: 0] += 1
    }
    var histogram: [String: Int] = [:]
    for count in perItem.values { histogram["\(count)", default: 0] += 1 }
    #expect(perItem.count == expected.items)
    #expect(perItem.values.reduce(0, +) == expected.ratings)
    #expect(repeats == expected.repeats)
    #expect(labels == expected.labels)
    #expect(histogram == expected.ratingsPerItem)
    if let annotators = expected.annotators {
      #expect(Set(ratings.compactMap(\.annotator)).count == annotators)
    }
    try checkScan(path, mapping, imported)
  }

  /// Blocks say the same as records.
  private static func checkScan(_ path: String, _ mapping: Mapping, _ imported: Import) throws {
    let scan = try Scan(ByteSource(path: path), mapping)
    #expect(scan.tables.ratings == imported.ratings.count)
    #expect(scan.diagnostics.count == imported.diagnostics.count)
    guard mapping.item.count < 2, mapping.values.kind != .number else { return }
    #expect(scan.summary == imported.summary.map { $0.replacing("{", with: "") })
  }

  private static func mapping(_ change: (inout Mapping) -> Void) -> Mapping {
    var mapping = Mapping()
    change(&mapping)
    return mapping
  }

  @Test func `bluebirds`() throws {
    let mapping = Self.mapping { $0.item = ["image_id"] }
    try Self.check("bluebirds/labels.csv", mapping, "bluebirds", "bluebirds")
  }

  @Test func `google-fact-eval, packed, with ids beyond 63 bits`() throws {
    let file = "google-fact-eval/Google_KG_institution_CrowdScale_v3_judgments.csv.gz"
    try Self.check(file, Mapping(), "google-fact-eval", "three_classes")
  }

  @Test func `the anaesthetists of Dawid and Skene`() throws {
    try Self.check(
      "textbook-tables/dawid_skene_1979_anesthesia.csv", Mapping(), "textbook-tables",
      "dawid_skene_1979_anesthesia")
  }

  @Test(arguments: ["V", "A", "D"], ["writer", "reader"])
  func `emobank, three questions a row and no annotator`(
    _ question: String, _ perspective: String
  ) throws {
    let mapping = Self.mapping {
      $0.item = ["id"]
      $0.questions = ["V", "A", "D"]
      $0.values = ValueExpectation(kind: .number)
    }
    try Self.check(
      "emobank/individual_\(perspective)_ratings.csv", mapping, question: QuestionID(question),
      "emobank", "\(perspective)_\(question)"
    ) { value in Import.text(value) + ".0" }
  }

  @Test(arguments: [
    ("irrCAC_cac.raw4raters", "Units"), ("irrCAC_cac.raw5obser", "Unit"),
    ("irr_diagnoses", "subject"), ("irr_anxiety", "subject"), ("irr_video", "subject"),
  ])
  func `wide tables`(_ name: String, _ item: String) throws {
    let mapping = Self.mapping { $0.item = [item] }
    try Self.check("textbook-tables/\(name).csv", mapping, "textbook-tables", name)
  }

  @Test func `wide tables whose annotators have names of their own`() throws {
    let mapping = Self.mapping {
      $0.format = "wide-csv"
      $0.item = ["Units"]
      $0.slices = ["Group"]
    }
    try Self.check(
      "textbook-tables/irrCAC_cac.ben.gerry.csv", mapping, "textbook-tables",
      "irrCAC_cac.ben.gerry")
    try Self.check(
      "textbook-tables/irrCAC_cac.raw.g1g2.csv", mapping, "textbook-tables",
      "irrCAC_cac.raw.g1g2")
  }

  @Test func `wide tables without a column for the item`() throws {
    let mapping = Self.mapping {
      $0.format = "wide-csv"
      $0.item = [Mapping.rowNumber]
      $0.slices = ["Group"]
    }
    try Self.check(
      "textbook-tables/irrCAC_cac.raw.gender.csv", mapping, "textbook-tables",
      "irrCAC_cac.raw.gender")
  }

  @Test func `convabuse, items named by six columns, labels in 0 and 1`() throws {
    let mapping = Self.mapping {
      $0.item = ["conv_id", "prev_agent", "prev_user", "agent", "user", "bot"]
      $0.oneHot = [
        OneHot(prefix: "is_abuse."), OneHot(prefix: "type.", form: .someLabels),
      ]
      $0.payload = .conversation(["prev_agent", "prev_user", "agent", "user"])
      $0.slices = ["bot"]
    }
    try Self.check(
      "convabuse/ConvAbuseEMNLPfull.csv", mapping, question: QuestionID("is_abuse"), "convabuse",
      "severity_ordinal")
  }
}
