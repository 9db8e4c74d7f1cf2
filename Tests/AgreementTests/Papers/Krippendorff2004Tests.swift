import Agreement
import Testing

/// K. Krippendorff (2004), Content analysis, 2nd edition, chapter 11.
@Suite struct Krippendorff2004Tests {
  @Test func `page 227, two observers, twelve units`() {
    let sums = Tables.ratings(["aabbbbbccccc", "abbbbbcccccc"], labels: "abc")
    let alpha = KrippendorffAlpha.estimate(sums)
    #expect(Tables.printed(alpha.observed, decimals: 4) == 0.1667)
    #expect(Tables.printed(alpha.expected, decimals: 4) == 0.6268)
    #expect(Tables.printed(alpha.value) == 0.734)
  }

  @Test func `page 230, four observers, ratings missing, nominal and interval`() {
    let sums = Tables.ratings(
      ["123321412...", "1233224125.3", ".3332342251.", "12332441251."], labels: "12345")
    let nominal = KrippendorffAlpha.estimate(sums)
    #expect(Tables.printed(nominal.observed) == 0.2 && Tables.printed(nominal.expected) == 0.779)
    #expect(Tables.printed(nominal.value) == 0.743)
    let interval = KrippendorffAlpha.estimate(sums, metric: .interval([1, 2, 3, 4, 5]))
    #expect(Tables.printed(interval.observed) == 0.433)
    #expect(Tables.printed(interval.expected) == 2.872)
    #expect(Tables.printed(interval.value) == 0.849)
  }

  @Test func `page 246, table a: four coefficients of one table`() throws {
    let sums = Tables.square([[12, 9, 9], [9, 14, 9], [9, 9, 20]])
    let table = try #require(sums.annotatorPairs.first).table
    #expect(PercentAgreement.estimate(sums).value == 0.46)
    let uniform = BrennanPrediger.estimate(sums, labelCount: 3)
    #expect(Tables.printed(uniform.value, decimals: 2) == 0.19)
    #expect(Tables.printed(ScottPi.estimate(sums).value) == 0.186)
    #expect(Tables.printed(CohenKappa.value(table)) == 0.186)
  }
}
