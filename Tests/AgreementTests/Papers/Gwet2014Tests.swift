import Agreement
import Testing

/// K. L. Gwet (2014), Handbook of inter-rater reliability, 4th edition: twelve units, four
/// annotators, five categories, ratings missing.
@Suite struct Gwet2014Tests {
  private static let rows = [
    "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . .", ". 3 3 3 2 3 4 2 2 5 1 3",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  ]
  private static let sums = Tables.ratings(rows, labels: "12345")
  private static let units = Tables.units(rows, labels: "12345")
  private static let votes = RandomRatings.votes(units)

  /// The handbook's value, standard error and lower limit of each coefficient.
  struct Printed: Sendable {
    let scheme: AgreementWeights.Scheme
    let value: Double
    let error: Double
    let lower: Double
  }

  @Test(arguments: [
    Printed(scheme: .identity, value: 0.775, error: 0.143, lower: 0.461),
    Printed(scheme: .circular, value: 0.830, error: 0.133, lower: 0.538),
    Printed(scheme: .linear, value: 0.859, error: 0.117, lower: 0.600),
    Printed(scheme: .quadratic, value: 0.914, error: 0.104, lower: 0.685),
    Printed(scheme: .radical, value: 0.820, error: 0.128, lower: 0.537),
  ])
  func `AC1 and AC2`(_ printed: Printed) {
    let weights = AgreementWeights(printed.scheme, labelCount: 5)
    check(
      GwetAC.estimate(
        Self.sums, labelCount: 5, weights: weights,
        patterns: RandomRatings.patterns(Self.units)), printed)
  }

  @Test(arguments: [
    Printed(scheme: .identity, value: 0.763, error: 0.149, lower: 0.435),
    Printed(scheme: .circular, value: 0.805, error: 0.147, lower: 0.481),
    Printed(scheme: .linear, value: 0.814, error: 0.145, lower: 0.494),
    Printed(scheme: .quadratic, value: 0.858, error: 0.144, lower: 0.541),
    Printed(scheme: .radical, value: 0.788, error: 0.146, lower: 0.466),
  ])
  func `Conger's kappa`(_ printed: Printed) {
    let weights = AgreementWeights(printed.scheme, labelCount: 5)
    check(CongerKappa.estimate(Self.sums, weights: weights, votes: Self.votes), printed)
  }

  private func check(_ estimate: Estimate, _ printed: Printed) {
    #expect(Tables.printed(estimate.value) == printed.value)
    #expect(Tables.printed(estimate.standardError) == printed.error)
    #expect(Tables.printed(estimate.interval95?.lower) == printed.lower)
    #expect(estimate.interval95?.upper == 1)
  }
}
