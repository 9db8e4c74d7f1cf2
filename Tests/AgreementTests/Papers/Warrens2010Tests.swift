import Agreement
import Testing

/// M. J. Warrens (2010), Inequalities between multi-rater kappas, p. 284: eight pathologists, thirty
/// cases (O'Malley et al. 2006). He prints four places of rounded parts, hence the fourth.
@Suite struct Warrens2010Tests {
  private let sums: AgreementSums

  init() {
    let columns =
      Array(repeating: "NNNNNNNN", count: 14) + ["NNNANNNN", "NNNNNNNA"]
      + Array(repeating: "AAAAAAAA", count: 10)
      + ["AANAAAAN", "AANAAAAN", "AANANAAN", "AANANANN"]
    let rows = (0..<8).map { annotator in
      String(columns.map { Array($0)[annotator] })
    }
    sums = Tables.ratings(rows, labels: "AN")
  }

  @Test func `four coefficients that lie close together`() {
    let figures = [
      (BrennanPrediger.estimate(sums, labelCount: 2).value, 0.8358),
      (FleissKappa.estimate(sums).value, 0.8324), (CongerKappa.estimate(sums).value, 0.8326),
      (LightKappa(sums.annotatorPairs).estimate.value, 0.8325),
    ]
    for (found, printed) in figures { #expect(isNear(found, printed, within: 1.5e-4)) }
  }

  @Test func `Fleiss is no larger than Light, and Light no larger than Conger`() throws {
    let fleiss = try #require(FleissKappa.estimate(sums).value)
    let light = try #require(LightKappa(sums.annotatorPairs).estimate.value)
    let conger = try #require(CongerKappa.estimate(sums).value)
    #expect(fleiss <= light && light <= conger)
  }
}
