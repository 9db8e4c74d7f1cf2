import Agreement
import Testing

/// Dawid & Skene 1979, Applied Statistics 28:20, the example: five anaesthetists judge 45 patients'
/// fitness on a scale of 1 to 4, the first of them three times.
@Suite struct DawidSkene1979Tests {
  /// Table 1: a patient a text, an anaesthetist a word.
  private static let patients = [
    "111 1 1 1 1", "333 4 3 3 4", "112 2 1 2 2", "222 3 1 2 1", "222 3 2 2 2",
    "222 3 3 2 2", "112 2 1 1 1", "333 3 4 3 3", "222 2 2 2 3", "232 2 2 2 3",
    "444 4 4 4 4", "222 3 3 4 3", "111 1 1 1 1", "222 3 2 1 2", "121 1 1 1 1",
    "111 2 1 1 1", "111 1 1 1 1", "111 1 1 1 1", "222 2 2 2 1", "222 1 3 2 2",
    "222 2 2 2 2", "222 2 2 2 1", "222 3 2 2 2", "221 2 2 2 2", "111 1 1 1 1",
    "111 1 1 1 1", "232 2 2 2 2", "111 1 1 1 1", "111 1 1 1 1", "112 1 1 2 1",
    "111 1 1 1 1", "333 3 2 3 3", "111 1 1 1 1", "222 2 2 2 2", "222 3 2 3 2",
    "433 4 3 4 3", "221 2 2 3 2", "232 3 2 3 3", "333 3 4 3 2", "111 1 1 1 1",
    "111 1 1 1 1", "121 2 1 1 1", "232 2 2 2 2", "121 1 1 1 1", "222 2 2 2 2",
  ]

  private let votes: NamedVotes
  private let estimate: TruthEstimate

  init() {
    var rows: [[String]] = []
    for (patient, text) in Self.patients.enumerated() {
      for (annotator, word) in text.split(separator: " ").enumerated() {
        rows += word.map { ["\(100 + patient)", "\(annotator + 1)", String($0)] }
      }
    }
    votes = NamedVotes(rows)
    estimate = DawidSkene.estimate(
      votes.table, options: TruthOptions(iterations: 200, tolerance: nil))
  }

  @Test func `the marginal probabilities are the published ones`() {
    #expect(votes.table.count == 315)
    for (ours, published) in zip(estimate.priors, [0.40, 0.42, 0.11, 0.07]) {
      #expect((ours - published).magnitude < 0.005)
    }
  }

  @Test func `the first observer's error rates for classes 2 to 4 are the published ones`() {
    let published = [[0.07, 0.88, 0.05, 0], [0, 0.34, 0.66, 0], [0, 0, 0.56, 0.44]]
    let observer = estimate.confusions[0]
    #expect(observer.votes == 135)
    for (ours, published) in zip(observer.matrix.dropFirst(), published) {
      for (our, figure) in zip(ours, published) { #expect((our - figure).magnitude < 0.0051) }
    }
  }

  @Test func `all patients but a few are certain, and the likelihood never falls`() {
    #expect(estimate.tiedUnits == 0)
    #expect(estimate.units.count { $0.probability > 0.9 } >= 40)
    for (one, next) in zip(estimate.logLikelihoods, estimate.logLikelihoods.dropFirst()) {
      #expect(next >= one - 1e-9)
    }
  }
}
