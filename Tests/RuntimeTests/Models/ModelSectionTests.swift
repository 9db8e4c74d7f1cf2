import Agreement
import Interchange
import Runtime
import Screen
import Testing

/// The sections about models and preferences: narrow enough, complete, safe.
struct ModelSectionTests {
  private static let hostile = "name\u{1B}[31m of a rather long annotator or label \u{202E}x"

  private static func votes() -> ModelVotes {
    let rows: [[Int32]] = (0..<60).map { [Int32($0 % 3), Int32($0 % 3), Int32($0 / 20)] }
    let table = VoteTable(
      offsets: (0...60).map { $0 * 3 }, annotators: rows.flatMap { _ in [0, 1, 2] },
      labels: rows.flatMap(\.self), annotatorCount: 3, labelCount: 3)
    return ModelVotes(
      people: table, labels: (0..<60).map { Int32(($0 * 7) % 3) },
      confidences: (0..<60).map { Double($0) / 60 })
  }

  private static func pairs(systems: Bool) -> [PreferenceUnit] {
    let choices = PreferenceChoice.allCases
    return (0..<90).map { place in
      let first = Int32(place % 3)
      return PreferenceUnit(
        first: systems ? first : -1, second: systems ? (first + Int32(1 + place % 2)) % 3 : -1,
        prompt: Int32(place / 6), pair: Int32(place / 2),
        votes: (0..<3).map { person in
          PreferenceVote(
            annotator: Int32(person), choices[(place * place + person * place / 3) % 4],
            strength: 1 + place % 2)
        })
    }
  }

  private func check(_ lines: [String]) {
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(SafeText(line).width <= 80, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E }, "\(line)")
    }
  }

  @Test func `a model's votes`() {
    let report = ModelVoteReport(Self.votes())
    let names = Array(repeating: Self.hostile, count: 3)
    let lines = ModelVoteText.lines(
      report, model: Self.hostile, labels: names, annotators: names)
    check(lines)
    #expect(lines.contains { $0.contains("people among themselves") })
    #expect(lines.contains { $0.contains("too few") })
    let json = ModelVoteJSON.json(report, model: "m", labels: names, annotators: names).text()
    #expect(json.contains(#""as_annotator":{"units":60"#))
    #expect(json.contains(#""calibration":{"#))
    check(
      ModelVoteText.lines(
        ModelVoteReport(
          ModelVotes(people: Self.votes().people, labels: Array(repeating: -1, count: 60))),
        model: "m", labels: names, annotators: names))
  }

  @Test func `preferences with and without systems`() {
    let names = [Self.hostile + "1", Self.hostile + "2", Self.hostile + "3"]
    for ties in TieHandling.allCases {
      let report = PreferenceReport(
        Self.pairs(systems: true), dimension: Self.hostile, systems: names, annotators: names,
        ties: ties, pseudoCount: ties == .ignored ? 0.5 : 0)
      check(PreferenceText.lines(report))
      #expect(PreferenceJSON.json(report).text().contains(#""systems":[{"system":"#))
    }
    let bare = PreferenceReport(Self.pairs(systems: false), annotators: names)
    check(PreferenceText.lines(bare))
    #expect(PreferenceJSON.json(bare).text().contains(#""reason":"unknown_systems""#))
    check(PreferenceText.lines(PreferenceReport([], annotators: [])))
    let empty = PreferenceJSON.json(PreferenceReport([], annotators: [])).text()
    #expect(empty.contains(#""value":null,"reason":"undefined_no_data","explanation":"#))
  }

  @Test func `calibration and label errors`() throws {
    let labels = (0..<40).map { $0 % 3 }
    let rows = (0..<40).map { place in
      let high = Double(50 + place) / 100
      return (0..<3).map { $0 == (place * 5) % 3 ? high : (1 - high) / 2 }
    }
    let table = try ProbabilityTable(labels: labels, rows: rows)
    let names = Array(repeating: Self.hostile, count: 3)
    let report = CalibrationReport(table)
    check(CalibrationText.lines(report, labels: names))
    #expect(CalibrationText.lines(report, labels: names).contains { $0.hasSuffix("too few") })
    let json = CalibrationJSON.json(report, labels: names).text()
    #expect(json.contains(#""classwise_ece":{"value":0."#))
    let errors = LabelErrorReport(table)
    let units = labels.indices.map { "unit \($0)" }
    let lines = CalibrationText.lines(errors, labels: names, units: units)
    check(lines)
    #expect(lines.joined(separator: " ").contains("nobody has stated"))
    #expect(
      CalibrationJSON.json(errors, labels: names, units: units).text()
        .contains(#""assumption":"assumed_out_of_sample""#))
    let nothing = CalibrationReport(try Forecasts(confidences: [], outcomes: []))
    check(CalibrationText.lines(nothing, labels: []))
    #expect(
      CalibrationJSON.json(nothing, labels: []).text()
        .contains(#""ece":{"value":null,"reason":"undefined_no_data""#))
  }
}
