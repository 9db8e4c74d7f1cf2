extension Adjudication {
  /// Most units of one draw.
  public static let auditLimit = 20_000

  /// A new draw takes the place of the one before: what that one still waits for is asked no longer.
  static func drawAudit(
    _ proposal: AuditProposal, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try require(.lead, of: member)
    let draw = proposal.draw
    let facts = context.evidence.audit
    guard draw.open > 0 else { throw .nothingToAudit }
    guard draw.drawn.count <= auditLimit else {
      throw .auditTooLarge(draw.drawn.count, limit: auditLimit)
    }
    guard draw.isSound else { throw .auditSize(draw.size, open: draw.open) }
    guard proposal.migrations == facts.migrations else { throw .labelsChanged }
    guard draw.batch == facts.batch else { throw .ratingsChanged(batch: facts.batch) }
    for label in draw.drawn {
      guard context.evidence.units.contains(label.unit) else { throw .unknownUnit(label.unit) }
      guard !facts.ruled.contains(label.unit) else { throw .ruledMeanwhile(label.unit) }
    }
    return .audit(
      AuditDraw(
        size: draw.size, floor: draw.floor, seed: draw.seed, ruled: draw.ruled, open: draw.open,
        labels: draw.labels, batch: draw.batch, guideline: context.guideline.version,
        drawn: draw.drawn))
  }
}
