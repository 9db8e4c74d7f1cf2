import Agreement
import Testing

/// K. Krippendorff (1980), Content analysis, p. 133: two observers, ten units, two values.
@Suite struct Krippendorff1980Tests {
  @Test func `observed and expected disagreement`() {
    let sums = Tables.ratings(["0100000010", "0110010100"], labels: "01")
    let alpha = KrippendorffAlpha.estimate(sums)
    #expect(Tables.printed(alpha.observed) == 0.4)
    #expect(Tables.printed(alpha.expected) == 0.442)
    #expect(Tables.printed(alpha.value) == 0.095)
  }
}
