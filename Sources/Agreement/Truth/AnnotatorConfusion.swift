/// How one annotator's votes fall on the true labels, by a model.
public struct AnnotatorConfusion: Equatable, Sendable {
  /// The annotator's number of votes.
  public let votes: Int

  public let labelCount: Int

  /// Labels the annotator gave, ascending.
  let labels: [Int32]

  /// By given label (as in `labels`), then true label: the expected number of votes.
  let counts: [Double]

  /// Likewise: P(given | true).
  let probabilities: [Double]

  /// By true label: P(given | true) of any label the annotator never gave.
  let unseen: [Double]

  /// The expected number of votes for `given` where `truth` is true.
  public func count(truth: Int, given: Int) -> Double {
    place(of: given).map { counts[$0 * labelCount + truth] } ?? 0
  }

  /// P(given | truth).
  public func probability(truth: Int, given: Int) -> Double {
    place(of: given).map { probabilities[$0 * labelCount + truth] } ?? unseen[truth]
  }

  /// The matrix of P(given | true), a row a true label. O(labels²).
  public var matrix: [[Double]] {
    let all = 0..<labelCount
    return all.map { truth in all.map { probability(truth: truth, given: $0) } }
  }

  private func place(of label: Int) -> Int? {
    labels.firstIndex(of: Int32(label))
  }
}
