import Agreement
import Testing

/// J. L. Fleiss, J. C. M. Nee & J. R. Landis (1979), Large sample variance of kappa in the case of
/// different sets of raters: the standard error without agreement beyond chance, on the patients of
/// Fleiss (1971), as R's `kappam.fleiss` prints z.
@Suite struct FleissNeeLandis1979Tests {
  private let sums = Tables.counts(
    [
      "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
      "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
      "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006",
    ].map { $0.compactMap(\.wholeNumberValue) })

  @Test func `z of the whole`() {
    let estimate = FleissKappa.estimate(sums)
    #expect(Tables.printed(estimate.value, decimals: 7) == 0.4302445)
    #expect(Tables.printed(estimate.z, decimals: 5) == 17.65183)
  }

  @Test func `unequal numbers of ratings have no such formula`() {
    let mixed = Tables.counts([[3, 0], [1, 1], [0, 2]])
    #expect(FleissKappa.estimate(mixed).nullStandardError == nil)
  }
}
