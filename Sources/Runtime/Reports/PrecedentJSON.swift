package import Domain
package import Interchange

/// `precedents` and `alike` as JSON.
package enum PrecedentJSON {
  package static func json(_ unit: UnitDossier) -> JSONText {
    .object([
      .init("item", .string(unit.facts.id.item.text)),
      .init("question", .string(unit.facts.id.question.text)),
      .init("order", .string(unit.precedents.first?.likeness == nil ? "latest" : "likeness")),
      .init("contradicting", .boolean(unit.precedents.haveContradiction)),
      .init("precedents", .array(unit.precedents.map { json($0) })),
    ])
  }

  package static func json(_ pairs: [ContradictingPrecedents]) -> JSONText {
    .object([
      .init("least_likeness", .real(Precedent.veryAlike)),
      .init(
        "pairs",
        .array(
          pairs.map {
            .object([
              .init("likeness", .real($0.likeness)), .init("later", json($0.later)),
              .init("earlier", json($0.earlier)),
            ])
          })),
    ])
  }

  package static func json(_ like: LikeUnits) -> JSONText {
    .object([
      .init("item", .string(like.unit.item.text)),
      .init("question", .string(like.unit.question.text)),
      .init("least_likeness", .real(like.least)),
      .init(
        "alike",
        .array(
          like.found.map {
            .object([
              .init("item", .string($0.row.unit.item.text)),
              .init("question", .string($0.row.unit.question.text)),
              .init("likeness", .real($0.likeness)), .init("text", .string($0.text)),
              .init("base", .integer($0.row.standing?.seq ?? -1)),
            ])
          })),
    ])
  }

  /// A line for `rule`: a unit is ruled as one like it was, which it follows. Nobody looked at its votes.
  package static func line(_ like: LikeUnit, asRuled decision: Decision, at seq: Int) -> JSONText {
    var members: [JSONText.Member] = [
      .init("item", .string(like.row.unit.item.text)),
      .init("question", .string(like.row.unit.question.text)),
    ]
    if let value = decision.outcome.value {
      members.append(.init("value", ValueJSON.json(value)))
    } else {
      members.append(.init("outcome", .string(decision.outcome.kind.rawValue)))
    }
    if let reason = decision.reason { members.append(.init("reason", .string(reason))) }
    if let note = decision.rationale { members.append(.init("note", .string(note))) }
    if !decision.cites.isEmpty {
      members.append(.init("cites", .array(decision.cites.map { .string($0.text) })))
    }
    return .object(
      members + [
        .init("follows", .array([.integer(seq)])),
        .init("votes_seen", .string(VotesSeen.never.rawValue)),
        .init("base", .integer(like.row.standing?.seq ?? -1)),
      ])
  }

  private static func json(_ precedent: Precedent) -> JSONText {
    .object([
      .init("item", .string(precedent.unit.item.text)),
      .init("question", .string(precedent.unit.question.text)),
      .init("seq", .integer(precedent.seq)), .init("likeness", ValueJSON.real(precedent.likeness)),
      .init("ruling", ValueJSON.json(precedent.outcome)), .init("at", .string(precedent.at.text)),
      .init("by", .string(precedent.by.text)),
      .init("cites", .array(precedent.cites.map { .string($0.text) })),
      .init("reason", ValueJSON.text(precedent.reason)),
      .init("rationale", ValueJSON.text(precedent.rationale)),
    ])
  }
}
