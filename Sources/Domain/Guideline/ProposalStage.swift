/// How far the words that somebody proposed have come.
public enum ProposalStage: String, Sendable, CaseIterable {
  /// Still being written: it is in the log and others see it, and it cannot be published.
  case draft
  /// Finished by its writer, for others to read and for a lead to publish.
  case review
}
