import Agreement
import Testing

@Suite struct UnitAgreementTests {
  private func unit(_ labels: Int32...) -> UnitAgreement {
    UnitAgreement(labels.map { UnitRating(label: $0) })
  }

  @Test func `the leading label, the runner-up and the margin between them`() {
    let unit = unit(4, 1, 4, 4, 1, 7)
    #expect(unit.standings.map(\.label) == [4, 1, 7])
    #expect(unit.standings.map(\.ratings) == [3, 2, 1])
    #expect(unit.leading == unit.standings[0])
    #expect(unit.runnerUp == unit.standings[1])
    #expect(unit.margin == 1.0 / 6)
    #expect(!unit.isTied)
    #expect(unit.pairwise == 8.0 / 30)
  }

  @Test func `a tie is said, not broken in silence`() {
    let unit = unit(3, 2, 2, 3)
    #expect(unit.isTied)
    #expect(unit.margin == 0)
    #expect(unit.leading?.label == 2)
  }

  @Test func `fewer than two ratings have no agreement`() {
    #expect(unit().pairwise == nil)
    #expect(unit().leading == nil)
    #expect(unit().margin == 0)
    #expect(unit(1).pairwise == nil)
    #expect(unit(1).margin == 1)
  }

  @Test func `entropy is that of the shares, in nats`() {
    #expect(unit().entropy == 0)
    #expect(unit(3, 3, 3).entropy == 0)
    #expect(abs(unit(1, 2).entropy - 0.693_147_180_559_945_3) < 1e-15)
    // Shares 1/2, 1/4, 1/4: 3/2 ln 2.
    #expect(abs(unit(1, 1, 2, 3).entropy - 1.5 * 0.693_147_180_559_945_3) < 1e-15)
  }
}
