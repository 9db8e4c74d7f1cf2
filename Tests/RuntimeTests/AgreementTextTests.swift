import Agreement
import Domain
import Runtime
import Screen
import Testing

/// `agree` for people is readable on a terminal of eighty columns, whatever names it meets.
@Suite struct AgreementTextTests {
  private static func report(
    labels: [String], annotators: [String], units: Int, level: Scale = .nominal
  ) -> AgreementReport {
    var sums = AgreementSums()
    var patterns = PatternCounts()
    var random = SeededOrder(seed: 7)
    for _ in 0..<units {
      let usual = random.next(below: labels.count)
      let unit = annotators.indices.map { annotator in
        let isUsual = random.next(below: 4) > 0
        return UnitRating(
          annotator: Int32(annotator),
          label: Int32(isUsual ? usual : random.next(below: labels.count)))
      }
      sums.add(unit)
      patterns.add(unit)
    }
    return AgreementReport(
      sums: sums, labels: labels, annotators: annotators, level: level, patterns: patterns)
  }

  private static func lines(_ report: AgreementReport, name: String = "x.csv") -> [String] {
    AgreementText.lines(AgreementSource(name: name, question: nil, report: report))
  }

  private static let wide = [
    String(repeating: "a very long label ", count: 8), String(repeating: "漢字", count: 40),
    "hostile\u{1B}[31m\u{202E}label\nwith a line", "emoji 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family", "",
  ]

  @Test(arguments: [Scale.nominal, .ordinal, .interval])
  func `no line is wider than eighty columns`(level: Scale) {
    for units in [1, 12, 400] {
      let report = Self.report(
        labels: Self.wide, annotators: Self.wide.map { "annotator " + $0 }, units: units,
        level: level)
      let name = String(repeating: "a long name of a file ", count: 9) + ".csv"
      for line in Self.lines(report, name: name) {
        #expect(SafeText(line).width <= 80, "\(line)")
        #expect(!line.contains("\u{1B}"))
      }
    }
  }

  @Test func `two annotators have all that two can have`() {
    let lines = Self.lines(Self.report(labels: ["no", "yes"], annotators: ["x", "y"], units: 50))
    for title in ["Cohen's κ ", "Conger's κ", "Bangdiwala's B", "Scott's π", "Gwet's AC1"] {
      #expect(lines.contains { $0.hasPrefix("  \(title)") }, "\(title)")
    }
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("The lower limit of alpha"))
  }

  @Test func `too few is said`() {
    let text = Self.lines(Self.report(labels: ["no", "yes"], annotators: ["x", "y"], units: 5))
      .joined(separator: "\n")
    #expect(text.contains("1 pair has fewer than 30 common items"))
    #expect(text.contains("labels have fewer than 30 ratings"))
  }

  @Test func `the paradox is explained where it happens`() {
    var sums = AgreementSums()
    for (first, second, times) in [(0, 0, 118), (0, 1, 5), (1, 0, 2)] as [(Int32, Int32, Int)] {
      sums.add(
        [UnitRating(annotator: 0, label: first), UnitRating(annotator: 1, label: second)],
        times: times)
    }
    let report = AgreementReport(sums: sums, labels: ["no", "yes"], annotators: ["x", "y"])
    let text = Self.lines(report).joined(separator: " ")
    #expect(text.contains("94.4 % of pairs agree"))
    #expect(text.contains("Feinstein"))
  }
}
