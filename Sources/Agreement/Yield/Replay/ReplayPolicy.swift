/// The order in which a replay asks for rulings.
public enum ReplayPolicy: String, Sendable, CaseIterable {
  /// What the queue does: the largest expected loss first, and the models' labels for the rest.
  case gain
  /// What other tools do: the lowest agreement first, and the majority for the rest.
  case lowestAgreement = "lowest-agreement"
  /// Units drawn at random, and the majority for the rest.
  case random
}
