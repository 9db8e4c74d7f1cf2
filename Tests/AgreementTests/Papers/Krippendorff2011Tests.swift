import Agreement
import Testing

/// K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
@Suite struct Krippendorff2011Tests {
  @Test func `A, two observers, binary`() {
    let sums = Tables.ratings(["0100000010", "1110010000"], labels: "01")
    #expect(Tables.printed(KrippendorffAlpha.estimate(sums).value) == 0.095)
  }

  @Test func `B, two observers, nominal`() {
    let sums = Tables.ratings(["aabbdcccedda", "babbbccceddd"], labels: "abcde")
    #expect(Tables.printed(KrippendorffAlpha.estimate(sums).value) == 0.692)
  }

  @Test func `C and D, four observers, missing data, every metric`() {
    let sums = Tables.ratings(
      ["123321412...", "1233224125.3", ".3332342251.", "12332441251."], labels: "12345")
    func alpha(_ metric: AlphaMetric) -> Double? {
      Tables.printed(KrippendorffAlpha.estimate(sums, metric: metric).value)
    }
    let numbers = [1.0, 2, 3, 4, 5]
    #expect(alpha(.nominal) == 0.743)
    #expect(alpha(.ordinal(ranks: [0, 1, 2, 3, 4])) == 0.815)
    #expect(alpha(.interval(numbers)) == 0.849)
    #expect(alpha(.ratio(numbers)) == 0.797)
  }
}
