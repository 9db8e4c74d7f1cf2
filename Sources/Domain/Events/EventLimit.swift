/// A condition on events of the log, in the manner of `Limit`:
/// `by:rev-2 type:ruling item:T-01 label:refund after:2026-05-01 -"some words"`.
///
/// All terms must hold. A term with `-` in front must not.
public struct EventLimit: Hashable, Sendable {
  public let terms: [Term]

  /// Holds for every event.
  public static let all = EventLimit(terms: [])

  public init(terms: [Term]) {
    self.terms = terms
  }

  public struct Term: Hashable, Sendable {
    public let condition: Condition
    public let isNegated: Bool

    public init(_ condition: Condition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  public enum Condition: Hashable, Sendable {
    /// This member acted.
    case by(MemberID)
    case type(EventType)
    /// The event is about such an item.
    case item(Limit.Pattern)
    case question(QuestionID)
    /// The value that was ruled, or marked as gold, has this label.
    case label(LabelID)
    case outcome(OutcomeKind)
    /// The ruling cites this clause, or the event changed it.
    case cites(ClauseID)
    case reason(Limit.Pattern)
    /// A rationale, or what was said in a comment or a flag.
    case note(Limit.Pattern)
    /// At this moment or later.
    case after(Instant)
    /// Earlier than this moment.
    case before(Instant)
    /// The line contains this, without regard to case.
    case text(String)
  }

  /// Whether nothing is left out.
  public var isAll: Bool { terms.isEmpty }

  /// Whether every term holds.
  ///
  /// - Parameter line: the event as it stands in the log; asked for only where a term looks into it.
  public func matches(_ event: Event, line: () -> String) -> Bool {
    terms.allSatisfy { $0.condition.holds(for: event, line: line) != $0.isNegated }
  }
}

extension EventLimit.Condition {
  func holds(for event: Event, line: () -> String) -> Bool {
    switch self {
    case .by(let member): event.draft.actor == member
    case .type(let type): event.body.type == type
    case .item(let pattern): event.body.unit.map { pattern.occurs(in: $0.item.text) } ?? false
    case .question(let question): event.body.unit?.question == question
    case .label(let label):
      event.body.stated?.value?.mentionedLabels.contains(label) ?? false
    case .outcome(let kind): event.body.stated?.kind == kind
    case .cites(let clause): event.body.clauses.contains(clause)
    case .reason(let pattern): event.body.reason.map { pattern.occurs(in: $0) } ?? false
    case .note(let pattern): event.body.note.map { pattern.occurs(in: $0) } ?? false
    case .after(let moment): event.draft.at >= moment
    case .before(let moment): event.draft.at < moment
    case .text(let text): Limit.Pattern.containing(text).occurs(in: line())
    }
  }
}

extension EventBody {
  /// The ruling, where it is one.
  public var decision: Decision? {
    if case .decision(let decision) = self { decision } else { nil }
  }

  /// What was ruled, or marked as gold.
  fileprivate var stated: Outcome? {
    switch self {
    case .decision(let decision): decision.outcome
    case .gold(let change): change.mark?.outcome
    default: nil
    }
  }

  fileprivate var clauses: [ClauseID] {
    switch self {
    case .decision(let decision): return decision.cites
    case .clause(let change): return [change.id]
    case .calibrate(.draw(let draw)): return Self.clauses(draw.parts)
    case .calibrate(.result(let result)): return Self.clauses(result.parts)
    case .publish(let publication):
      return publication.changes.compactMap { change in
        if case .clause(let id) = change.part { id } else { nil }
      }
    default: return []
    }
  }

  private static func clauses(_ parts: [TriedPart]) -> [ClauseID] {
    parts.compactMap { if case .clause(let id) = $0.part { id } else { nil } }
  }

  fileprivate var reason: String? {
    switch self {
    case .clause(let change): change.reason
    case .decision(let decision): decision.reason
    case .withdraw(let body), .reopen(let body): body.reason
    case .gold(let change): change.reason
    case .migrate(let migration): migration.reason
    default: nil
    }
  }

  fileprivate var note: String? {
    switch self {
    case .decision(let decision): decision.rationale
    case .comment(let remark), .flag(let remark): remark.text
    default: nil
    }
  }
}
