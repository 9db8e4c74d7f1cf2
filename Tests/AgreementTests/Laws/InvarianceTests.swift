import Agreement
import Testing

/// What must not change a bit of any figure.
@Suite struct InvarianceTests {
  private struct Figures: Equatable {
    let coefficients: [Estimate]
    let specific: [Double?]
    let cohen: Double?
  }

  private func figures(_ sums: AgreementSums, labelCount: Int, relabel: [Int]) -> Figures {
    let byLabel = LabelFigures.all(sums, labelCount: labelCount)
    return Figures(
      coefficients: [
        PercentAgreement.estimate(sums), FleissKappa.estimate(sums), ScottPi.estimate(sums),
        GwetAC.estimate(sums, labelCount: labelCount),
        BrennanPrediger.estimate(sums, labelCount: labelCount), KrippendorffAlpha.estimate(sums),
      ],
      specific: (0..<labelCount).map { byLabel[relabel[$0]].specificAgreement },
      cohen: MeanPairwiseCohen(sums.annotatorPairs).estimate.value)
  }

  @Test
  func `other names and another order change nothing`() {
    for seed in UInt64(0)..<300 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 40)
      var random = SeededRandom(seed: seed ^ 0xFFFF)
      let relabel = (0..<ratings.labelCount).shuffled(using: &random)
      let rename = (0..<Int32(50)).shuffled(using: &random)
      let changed = ratings.units.map { unit in
        unit.map { rating in
          UnitRating(
            annotator: rating.annotator < 0 ? -1 : rename[Int(rating.annotator)],
            label: Int32(relabel[Int(rating.label)]))
        }.shuffled(using: &random)
      }.shuffled(using: &random)
      let same = Array(relabel.indices)
      #expect(
        figures(ratings.sums, labelCount: ratings.labelCount, relabel: same)
          == figures(
            RandomRatings.sums(changed), labelCount: ratings.labelCount, relabel: relabel))
    }
  }

  @Test
  func `incremental, merged from four pieces and in one go are the same sums`() {
    for seed in UInt64(0)..<100 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 60)
      let whole = ratings.sums
      var merged = AgreementSums()
      for piece in 0..<4 {
        let units = ratings.units.enumerated().filter { $0.offset % 4 == piece }.map(\.element)
        merged.merge(RandomRatings.sums(units))
      }
      #expect(merged == whole)
      var incremental = AgreementSums()
      for unit in ratings.units {
        var growing: [UnitRating] = []
        for rating in unit {
          incremental.subtract(growing)
          growing.append(rating)
          incremental.add(growing)
        }
      }
      #expect(incremental == whole)
      let same = Array(0..<ratings.labelCount)
      #expect(
        figures(merged, labelCount: ratings.labelCount, relabel: same)
          == figures(incremental, labelCount: ratings.labelCount, relabel: same))
    }
  }

  @Test
  func `subtracting undoes adding`() {
    for seed in UInt64(0)..<100 {
      let ratings = RandomRatings(seed: seed)
      var sums = ratings.sums
      let other = RandomRatings(seed: seed + 1000)
      for unit in other.units { sums.add(unit) }
      for unit in other.units { sums.subtract(unit) }
      #expect(sums == ratings.sums)
      for unit in ratings.units { sums.subtract(unit) }
      #expect(sums == AgreementSums())
      #expect(sums.rows.isEmpty)
    }
  }

  @Test
  func `rows read back are the sums, and a change is the rows of the change`() throws {
    for seed in UInt64(0)..<100 {
      let ratings = RandomRatings(seed: seed)
      #expect(try AgreementSums(rows: ratings.sums.rows.reversed()) == ratings.sums)
      let other = RandomRatings(seed: seed + 1000)
      var change = AgreementSums()
      for unit in other.units { change.add(unit) }
      for unit in ratings.units { change.subtract(unit) }
      #expect(try AgreementSums(rows: ratings.sums.rows + change.rows) == other.sums)
    }
  }

  @Test func `rows that cannot be are refused`() {
    let row = SumsRow(.labelRatings, 3, -1, count: 4)
    #expect(throws: AgreementError.malformedRow(row)) { try AgreementSums(rows: [row]) }
    let pair = SumsRow(.annotatorPair, 2, 1, 0, 0, count: 4)
    #expect(throws: AgreementError.malformedRow(pair)) { try AgreementSums(rows: [pair]) }
  }

  @Test(arguments: [2, 3, 9])
  func `complete agreement is 1, with an interval that has collapsed`(size: Int) {
    var sums = AgreementSums()
    for unit in 0..<20 {
      sums.add((0..<size).map { UnitRating(annotator: Int32($0), label: Int32(unit % 3)) })
    }
    let estimates = [
      PercentAgreement.estimate(sums), FleissKappa.estimate(sums),
      GwetAC.estimate(sums, labelCount: 3), BrennanPrediger.estimate(sums, labelCount: 3),
      KrippendorffAlpha.estimate(sums),
    ]
    for estimate in estimates {
      #expect(estimate.value == 1)
      #expect(estimate.interval95 == Interval(lower: 1, upper: 1))
      #expect(estimate.intervalStatus == .collapsed)
    }
    #expect(MeanPairwiseCohen(sums.annotatorPairs).estimate.value == 1)
  }

  @Test func `units with the same labels agree alike, so the interval collapses`() {
    var sums = AgreementSums()
    for _ in 0..<11 {
      sums.add([0, 0, 1, 2, 2, 2].enumerated().map { UnitRating(annotator: Int32($0), label: $1) })
    }
    #expect(FleissKappa.estimate(sums).intervalStatus == .collapsed)
    #expect(GwetAC.estimate(sums, labelCount: 4).intervalStatus == .collapsed)
    #expect(KrippendorffAlpha.estimate(sums).intervalStatus == .collapsed)
  }
}
