extension Adjudication {
  /// What the migration puts in doubt is filled in here, from what stands at the head that is decided
  /// on: a ruling that somebody makes meanwhile is not forgotten.
  static func migrate(
    _ proposal: MigrationProposal, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try require(.lead, of: member)
    let facts = context.evidence.migration
    let declared = context.configuration.labels.map(\.id)
    if let problem = proposal.mapping.problem(
      from: declared, used: facts.used, to: proposal.labels)
    {
      throw .mapping(problem)
    }
    let bytes = proposal.reason?.utf8.count ?? 0
    guard bytes <= rationaleLimit else {
      throw .rationaleTooLong(bytes: bytes, limit: rationaleLimit)
    }
    return .migrate(
      LabelMigration(
        mapping: proposal.mapping, settings: proposal.settings, batch: facts.batch,
        inDoubt: facts.ended, reason: proposal.reason))
  }
}
