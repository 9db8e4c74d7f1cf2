/// A clause that was proposed, or is to be withdrawn.
public struct ClauseChange: Hashable, Sendable {
  public let id: ClauseID
  /// Position of the last `clause` event of this clause; −1 for a new one.
  public let base: Int
  /// nil where the clause is to be withdrawn.
  public let text: ClauseText?
  /// Why it is to be withdrawn; only then.
  public let reason: String?

  public init(id: ClauseID, base: Int, text: ClauseText) {
    self.id = id
    self.base = base
    self.text = text
    reason = nil
  }

  public init(withdrawing id: ClauseID, base: Int, reason: String? = nil) {
    self.id = id
    self.base = base
    text = nil
    self.reason = reason
  }
}
