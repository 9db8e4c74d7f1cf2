import Agreement
import Testing

/// J. L. Fleiss (1971), Measuring nominal scale agreement among many raters: thirty patients, six
/// psychiatrists, five diagnoses.
@Suite struct Fleiss1971Tests {
  private let sums = Tables.counts(
    [
      "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
      "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
      "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006",
    ].map { $0.compactMap(\.wholeNumberValue) })

  @Test func `kappa over all diagnoses`() {
    let estimate = FleissKappa.estimate(sums)
    #expect(Tables.printed(estimate.observed) == 0.556)
    #expect(Tables.printed(estimate.expected) == 0.220)
    #expect(Tables.printed(estimate.value) == 0.430)
  }

  @Test func `kappa of each diagnosis`() {
    let kappas = LabelFigures.all(sums, labelCount: 5).map { Tables.printed($0.kappa.value) }
    #expect(kappas == [0.245, 0.245, 0.520, 0.471, 0.566])
  }
}
