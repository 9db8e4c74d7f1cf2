import Agreement
import Domain
import Interchange
import Screen
import Testing

@testable import Runtime

@Suite struct RegionReportTests {
  private func row(_ item: Int, _ annotator: Int?, _ spans: [(Int, Int, String)]) -> RegionUnits.Row
  {
    RegionUnits.Row(
      item: item, annotator: annotator,
      value: .spans(
        spans.map { Domain.Span(start: $0.0, end: $0.1, label: LabelID($0.2)) }))
  }

  private func box(_ x: Int, _ label: String) -> Box {
    Box(x: Number(x), y: Number(0), width: Number(10), height: Number(10), label: LabelID(label))
  }

  private var spans: RegionUnits {
    RegionUnits(
      rows: (0..<25).flatMap { item in
        [
          row(item, 0, [(0, 4, "person"), (10, 14 + item % 2, "place")]),
          row(item, 1, [(0, 4, item % 3 == 0 ? "place" : "person"), (10, 14, "place")]),
        ]
      }, annotators: ["Zoë", "Ada"],
      lengths: Dictionary(uniqueKeysWithValues: (0..<25).map { ($0, 40) }))
  }

  @Test func `ratings become units: the last answer counts, abstentions are none`() {
    let units = RegionUnits(
      rows: [
        row(7, 0, [(0, 2, "a")]), row(7, 1, []), row(7, 0, [(0, 3, "a")]),
        RegionUnits.Row(item: 9, annotator: 0, value: .abstained),
        RegionUnits.Row(item: 9, annotator: 1, value: .label(LabelID("x"))),
        row(8, nil, []), row(8, -1, [(1, 2, "b")]),
      ], annotators: ["A", "B"], lengths: [7: 12])
    #expect(units.units.count == 2)
    #expect(units.units[0].length == 12)
    #expect(
      units.units[0].answers == [
        RegionUnit.Answer(
          annotator: 0, regions: .spans([Domain.Span(start: 0, end: 3, label: LabelID("a"))])),
        RegionUnit.Answer(annotator: 1, regions: .spans([])),
      ])
    #expect(units.units[1].answers.map(\.annotator) == [2, 3])
    #expect(units.annotators == ["A", "B", "unnamed 1", "unnamed 2"])
    #expect(units.abstentions == 1)
    #expect(units.withoutRegions == 1)
    #expect(units.replaced == 1)
  }

  @Test func `the text answers the three questions apart and fits 80 columns`() {
    let lines = RegionText.lines(spans.report())
    for line in lines { #expect(SafeText(line).width <= 80, "\(line)") }
    let text = lines.joined(separator: "\n")
    for part in ["found it?", "same label?", "same place?", "αU", "γ", "seed 0", "strict", "Ada"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(lines.first { $0.contains("found it?") }?.contains("1.00") == true)
  }

  @Test func `hostile and long names stay within the table`() {
    let long = String(repeating: "wörter", count: 30)
    let units = RegionUnits(
      rows: (0..<30).flatMap { [row($0, 0, [(0, 4, long)]), row($0, 1, [(0, 4, "\u{1B}[31m")])] },
      annotators: [long, "\u{202E}evil"])
    for line in RegionText.lines(units.report()) {
      #expect(SafeText(line).width <= 80, "\(line)")
      #expect(!line.contains("\u{1B}") && !line.contains("\u{202E}"))
    }
  }

  @Test func `JSON has every figure, and null with a reason for what is undefined`() {
    let text = RegionJSON.json(spans.report()).text()
    for name in [
      "found", "same_label", "label_kappa", "same_place", "by_label", "label_pairs", "by_pair",
      "exact_f1", "character_alpha", "unitized_alpha", "gamma_cat", "samples",
      "boundary_similarity",
    ] {
      #expect(text.contains("\"\(name)\":"), "\(name)")
    }
    let apart = RegionUnits(
      rows: [
        RegionUnits.Row(item: 0, annotator: 0, value: .boxes([box(0, "car")])),
        RegionUnits.Row(item: 0, annotator: 1, value: .boxes([box(50, "car")])),
      ], annotators: ["A", "B"])
    let json = RegionJSON.json(apart.report()).text()
    #expect(json.contains("\"same_place\":{\"value\":null,\"reason\":\"undefined_no_matches\""))
    #expect(json.contains("\"found\":{\"value\":0"))
    #expect(json.contains("{\"a\":\"car\",\"b\":null,\"count\":2}"))
    #expect(json.contains("\"spans\":null"))
    let lines = RegionText.lines(apart.report()).joined(separator: "\n")
    #expect(lines.contains("No region of one annotator was paired with one of another."))
  }
}
