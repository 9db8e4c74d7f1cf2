package import Domain
package import Interchange

/// `show ITEM --json`.
package enum DossierJSON {
  package static func json(_ dossier: Dossier, now: Instant) -> JSONText {
    .object([
      .init("item", .string(dossier.item.id.text)),
      .init("source", ValueJSON.text(dossier.item.source)),
      .init("payload", ValueJSON.json(dossier.item.payload.canonical)),
      .init(
        "slices",
        .object(dossier.item.slices.map { .init($0.key, .string($0.value)) })),
      .init("units", .array(dossier.units.map { json($0, now: now) })),
    ])
  }

  private static func json(_ unit: UnitDossier, now: Instant) -> JSONText {
    .object([
      .init("question", .string(unit.facts.id.question.text)),
      .init("queue", QueueJSON.json(unit.row, now: now)),
      .init("rank", unit.rank.map { .integer($0) } ?? nil),
      .init("why", unit.reason.map { json($0) } ?? nil),
      .init("newest_batch", .integer(unit.facts.newestBatch)),
      .init("base", .integer(unit.facts.seats[.main]?.seq ?? -1)),
      .init("ratings", .array(unit.ratings.map { json($0) })),
      .init("history", .array(unit.history.map { json($0) })),
      .init(
        "precedents",
        .array(
          unit.precedents.map {
            .object([
              .init("item", .string($0.unit.item.text)), .init("seq", .integer($0.seq)),
              .init("ruling", ValueJSON.json($0.outcome)), .init("at", .string($0.at.text)),
              .init("likeness", ValueJSON.real($0.likeness)),
            ])
          })),
    ])
  }

  /// Numbers that add up: the weights and the rest to the logarithm of how much likelier the released
  /// value is than its rival.
  private static func json(_ reason: QueueReason) -> JSONText {
    .object([
      .init("released", ValueJSON.json(reason.released)),
      .init("rival", reason.rival.map { ValueJSON.json($0) } ?? nil),
      .init("likely_wrong", .real(reason.wrong)), .init("votes_wrong", .real(reason.votesWrong)),
      .init("cost", .real(reason.cost)), .init("gain", .real(reason.gain)),
      .init("learning", QueueJSON.json(reason.learning)),
      .init(
        "votes",
        .array(
          reason.votes.map { vote in
            .object([
              .init("annotator", ValueJSON.text(vote.annotator?.text)),
              .init("value", ValueJSON.json(vote.value)), .init("right", .real(vote.rate)),
              .init("evidence", .integer(vote.evidence)), .init("weight", .real(vote.weight)),
            ])
          })),
      .init("rest", .real(reason.rest)),
    ])
  }

  private static func json(_ entry: RatingEntry) -> JSONText {
    let rating = entry.rating
    return .object([
      .init("annotator", ValueJSON.text(rating.annotator?.text)),
      .init("value", entry.isEnded ? nil : ValueJSON.json(rating.value)),
      .init("given", entry.given.map { ValueJSON.json($0) } ?? nil),
      .init("origin", .string(rating.origin.rawValue)),
      .init("in_force", .boolean(entry.isInForce)),
      .init("batch", .integer(entry.reference.batch)),
      .init("ordinal", .integer(entry.reference.ordinal)),
      .init("at", ValueJSON.text(rating.at?.text)),
      .init("seconds", rating.milliseconds.map { .real(Double($0) / 1000) } ?? nil),
      .init("confidence", rating.confidence.map { .digits($0.source) } ?? nil),
      .init("note", ValueJSON.text(rating.note)), .init("flagged", .boolean(rating.isFlagged)),
    ])
  }

  private static func json(_ event: Event) -> JSONText {
    var members: [JSONText.Member] = [
      .init("seq", .integer(event.seq)), .init("type", .string(event.body.type.rawValue)),
      .init("at", .string(event.draft.at.text)), .init("by", .string(event.draft.actor.text)),
    ]
    switch event.body {
    case .decision(let decision):
      members += [
        .init("seat", .string(decision.seatID.seat.rawValue)),
        .init("ruling", ValueJSON.json(decision.outcome)),
        .init("reason", ValueJSON.text(decision.reason)),
        .init("rationale", ValueJSON.text(decision.rationale)),
      ]
    case .withdraw(let body), .reopen(let body):
      members += [
        .init("base", .integer(body.base)), .init("reason", ValueJSON.text(body.reason)),
      ]
    case .flag(let remark), .comment(let remark):
      members += [
        .init("text", .string(remark.text)), .init("raised", .boolean(remark.isRaised)),
      ]
    default: break
    }
    return .object(members)
  }
}
