import Foundation
import TestSupport
import Testing

/// Nothing in a vector file is skipped in silence: a measure, a field, an option or a kind of data
/// that no test knows fails here.
@Suite struct VectorFieldTests {
  static let paths = ["vectors/agreement.json", "vectors/random.json"]

  /// By measure: the named fields of `expected` that some test compares.
  private static let fields: [String: Set<String>] = {
    let coefficient: Set = [
      "value", "status", "observed", "expected", "se", "se0", "z", "z0", "ci_low", "ci_high", "max",
      "jackknife_estimate", "jackknife_se",
    ]
    let value: Set = ["value", "status"]
    var fields: [String: Set<String>] = [:]
    for measure in [
      "percent_agreement", "cohen_kappa", "scott_pi", "fleiss_kappa", "krippendorff_alpha",
      "gwet_ac", "brennan_prediger", "light_kappa", "conger_kappa", "bangdiwala_b",
      "unanimous_agreement",
    ] {
      fields[measure] = coefficient
    }
    for measure in [
      "masi_distance", "assignment", "oks", "token_f1", "boundary_similarity", "gamma_disorder",
      "ece", "brier", "psi", "kl", "js", "unitized_alpha", "bradley_terry",
    ] {
      fields[measure] = value
    }
    fields["span_f1"] = ["value", "precision", "recall"]
    fields["muc_counts"] = ["strict", "exact", "partial", "type"]
    fields["box_match"] = [
      "matches", "mismatches", "unmatched_a", "unmatched_b", "ious", "mean_iou", "sum_iou",
    ]
    fields["confident_joint"] = ["joint", "thresholds"]
    fields["cusum"] = ["upper", "lower", "first_upper_signal", "first_lower_signal"]
    fields["page_hinkley"] = ["detections"]
    fields["majority_vote"] = ["fractions", "labels_order", "tie"]
    fields["dawid_skene"] = ["posterior", "labels_order", "log_likelihood"]
    fields["one_coin_dawid_skene"] = ["posterior", "labels_order"]
    fields["glad"] = ["labels"]
    fields["mace"] = ["labels"]
    for measure in [
      "specific_agreement", "category_alpha", "category_kappa", "item_agreement", "vote_entropy",
    ] {
      fields[measure] = []
    }
    return fields
  }()

  /// By measure: the options that the tests obey.
  private static let options: [String: Set<String>] = [
    "krippendorff_alpha": ["metric", "ci", "jackknife"], "percent_agreement": ["ci"],
    "scott_pi": ["ci"], "brennan_prediger": ["ci", "weights"], "gwet_ac": ["ci", "weights"],
    "fleiss_kappa": ["ci", "weights"], "conger_kappa": ["ci", "weights"],
    "cohen_kappa": ["ci", "weights", "disagreement"], "unanimous_agreement": ["tolerance"],
    "dawid_skene": ["iterations"], "one_coin_dawid_skene": ["iterations"],
    "bradley_terry": ["reference"], "boundary_similarity": ["n_t"],
    "box_match": ["threshold", "strategy"], "gamma_disorder": ["alpha", "beta", "delta_empty"],
    "ece": ["bins", "norm", "binary_confidence"], "brier": ["form"], "assignment": ["maximize"],
    "cusum": ["target", "k", "h"],
    "page_hinkley": ["delta", "threshold", "min_instances", "alpha", "mode"],
  ]

  /// By kind of data: the fields that are read.
  private static let kinds: [String: Set<String>] = [
    "ratings": ["matrix", "categories"], "table": ["counts", "categories"],
    "counts": ["counts", "categories"],
    "sets": ["matrix"], "units": ["begin", "length", "annotators", "units"],
    "continuum": ["units"], "spans": ["a", "b"], "segmentation": ["a", "b"], "boxes": ["a", "b"],
    "keypoints": ["a", "b", "area", "sigmas", "visibility"], "crowd": ["rows"],
    "pairs": ["items", "wins"], "probs": ["labels", "probs", "p1"], "series": ["values"],
    "distributions": ["a", "b"], "cost": ["cost"], "set_pair": ["a", "b"],
  ]

  private static let caseKeys: Set = [
    "name", "source", "data", "measure", "options", "expected", "tolerance", "published",
    "verified_by", "note",
  ]

  private static func root(_ path: String) throws -> [String: Any]? {
    guard let bytes = try SharedFixtures.bytes(path) else { return nil }
    return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
  }

  @Test(arguments: paths)
  func `every measure belongs to a suite, and every suite's cases are read`(path: String) throws {
    guard let root = try Self.root(path) else { return }
    let compared = VectorTests.measures.union(CrowdVectors.measures).union(RegionVector.measures)
      .union(CalibrationVectorTests.measures).union(DistributionVectorTests.measures)
      .union(["bradley_terry"])
    #expect(compared == Set(Self.fields.keys))
    let cases = try #require(root["cases"] as? [[String: Any]])
    let listed = Set(cases.compactMap { $0["measure"] as? String })
    #expect(listed.isSubset(of: compared), "\(listed.subtracting(compared))")
    #expect(Set(root.keys) == ["format", "title", "notes", "datasets", "cases"])
    let names = cases.compactMap { $0["name"] as? String }
    #expect(Set(names).count == cases.count, "every case has a name of its own")
  }

  @Test(arguments: paths)
  func `every field of every case is known`(path: String) throws {
    guard let root = try Self.root(path) else { return }
    let datasets = try #require(root["datasets"] as? [String: [String: Any]])
    var fields = 0
    for vector in try #require(root["cases"] as? [[String: Any]]) {
      let name = "\(vector["name"] ?? "")"
      #expect(Self.caseKeys.isSuperset(of: vector.keys), "\(name)")
      let measure = try #require(vector["measure"] as? String)
      let data = try #require((vector["data"] as? String).flatMap { datasets[$0] }, "\(name)")
      let options = vector["options"] as? [String: Any] ?? [:]
      let unknown = Set(options.keys).subtracting(Self.options[measure] ?? [])
      #expect(unknown.isEmpty, "\(name): options \(unknown)")
      let expected = try #require(vector["expected"] as? [String: Any])
      #expect(!expected.isEmpty && vector["tolerance"] is NSNumber, "\(name)")
      for key in expected.keys {
        fields += 1
        #expect(Self.isKnown(key, measure, data, expected), "\(name): \(key)")
      }
    }
    #expect(fields > 700)
  }

  @Test(arguments: paths)
  func `every kind of data is read whole`(path: String) throws {
    guard let root = try Self.root(path) else { return }
    for (name, data) in try #require(root["datasets"] as? [String: [String: Any]]) {
      let kind = try #require(data["kind"] as? String)
      let known = try #require(Self.kinds[kind], "\(name): \(kind)")
      #expect(Set(data.keys).subtracting(known) == ["kind"], "\(name)")
    }
  }

  /// Beside the named fields: those named after labels, units, systems or items of the data.
  private static func isKnown(
    _ key: String, _ measure: String, _ data: [String: Any], _ expected: [String: Any]
  ) -> Bool {
    if fields[measure]?.contains(key) == true { return true }
    switch measure {
    case "specific_agreement", "category_alpha", "category_kappa":
      let cells = (data["matrix"] as? [[Any]])?.joined().map { "\($0)" } ?? []
      let labels = (data["categories"] as? [Any])?.map { "\($0)" } ?? cells
      return labels.contains { $0 == key || (Double($0) != nil && Double($0) == Double(key)) }
    case "item_agreement":
      let count = (data["matrix"] as? [Any] ?? data["counts"] as? [Any])?.count ?? 0
      return Int(key).map { (0..<count).contains($0) } ?? false
    case "vote_entropy":
      return (data["rows"] as? [[Any]] ?? []).contains { "\($0[0])" == key }
    case "dawid_skene":
      let labels = (expected["labels_order"] as? [Any] ?? []).map { "prior_\($0)" }
      return labels.contains(key)
    case "bradley_terry": return (data["items"] as? [String] ?? []).contains(key)
    case "unitized_alpha":
      let labels = (data["units"] as? [[Any]] ?? []).map { "\($0[3])" }
      return labels.contains {
        key == "alpha_\($0)" || key == "observed_\($0)" || key == "expected_\($0)"
      }
    default: return false
    }
  }

  @Test(arguments: paths)
  func `posteriors and fractions stand in the order that the files state`(path: String) throws {
    guard let file = try CrowdVectors(path) else { return }
    var ordered = 0
    for vector in file.cases {
      guard let order = vector.expected["labels_order"] as? [Any] else { continue }
      #expect(order.map { "\($0)" } == vector.votes.labels, "\(vector.name)")
      ordered += 1
    }
    #expect(ordered >= 5)
  }
}
