/// Every rule of who may record what, and when. Pure: the same command on the same facts gives the
/// same events.
public enum Adjudication {
  /// Longest rationale, in bytes of UTF-8.
  public static let rationaleLimit = 8192
  /// Longest reason code, in bytes of UTF-8.
  public static let reasonLimit = 256

  /// The events that carry out `command`.
  ///
  /// - Throws: the refusal, where a rule stands against it. Nothing is then to be recorded, save a
  ///   `refused` event where the refusal is about rights.
  public static func decide(
    _ command: Command, by actor: MemberID, in context: DecisionContext
  ) throws(Refusal) -> [EventBody] {
    guard let member = context.member(actor) else { throw .notAMember }
    switch command {
    case .rule(let decision): return [.decision(try rule(decision, by: member, in: context))]
    case .withdraw(let seat): return [try withdraw(seat, by: member, in: context)]
    case .reopen(let seat, let reason):
      return [try reopen(seat, reason: reason, by: member, in: context)]
    case .member(let changed): return [try change(changed, by: member, in: context)]
    case .apply(let change):
      try require(.lead, of: member)
      return [.config(change)]
    case .recordImport(let record):
      try require(.lead, of: member)
      return [.imported(record)]
    case .flag(let remark):
      guard context.unit != nil else { throw .unknownUnit(remark.unit) }
      return [.flag(remark)]
    case .comment(let remark):
      guard context.unit != nil else { throw .unknownUnit(remark.unit) }
      return [.comment(remark)]
    case .clause(let proposal): return [try draft(proposal, by: member, in: context)]
    case .section(let proposal): return [try draft(proposal, by: member, in: context)]
    case .publish(let publication):
      return [try publish(publication, by: member, in: context)]
    case .migrate(let proposal): return [try migrate(proposal, by: member, in: context)]
    case .gold(let proposal): return [try mark(proposal, by: member, in: context)]
    case .drawCalibration(let draw): return [try self.draw(draw, by: member, in: context)]
    case .recordCalibration(let result): return [try record(result, by: member, in: context)]
    case .drawAudit(let proposal): return [try drawAudit(proposal, by: member, in: context)]
    }
  }

  private static func rule(
    _ decision: Decision, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> Decision {
    guard let unit = context.unit else { throw .unknownUnit(decision.seatID.unit) }
    try requireRight(toRuleOn: unit, seat: decision.seatID.seat, of: member)
    try requireAdmissible(decision.outcome, on: unit, in: context.configuration)
    try requireWords(decision, in: context.configuration)
    try requireInForce(decision.cites, in: context.guideline)
    if let standing = unit.seats[decision.seatID.seat] {
      if decision.base != standing.seq { throw .settledMeanwhile(standing) }
      if unit.isSettled(decision.seatID.seat) { throw .alreadySettled(standing) }
    } else if decision.base != -1 {
      throw .nothingToWithdraw
    }
    guard decision.batch >= unit.newestBatch else {
      throw .ratingsChanged(batch: unit.newestBatch)
    }
    var decision = decision
    decision.guideline = context.guideline.version
    decision.audit = decision.seatID.seat == .main ? unit.audit : nil
    return decision
  }

  private static func requireRight(
    toRuleOn unit: UnitFacts, seat: Seat, of member: Member
  ) throws(Refusal) {
    guard member.holds(.adjudicator) || member.holds(.lead) else {
      throw .needsRole(.adjudicator)
    }
    if let own = member.annotators.first(where: { unit.raters.contains($0) }) {
      throw .ownRating(own)
    }
    if let route = unit.route, !route.to.isEmpty, !route.names(member), !member.holds(.lead) {
      throw .routedElsewhere(route.to)
    }
    if unit.seats[seat]?.status == .escalated, !member.holds(.lead) {
      throw .escalatedToLeads
    }
  }

  static func requireAdmissible(
    _ outcome: Outcome, on unit: UnitFacts, in configuration: ProjectConfiguration
  ) throws(Refusal) {
    guard let value = outcome.value else { return }
    let declared = configuration.labels.map(\.id)
    let expected = unit.kind ?? configuration.task.valueKind
    guard value.kind == expected else { throw .wrongKind(given: value.kind, expected: expected) }
    let admissible = declared.isEmpty ? unit.labelsInUse : declared
    for label in value.mentionedLabels where !admissible.contains(label) {
      throw .unknownLabel(label, admissible: admissible)
    }
  }

  private static func requireWords(
    _ decision: Decision, in configuration: ProjectConfiguration
  ) throws(Refusal) {
    let rationale = decision.rationale?.utf8.count ?? 0
    guard rationale <= rationaleLimit else {
      throw .rationaleTooLong(bytes: rationale, limit: rationaleLimit)
    }
    let reason = decision.reason?.utf8.count ?? 0
    guard reason <= reasonLimit else {
      throw .reasonTooLong(bytes: reason, limit: reasonLimit)
    }
    guard reason == 0 else { return }
    for label in decision.outcome.value?.mentionedLabels ?? [] {
      guard let tier = configuration.label(label)?.tier,
        configuration.tier(tier)?.reason == .required
      else { continue }
      throw .reasonRequired(tier)
    }
  }

  private static func withdraw(
    _ seat: SeatID, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    guard let unit = context.unit else { throw .unknownUnit(seat.unit) }
    guard let standing = unit.seats[seat.seat], standing.isDecision else {
      throw .nothingToWithdraw
    }
    guard standing.by == member.id else { throw .notYourRuling(standing.by) }
    return .withdraw(Withdrawal(seatID: seat, base: standing.seq))
  }

  private static func reopen(
    _ seat: SeatID, reason: String?, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try require(.lead, of: member)
    guard let unit = context.unit else { throw .unknownUnit(seat.unit) }
    guard let standing = unit.seats[seat.seat], standing.isDecision else {
      throw .nothingToReopen
    }
    return .reopen(Withdrawal(seatID: seat, base: standing.seq, reason: reason))
  }

  private static func change(
    _ changed: Member, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try require(.lead, of: member)
    guard !changed.id.text.isEmpty else { throw .emptyName }
    let others = context.members.filter { $0.id != changed.id }
    if let user = changed.user, let other = others.first(where: { $0.user == user }) {
      throw .userBoundTwice(user: user, to: other.id)
    }
    guard changed.holds(.lead) || others.contains(where: { $0.holds(.lead) }) else {
      throw .lastLead
    }
    return .role(changed)
  }

  static func require(_ role: MemberRole, of member: Member) throws(Refusal) {
    guard member.holds(role) else { throw .needsRole(role) }
  }
}

extension SeatStanding {
  /// Whether a decision stands here, as against one that was taken back.
  public var isDecision: Bool {
    status == .ruled || status == .escalated
  }
}

extension TaskKind {
  /// The kind of value that the task asks for.
  public var valueKind: ValueKind {
    switch self {
    case .label, .preference: .label
    case .labels: .labels
    case .number: .number
    }
  }
}
