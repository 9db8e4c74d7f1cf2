import Agreement
import Testing

/// Raykar & Yu 2012, Journal of Machine Learning Research 13:491: for two labels the score is
/// (sensitivity + specificity − 1)²; a spammer has 0, a perfect annotator and a malicious one have 1.
@Suite struct RaykarYu2012Tests {
  /// One annotator's votes: counts by true label, then given label.
  private func score(_ counts: [[Int]]) -> Estimate? {
    var offsets = [0]
    var labels: [Int32] = []
    var right: [Int32] = []
    for (truth, row) in counts.enumerated() {
      for (given, count) in row.enumerated() {
        for _ in 0..<count {
          labels.append(Int32(given))
          right.append(Int32(truth))
          offsets.append(labels.count)
        }
      }
    }
    let votes = VoteTable(
      offsets: offsets, annotators: labels.map { _ in 0 }, labels: labels, annotatorCount: 1,
      labelCount: counts.count)
    return LabelComparison.against(right, votes: votes).first?.spammerScore
  }

  @Test func `with two labels it is the square of sensitivity and specificity less one`() throws {
    // Sensitivity 0.8, specificity 0.9.
    let value = try #require(score([[90, 10], [20, 80]])?.value)
    #expect((value - 0.7 * 0.7).magnitude < 1e-12)
  }

  @Test func `spammers have 0`() throws {
    #expect(score([[50, 50], [10, 10]])?.value == 0)
    #expect(score([[0, 7], [0, 9]])?.value == 0)
    #expect(score([[2, 4, 4], [1, 2, 2], [3, 6, 6]])?.value == 0)
  }

  @Test func `who is never wrong has 1, and so has who always swaps two labels`() throws {
    #expect(score([[5, 0, 0], [0, 8, 0], [0, 0, 1]])?.value == 1)
    #expect(score([[0, 5], [8, 0]])?.value == 1)
  }

  @Test func `where one label alone is ever right there is no score`() {
    #expect(score([[5, 1], [0, 0]])?.status == .undefinedOneTruth)
    #expect(score([[0, 0], [0, 0]])?.status == .undefinedNoData)
  }
}
