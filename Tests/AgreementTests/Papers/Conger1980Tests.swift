import Agreement
import Testing

/// A. J. Conger (1980), Integration and generalization of kappas for multiple raters: his κ is not
/// Fleiss', and of complete ratings it is the pairwise κs pooled before they are divided.
@Suite struct Conger1980Tests {
  private static let rows = ["aabbcabcaabb", "aabbccbcabba", "abbbcaccaabc"]

  @Test func `chance is pooled over the pairs of annotators`() throws {
    let sums = Tables.ratings(Self.rows, labels: "abc")
    let pairs = sums.annotatorPairs
    let estimates = pairs.map { CohenKappa.estimate($0.table) }
    let observed = estimates.compactMap(\.observed).reduce(0, +) / 3
    let expected = estimates.compactMap(\.expected).reduce(0, +) / 3
    let conger = CongerKappa.estimate(sums)
    #expect(isNear(conger.observed, observed))
    #expect(isNear(conger.expected, expected))
    #expect(isNear(conger.value, (observed - expected) / (1 - expected)))
    let value = try #require(conger.value)
    let fleiss = try #require(FleissKappa.estimate(sums).value)
    #expect(value > fleiss)
  }
}
