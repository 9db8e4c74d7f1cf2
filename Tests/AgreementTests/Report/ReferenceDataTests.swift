import Agreement
import Foundation
import TestSupport
import Testing

/// The real data sets give the values that other programs compute from them: weighted coefficients,
/// label sets, repeats.
@Suite struct ReferenceDataTests {
  /// The values are printed to six places.
  private static let tolerance = 6e-7

  private static func reference(_ keys: String...) throws -> [String: Any]? {
    guard let bytes = try SharedFixtures.bytes("data/reference_values.json") else { return nil }
    let whole = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    var node = whole?["datasets"] as? [String: Any]
    for key in keys { node = node?[key] as? [String: Any] }
    if node == nil { Issue.record("no reference values for \(keys)") }
    return node
  }

  private static func rows(_ path: String) throws -> [[String: String]]? {
    guard let bytes = try SharedFixtures.bytes("data/" + path) else { return nil }
    let rows = PlainCSV.rows(String(decoding: bytes, as: UTF8.self))
    let names = rows[0]
    return rows.dropFirst().map {
      Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func check(_ found: Double?, _ wanted: Any?, _ name: String) {
    guard let wanted = wanted as? Double else { return }
    #expect(isNear(found, wanted, within: tolerance), "\(name): \(String(describing: found))")
  }

  @Test(arguments: [
    "irr_anxiety", "irr_video", "irrCAC_cac.raw4raters", "irrCAC_cac.raw5obser",
  ])
  func `weighted coefficients of the textbook tables`(name: String) throws {
    guard let expected = try Self.reference("textbook-tables", name),
      let rows = try Self.rows("textbook-tables/\(name).csv")
    else { return }
    let raters = (rows[0].keys.filter { $0.lowercased().contains("rater") || $0.contains("Obs") })
      .sorted()
    let numbers = Set(rows.flatMap { row in raters.compactMap { Double(row[$0] ?? "") } }).sorted()
    let units = rows.map { row in
      raters.enumerated().compactMap { rater, name -> UnitRating? in
        guard let number = Double(row[name] ?? ""), let label = numbers.firstIndex(of: number)
        else { return nil }
        return UnitRating(annotator: Int32(rater), label: Int32(label))
      }
    }
    let sums = RandomRatings.sums(units)
    #expect(raters.count == expected["n_raters"] as? Int)
    for scheme in [AgreementWeights.Scheme.linear, .quadratic, .ordinal] {
      let weights = AgreementWeights(scheme, scores: numbers)
      let found = GwetAC.estimate(sums, labelCount: numbers.count, weights: weights).value
      let wanted = try #require(expected["gwet_ac2_\(scheme.rawValue)"])
      Self.check(found, wanted, "AC2 \(scheme)")
      guard scheme != .ordinal else { continue }
      let kappas = try #require(expected["cohen_kappa_\(scheme.rawValue)"] as? [String: Any])
      let entries = try #require(kappas["pairs"] as? [[Any]])
      let least = kappas["min_overlap"] as? Int ?? 0
      let pairs = sums.annotatorPairs.filter { $0.table.units >= least }
      #expect(entries.count == pairs.count)
      for (entry, pair) in zip(entries, pairs) {
        #expect(entry[0] as? String == raters[pair.first])
        #expect(entry[2] as? Int == pair.table.units)
        Self.check(
          CohenKappa.estimate(pair.table, weights: weights).value, entry[3], "\(entry)")
      }
    }
    Self.check(
      UnanimousAgreement.estimate(RandomRatings.patterns(units)).value,
      expected["unanimous_item_share"], "unanimous")
    for metric in [AlphaMetric.ordinal(ranks: Array(numbers.indices)), .interval(numbers)] {
      Self.check(
        KrippendorffAlpha.estimate(sums, metric: metric).value,
        expected["krippendorff_alpha_\(metric.name)"], metric.name)
    }
  }

  /// Units, sets by code, and how the numbers of the reference name them.
  private static func checkSets(
    _ units: [[(annotator: Int, set: [String])]], _ expected: [String: Any]
  ) {
    var codes: [[String]: Int] = [:]
    var sets: [[String]] = []
    let coded = units.map { unit in
      unit.map { rating -> UnitRating in
        let set = rating.set.isEmpty ? ["(none)"] : rating.set.sorted()
        let code = codes[set] ?? sets.count
        if code == sets.count {
          codes[set] = code
          sets.append(set)
        }
        return UnitRating(annotator: Int32(rating.annotator), label: Int32(code))
      }
    }
    let sums = RandomRatings.sums(coded)
    let patterns = RandomRatings.patterns(coded)
    let bits = LabelSets(sets)
    #expect(coded.count { $0.count > 1 } == expected["n_items_with_2plus"] as? Int)
    #expect(coded.joined().count == expected["n_ratings"] as? Int)
    #expect(sets.count == expected["n_distinct_sets"] as? Int)
    check(
      PercentAgreement.estimate(sums).value, expected["exact_set_observed_agreement"], "exact")
    let jaccard = KrippendorffAlpha.estimate(sums, metric: .jaccard(bits), patterns: patterns)
    check(jaccard.value, expected["nltk_alpha_jaccard"], "Jaccard")
    #expect(jaccard.interval95 != nil)
    // NLTK's MASI takes .67 and .33 for thirds: hence its third place.
    let masi = KrippendorffAlpha.estimate(sums, metric: .masi(bits), patterns: patterns)
    let wanted = expected["nltk_alpha_masi"] as? Double
    #expect(isNear(masi.value, wanted, within: 2e-3), "\(String(describing: masi.value))")
    #expect(masi.interval95 != nil)
  }

  private static let item = ["conv_id", "prev_agent", "prev_user", "agent", "user", "bot"]

  @Test func `types of abuse as label sets, and repeats of one annotator`() throws {
    guard let types = try Self.reference("convabuse", "types_multilabel"),
      let repeats = try Self.reference("convabuse", "intra_rater"),
      let rows = try Self.rows("convabuse/ConvAbuseEMNLPfull.csv")
    else { return }
    var units: [String: Int] = [:]
    var annotators: [String: Int] = [:]
    var seen: Set<[Int]> = []
    var sets: [[(annotator: Int, set: [String])]] = []
    var grouper = UnitGrouper(keeping: .first)
    for row in rows {
      let key = Self.item.map { row[$0] ?? "" }.joined(separator: "\u{1F}")
      let unit = units[key] ?? units.count
      if unit == units.count {
        units[key] = unit
        sets.append([])
      }
      let name = row["annotator_id"] ?? ""
      let annotator = annotators[name] ?? annotators.count
      annotators[name] = annotator
      let severity = ["1", "0", "-1", "-2", "-3"].firstIndex { row["is_abuse.\($0)"] == "1" }
      let label = try #require(severity)
      grouper.append(
        items: [Int32(unit)], annotators: [Int32(annotator)], labels: [Int32(label)])
      guard label > 1, seen.insert([unit, annotator]).inserted else { continue }
      let set = row.keys.filter { $0.hasPrefix("type.") && row[$0] == "1" }
      sets[unit].append((annotator, set))
    }
    Self.checkSets(sets.filter { $0.count > 1 }, types)
    let found = grouper.grouped().repeats
    #expect(found.pairs == repeats["n_pairs"] as? Int)
    Self.check(found.selfConsistency, repeats["exact_agreement"], "self-consistency")
  }

  @Test func `frames of climate news as label sets`() throws {
    guard
      let expected = try Self.reference("narrative-frames", "frame_questions_as_multilabel"),
      let bytes = try SharedFixtures.bytes("data/narrative-frames/full_annotations.json")
    else { return }
    let questions = try #require(expected["questions"] as? [String])
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String: Any]])
    let units = items.sorted { $0.key < $1.key }.map { _, item in
      (0..<4).compactMap { annotator -> (annotator: Int, set: [String])? in
        var isPresent = false
        let set = questions.filter { question in
          let answers = (item[question] as? [Any])?.last as? [Any]
          guard let answer = answers?[annotator] as? String else { return false }
          isPresent = true
          return answer == "yes"
        }
        return isPresent ? (annotator, set) : nil
      }
    }
    Self.checkSets(units, expected)
  }
}
