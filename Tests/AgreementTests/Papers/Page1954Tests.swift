import Agreement
import Testing

/// E. S. Page (1954), Continuous inspection schemes; the worked example is D. C. Montgomery's
/// (Introduction to statistical quality control, table 9.1): thirty values around 10, the last ten
/// around 11.
@Suite struct Page1954Tests {
  private let values = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40,
    10.08, 9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62,
    11.31, 10.52,
  ]

  @Test func `the upper sum passes its limit of 5 with the twenty-ninth value`() {
    var chart = CumulativeSum(target: 10, slack: 0.5, limit: 5)
    var upper: [Double?] = []
    var alarms: [Int] = []
    for (place, value) in values.enumerated() {
      if chart.add(value) == [.increase] { alarms.append(place + 1) }
      upper.append(Tables.printed(chart.upper, decimals: 2))
      #expect(chart.lower <= 5)
    }
    #expect(alarms == [29, 30])
    #expect(upper[27] == 4.47 && upper[28] == 5.28 && upper[29] == 5.30)
  }
}
