/// Why a ruling that stands is in the queue again.
public struct Doubt: Hashable, Sendable {
  public let cause: DoubtCause
  /// The ruling as it was made, and where it stands in the log.
  public let decision: Decision
  public let seq: Int
  /// The parts of which a version changed the meaning and that it may rest on: those it cites, or
  /// where it cites none of them those on its labels. None for another cause.
  public let parts: [Part]
  /// The clauses it cites that are still in force: what it cites where it is kept.
  public let cites: [ClauseID]

  /// A part of the guideline, and what the version made of it.
  public struct Part: Hashable, Sendable {
    public let part: GuidelinePart
    public let change: GuidelineDifference.Kind

    public init(_ part: GuidelinePart, _ change: GuidelineDifference.Kind) {
      self.part = part
      self.change = change
    }
  }

  public init(
    cause: DoubtCause, decision: Decision, seq: Int, parts: [Part], cites: [ClauseID]
  ) {
    self.cause = cause
    self.decision = decision
    self.seq = seq
    self.parts = parts
    self.cites = cites
  }

  /// Whether the ruling can be given again as it was: not where its label is gone.
  public var isKeepable: Bool { cause.isKeepable }
}

/// What became of the rulings that a version, a migration or a batch put in doubt.
public struct DoubtFates: Hashable, Sendable {
  /// What became of one.
  public enum Fate: Int, Sendable, CaseIterable {
    case waiting = 0
    /// Ruled again, and the same.
    case kept
    /// Ruled again, and otherwise.
    case overruled
    /// Withdrawn, or reopened by a lead.
    case takenBack
  }

  private var counts: [Fate: Int] = [:]

  public init() {}

  public subscript(fate: Fate) -> Int {
    get { counts[fate] ?? 0 }
    set { counts[fate] = newValue == 0 ? nil : newValue }
  }

  public var total: Int { counts.values.reduce(0, +) }
}
