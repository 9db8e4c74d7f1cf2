import Domain
import Interchange
import Testing

/// One data set with reference values: where it lies, how it is read, at which levels it is measured.
struct ReferenceSet: Sendable, CustomTestStringConvertible {
  let path: String
  /// Keys into the reference values, outermost first.
  let key: [String]
  let question: String?
  let mapping: Mapping
  let order: [String]

  /// Where labels are words there is no interval between them.
  var levels: [Scale] {
    order.contains { Number($0) == nil } ? [.nominal, .ordinal] : [.nominal, .ordinal, .interval]
  }

  var testDescription: String { key.joined(separator: "/") }

  private init(
    _ path: String, _ key: [String], question: String? = nil, order: [String] = [],
    _ change: (inout Mapping) -> Void
  ) {
    self.path = "data/" + path
    self.key = key
    self.question = question
    self.order = order
    var mapping = Mapping()
    // The reference values keep the first of repeated ratings.
    mapping.repeats = .first
    change(&mapping)
    self.mapping = mapping
  }

  static let all: [ReferenceSet] = crowds + tables + emobank + convabuse

  private static let facts =
    "google-fact-eval/Google_KG_institution_CrowdScale_v3_judgments.csv.gz"

  private static let crowds = [
    ReferenceSet("bluebirds/labels.csv", ["bluebirds", "bluebirds"]) {
      $0.item = ["image_id"]
      $0.annotator = "worker_id"
    },
    ReferenceSet(facts, ["google-fact-eval", "three_classes"]) { _ in },
    ReferenceSet(facts, ["google-fact-eval", "skip_as_missing"]) { $0.abstained = ["2"] },
    ReferenceSet(
      "textbook-tables/dawid_skene_1979_anesthesia.csv",
      ["textbook-tables", "dawid_skene_1979_anesthesia"]
    ) { _ in },
  ]

  private static let tables: [ReferenceSet] = [
    wide("irr_diagnoses", "subject", (1...6).map { "rater\($0)" }),
    wide("irr_anxiety", "subject", (1...3).map { "rater\($0)" }),
    wide("irr_video", "subject", (1...4).map { "rater\($0)" }),
    wide(
      "irr_vision", "subject", ["r.eye", "l.eye"],
      order: ["1st grade", "2nd grade", "3rd grade", "4th Grade"]),
    wide("irrCAC_cac.raw4raters", "Units", (1...4).map { "Rater\($0)" }),
    wide("irrCAC_cac.raw5obser", "Unit", (1...5).map { "Observer\($0)" }),
    wide("irrCAC_cac.ben.gerry", "Units", ["Ben", "Gerry"]),
    wide("irrCAC_cac.raw.g1g2", "Units", (1...4).map { "Rater\($0)" }),
    wide("irrCAC_cac.raw.gender", Mapping.rowNumber, ["RaterA", "RaterB", "RaterC", "RaterD"]),
  ]

  private static let emobank: [ReferenceSet] =
    ["V", "A", "D"].map { emobank("writer", $0) } + ["V", "A", "D"].map { emobank("reader", $0) }

  private static func emobank(_ perspective: String, _ dimension: String) -> ReferenceSet {
    ReferenceSet(
      "emobank/individual_\(perspective)_ratings.csv",
      ["emobank", "\(perspective)_\(dimension)"], question: dimension
    ) {
      $0.item = ["id"]
      $0.questions = ["V", "A", "D"]
      $0.values = ValueExpectation(kind: .number)
    }
  }

  private static let convabuse = [
    ReferenceSet(
      "convabuse/ConvAbuseEMNLPfull.csv", ["convabuse", "severity_ordinal"],
      order: ["-3", "-2", "-1", "0", "1"]
    ) {
      $0.item = ["conv_id", "prev_agent", "prev_user", "agent", "user", "bot"]
      $0.annotator = "annotator_id"
      $0.oneHot = [OneHot(prefix: "is_abuse.")]
    }
  ]

  private static func wide(
    _ name: String, _ item: String, _ annotators: [String], order: [String] = []
  ) -> ReferenceSet {
    ReferenceSet("textbook-tables/\(name).csv", ["textbook-tables", name], order: order) {
      $0.item = [item]
      $0.annotators = annotators
    }
  }
}
