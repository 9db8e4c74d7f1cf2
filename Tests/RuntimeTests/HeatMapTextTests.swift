import Agreement
import Foundation
import FoundationXML
import Interchange
import Runtime
import Screen
import Testing

@Suite struct HeatMapTextTests {
  private func drawn(
    _ rows: [String], _ request: HeatMapRequest = HeatMapRequest(), slice: String? = nil
  ) throws -> DrawnHeatMap {
    let path = NSTemporaryDirectory() + "heat-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (["item,annotator,label,lang"] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    var mapping = Mapping()
    mapping.slices = slice.map { [$0] } ?? []
    let sources = try FileHeatMaps(mapping: mapping)
      .questions(of: path, request.kind, question: nil, diagnostics: Diagnostics()).drawable
    let drawn = try #require(sources.first).drawn(request)
    return DrawnHeatMap(name: "ratings.csv", slice: drawn.slice, map: drawn.map)
  }

  /// 24 items, two annotators; labels in Japanese, and one that would turn the line round.
  private let hostile: [String] = (0..<24).flatMap { item -> [String] in
    let first = item < 12 ? "自転車" : item < 20 ? "歩行者" : "=evil\u{202E}\u{1B}[31m"
    let second = item % 3 == 0 ? "歩行者" : first
    return ["\(item),ada,\(first),ja", "\(item),ben,\(second),\(item % 2 == 0 ? "ja" : "en")"]
  }

  @Test func `a table of wide and hostile names stands straight at 80 columns`() throws {
    let lines = HeatMapText.lines(try drawn(hostile, HeatMapRequest(enough: 5)))
    let wanted = """
      ratings.csv: label × label, 48 ratings of 24 items, α .67

                             =evil…[31m       歩行者       自転車
        =evil⟨U+202E⟩^[[31m         .86         ░.14          .00
        歩行者                      .05          .76         ▒.19
        自転車                      .00         ▒.20          .80

        Cells: of the ratings that stand beside the row's label, the share of the
        column's.
        from ░ .05  ▒ .15  ▓ .25  █ .30

      No cell with 5 or more behind it is hot: none of .05 or more is above what
      chance gives by more than noise.
      """
    #expect(lines.joined(separator: "\n") == wanted)
    for line in lines { #expect(SafeText(line).width <= 80 && SafeText(line).plain == line) }
  }

  @Test func `what is above chance stands apart from what noise could be`() throws {
    func pairs(_ count: Int, _ one: String, _ other: String, _ from: Int) -> [String] {
      (from..<from + count).flatMap { ["\($0),ada,\(one),x", "\($0),ben,\(other),x"] }
    }
    let rows =
      pairs(50, "rider", "rider", 0) + pairs(40, "rider", "cyclist", 100)
      + pairs(50, "cyclist", "cyclist", 200) + pairs(400, "road", "road", 300)
      + pairs(20, "tram", "tram", 800) + pairs(8, "tram", "rider", 900)
      + pairs(30, "rider", "road", 1000)
    let lines = HeatMapText.lines(try drawn(rows))
    #expect(
      lines[1] == "Hottest: cyclist / rider: 29 % of 140 comparisons with cyclist, by chance 15 %.")
    let start = try #require(lines.firstIndex { $0.hasPrefix("The hottest") })
    #expect(
      Array(lines[start...]) == [
        "The hottest of those above chance by more than noise, first to last:",
        "  cyclist / rider: 29 % of 140 comparisons with cyclist, by chance 15 %",
        "Above chance too, though noise could be the reason:",
        "  tram / rider: 17 % of 48 comparisons with tram, by chance 15 %",
      ])
  }

  @Test func `two hundred labels show the most confused, and say what is not shown`() throws {
    var rows: [String] = []
    for item in 0..<1000 {
      let label = item % 200
      let isConfused = label == 77 && item < 900
      rows.append("\(item),ada,label \(label),x")
      rows.append("\(item),ben,label \(isConfused ? 78 : label),x")
    }
    for order in HeatOrder.allCases {
      let map = try drawn(rows, HeatMapRequest(order: order, enough: 4))
      let lines = HeatMapText.lines(map)
      #expect(lines[1].contains("label 77 / label 78") || lines[1].contains("label 78 / label 77"))
      #expect(lines.contains { $0.contains("of 200 labels shown, those with the hottest cells") })
      #expect(lines.contains { $0.contains("label 77") && $0.contains("█") })
      for line in lines { #expect(SafeText(line).width <= 80) }
      #expect(lines.count < 70)
    }
  }

  @Test func `numbers head the columns of many names, and a key names them`() throws {
    let rows = (0..<60).flatMap { item in
      [
        "\(item),ada,yes,a long value \(item % 15)",
        "\(item),ben,\(item % 2 == 0 ? "yes" : "no"),a long value \(item % 15)",
      ]
    }
    let map = try drawn(
      rows, HeatMapRequest(kind: .labelSlice, enough: 2), slice: "lang")
    #expect(map.map.columns.count == 15)
    let lines = HeatMapText.lines(map)
    #expect(lines.contains { $0.contains("1 a long value 0") })
    #expect(lines.contains { $0.hasPrefix("ratings.csv: label × lang, 120 ratings") })
    for line in lines { #expect(SafeText(line).width <= 80) }
  }

  @Test(arguments: HeatMapKind.allCases)
  func `every map of a few ratings is drawn in every form`(kind: HeatMapKind) throws {
    guard !kind.columns.isTime else { return }
    for measure in kind.measures() {
      let map = try drawn(
        hostile, HeatMapRequest(kind: kind, measure: measure, enough: 1), slice: "lang")
      for line in HeatMapText.lines(map) {
        #expect(SafeText(line).width <= 80 && SafeText(line).plain == line)
      }
      let picture = HeatMapSVG.text(map)
      let parser = XMLParser(data: Data(picture.utf8))
      #expect(parser.parse(), "\(kind) \(measure): \(parser.parserError.debugDescription)")
      #expect(
        !picture.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
      let json = HeatMapJSON.json(map).text()
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
    }
  }

  @Test func `without times there are no weeks, without a name no slice`() throws {
    for kind in [HeatMapKind.labelWeek, .labelSlice, .labelBatch] {
      #expect(throws: ProjectFailure.self) { try drawn(hostile, HeatMapRequest(kind: kind)) }
    }
  }
}
