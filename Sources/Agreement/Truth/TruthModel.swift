/// How the true labels were inferred.
public enum TruthModel: String, Sendable, CaseIterable {
  /// Every vote counts the same.
  case majority
  /// A vote counts by its annotator's log-odds of being right.
  case weightedMajority = "weighted_majority"
  /// A vote counts by its annotator's agreement with the majority.
  case agreementWeighted = "wawa"
  /// A confusion matrix an annotator (Dawid & Skene 1979).
  case dawidSkene = "dawid_skene"
  /// One accuracy an annotator, errors spread evenly.
  case oneCoin = "one_coin"
  /// An annotator copies the truth or spams (Hovy et al. 2013).
  case mace
  /// An ability an annotator and a difficulty a unit (Whitehill et al. 2009).
  case glad
}
