extension Adjudication {
  /// Who rated an item does not say what is right of it, as they do not rule on it.
  static func mark(
    _ proposal: GoldProposal, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    guard member.holds(.adjudicator) || member.holds(.lead) else {
      throw .needsRole(.adjudicator)
    }
    guard let unit = context.unit else { throw .unknownUnit(proposal.unit) }
    let base = unit.gold?.seq ?? -1
    if let read = proposal.base, read != base { throw .goldChangedMeanwhile(seq: base) }
    let outcome: Outcome
    var ruling: Int?
    switch proposal.wish {
    case .none(let reason):
      guard unit.isGold else { throw .notGold }
      try requireReason(reason)
      return .gold(GoldChange(unmarking: unit.id, base: base, reason: reason))
    case .outcome(let stated): outcome = stated
    case .ruling:
      guard let standing = unit.seats[.main], standing.status == .ruled else {
        throw .nothingRuled
      }
      outcome = standing.outcome
      ruling = standing.seq
    }
    if let own = member.annotators.first(where: { unit.raters.contains($0) }) {
      throw .ownRating(own)
    }
    guard outcome != .escalated, outcome != .ambiguous else { throw .noGold(outcome.kind) }
    try requireAdmissible(outcome, on: unit, in: context.configuration)
    let version = context.guideline.version
    let mark = GoldMark(outcome: outcome, ruling: ruling, guideline: version)
    if unit.gold?.mark == mark { throw .goldAlready }
    return .gold(GoldChange(marking: unit.id, base: base, as: mark))
  }

  private static func requireReason(_ reason: String?) throws(Refusal) {
    let bytes = reason?.utf8.count ?? 0
    guard bytes <= rationaleLimit else {
      throw .rationaleTooLong(bytes: bytes, limit: rationaleLimit)
    }
  }
}
