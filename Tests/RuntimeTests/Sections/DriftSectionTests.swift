import Agreement
import Interchange
import Runtime
import Testing

@Suite struct DriftSectionTests {
  /// One item a minute, three annotators; from the third hour on, one of them always differs.
  private static let table: VoteTable = {
    var labels: [Int32] = []
    var times: [Int64] = []
    for item in 0..<190 {
      let label = Int32(item % 3)
      let isBad = item >= 120 ? item % 11 != 0 : item % 7 == 0
      labels += [label, label, isBad ? (label + 1) % 3 : label]
      times += Array(repeating: Int64(item) * 60_000, count: 3)
    }
    return VoteTable(
      offsets: Array(stride(from: 0, through: labels.count, by: 3)),
      annotators: Array(repeatElement([0, 1, 2], count: 190).joined()), labels: labels,
      annotatorCount: 3, labelCount: 3, times: times)
  }()

  private static let report = DriftReport(
    AgreementWindows(table, scheme: .hours(1)))

  @Test func `drift is readable at 80 columns and says what it found`() {
    let lines = DriftText.lines(
      Self.report, fatigue: SessionFatigue(Self.table),
      series: UnitSeries(Self.table, test: PageHinkley(threshold: 5)))
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    let text = lines.joined(separator: "\n")
    #expect(text.contains("differ by more than chance"))
    #expect(text.contains("too few"))
    #expect(text.contains("1970-01-01 02:00"))
    #expect(text.contains("minutes into a session"))
    #expect(text.contains("3 sessions"))
    #expect(text.contains("fell by"))
  }

  @Test func `windows that cannot be judged are null with their reason`() {
    let text = DriftJSON.json(Self.report, fatigue: SessionFatigue(Self.table)).text()
    #expect(text.contains("\"reason\":\"undefined_too_few_units\""))
    #expect(text.contains("\"explanation\":\"Too few units"))
    #expect(text.contains("\"chi_square\":"))
    let one = DriftReport(AgreementWindows(Self.table, scheme: .week))
    #expect(DriftJSON.json(one).text().contains("\"homogeneity_reason\":\"too_few_windows\""))
    #expect(DriftText.lines(one).allSatisfy { $0.count <= 80 })
    #expect(DriftText.lines(DriftReport(AgreementWindows(.day))).count == 1)
  }
}
