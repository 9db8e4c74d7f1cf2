import Agreement
import Testing

/// J. J. Randolph (2005), Free-marginal multirater kappa, p. 17: three raters, four cases, margins in
/// balance, so that fixed and free margins give the same.
@Suite struct Randolph2005Tests {
  @Test func `fixed and free margins`() {
    let sums = Tables.ratings(["YYNN", "YYNN", "YNYN"], labels: "YN")
    #expect(Tables.printed(FleissKappa.estimate(sums).value, decimals: 2) == 0.33)
    let free = BrennanPrediger.estimate(sums, labelCount: 2)
    #expect(Tables.printed(free.value, decimals: 2) == 0.33)
  }

  @Test func `where margins are skewed, free margins lie above`() {
    let sums = Tables.counts([[7, 1], [3, 5]])
    #expect(Tables.printed(FleissKappa.estimate(sums).value, decimals: 6) == 0.161905)
    let free = BrennanPrediger.estimate(sums, labelCount: 2)
    #expect(Tables.printed(free.value, decimals: 6) == 0.214286)
  }
}
