/// What is kept of the posterior distributions.
public enum PosteriorDetail: Sendable {
  /// Every number: units × labels.
  case rows
  /// Label, runner-up and entropy of each unit.
  case summary
}
