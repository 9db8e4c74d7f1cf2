/// How much is counted by annotator.
public enum AnnotatorDetail: Int, Sendable, CaseIterable {
  /// Nothing: the smallest sums, without any figure by annotator.
  case none

  /// Ratings by annotator and label.
  case marginals

  /// In addition a label × label table for each two annotators with a common unit.
  case pairs
}
