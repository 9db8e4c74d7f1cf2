/// The rule that orders open disagreements.
public enum QueuePolicy: String, Sendable, CaseIterable {
  /// Expected loss of releasing without a ruling, largest first.
  case gain
  case lowestAgreement = "lowest-agreement"
  case oldest
  /// Label by label in turn, so that each has a floor; seeded.
  case stratified
}
