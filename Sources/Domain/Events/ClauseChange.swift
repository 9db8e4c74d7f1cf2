/// A clause that was proposed, or is to be withdrawn.
public struct ClauseChange: Hashable, Sendable {
  public let id: ClauseID
  /// Position of the last `clause` event of this clause; −1 for a new one.
  public let base: Int
  /// nil where the clause is to be withdrawn.
  public let text: ClauseText?
  /// Why it is to be withdrawn; only then.
  public let reason: String?
  /// Whether the words are finished; those of a withdrawal are.
  public let stage: ProposalStage

  public init(
    id: ClauseID, base: Int, text: ClauseText, stage: ProposalStage = .review
  ) {
    self.id = id
    self.base = base
    self.text = text
    self.stage = stage
    reason = nil
  }

  public init(withdrawing id: ClauseID, base: Int, reason: String? = nil) {
    self.id = id
    self.base = base
    text = nil
    stage = .review
    self.reason = reason
  }
}
