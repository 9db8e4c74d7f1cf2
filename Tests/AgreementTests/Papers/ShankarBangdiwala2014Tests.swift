import Agreement
import Testing

/// V. Shankar & S. I. Bangdiwala (2014), Observer agreement paradoxes in 2×2 tables: B between the
/// paradoxes, on the tables of Feinstein & Cicchetti.
@Suite struct ShankarBangdiwala2014Tests {
  @Test func `B of two tables with the same agreement`() {
    let balanced = BangdiwalaB.estimate(ContingencyTable(counts: [[40, 9], [6, 45]]))
    #expect(isNear(balanced.value, 3625.0 / 5008))
    let skewed = BangdiwalaB.estimate(ContingencyTable(counts: [[80, 10], [5, 5]]))
    #expect(isNear(skewed.value, 6425.0 / 7800))
  }

  @Test func `B of three abstractors' categories, as irrCAC prints it`() {
    let table = ContingencyTable(counts: [[13, 0, 0], [0, 20, 7], [0, 4, 56]])
    #expect(Tables.printed(BangdiwalaB.estimate(table).value, decimals: 7) == 0.8059604)
  }

  @Test func `perfect agreement fills all rectangles`() {
    let estimate = BangdiwalaB.estimate(ContingencyTable(counts: [[3, 0], [0, 9]]))
    #expect(estimate.value == 1)
    #expect(estimate.intervalStatus == .collapsed)
  }
}
