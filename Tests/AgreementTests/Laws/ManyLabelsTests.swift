import Agreement
import Testing

@Suite struct ManyLabelsTests {
  /// Labels and annotators far beyond the dense tables, against a copy whose codes fit into them.
  @Test func `thousands of labels and annotators cost what they use and change nothing`() {
    var random = SeededRandom(seed: 7)
    var near = AgreementSums()
    var far = AgreementSums()
    for _ in 0..<400 {
      let annotators = (0..<Int32(40)).shuffled(using: &random).prefix(4)
      let unit = annotators.map {
        UnitRating(annotator: $0, label: Int32.random(in: 0..<6, using: &random))
      }
      near.add(unit)
      far.add(
        unit.map {
          UnitRating(annotator: $0.annotator * 997 + 5, label: $0.label * 1777 + 100)
        })
    }
    #expect(FleissKappa.estimate(near) == FleissKappa.estimate(far))
    #expect(KrippendorffAlpha.estimate(near) == KrippendorffAlpha.estimate(far))
    let nearPairs = near.annotatorPairs
    let farPairs = far.annotatorPairs
    #expect(nearPairs.map { $0.first * 997 + 5 } == farPairs.map(\.first))
    #expect(
      nearPairs.map { CohenKappa.value($0.table) } == farPairs.map { CohenKappa.value($0.table) })
    #expect(far.rows.count == near.rows.count)
  }

  @Test func `a unit with more ratings than squares are kept for says so`() {
    var sums = AgreementSums(detail: .none)
    for label in 0..<3 {
      sums.add((0..<3000).map { UnitRating(label: Int32($0 % 5 == 0 ? 3 : label)) })
    }
    let estimate = FleissKappa.estimate(sums)
    #expect(estimate.value != nil)
    #expect(estimate.intervalStatus == .tooManyRatings)
  }
}
