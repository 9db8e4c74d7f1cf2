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
}
