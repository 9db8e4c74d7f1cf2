extension Adjudication {
  /// Longest title of a clause, in bytes of UTF-8.
  public static let titleLimit = 256
  /// Longest statement of a clause, in bytes of UTF-8.
  public static let statementLimit = 8192
  /// Longest example, in bytes of UTF-8.
  public static let exampleLimit = 2048
  /// Longest clause with all its examples, in bytes of its canonical form.
  public static let clauseLimit = 32_768
  /// Longest section, in bytes of UTF-8.
  public static let sectionLimit = 65_536
  /// Longest name of a policy, in bytes of UTF-8.
  public static let policyNameLimit = 64

  static func requireInForce(
    _ cites: [ClauseID], in guideline: Guideline
  ) throws(Refusal) {
    for id in cites where !guideline.isInForce(id) {
      guard let clause = guideline.clauses[id] else { throw .unknownClause(id) }
      throw clause.status == .withdrawn ? .clauseWithdrawn(id) : .clauseNotInForce(id)
    }
  }

  static func draft(
    _ proposal: ClauseProposal, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try requireWriter(member)
    guard let id = proposal.id else {
      guard let text = proposal.text else { throw .wordsMissing(.clause) }
      try requireSound(text, in: context)
      return .clause(
        ClauseChange(
          id: context.guideline.nextClause, base: -1, text: text, stage: proposal.stage))
    }
    guard let clause = context.guideline.clauses[id] else { throw .unknownClause(id) }
    if let base = proposal.base, base != clause.seq {
      throw .partChangedMeanwhile(.clause(id), seq: clause.seq)
    }
    guard clause.status != .withdrawn else { throw .clauseWithdrawn(id) }
    guard let text = proposal.text else {
      guard !clause.isTakenOut else { throw .nothingChanges(.clause(id)) }
      let reason = proposal.reason
      try requireLength(reason ?? "", .reason, limit: reasonLimit)
      return .clause(ClauseChange(withdrawing: id, base: clause.seq, reason: reason))
    }
    try requireSound(text, in: context)
    if let proposed = clause.proposed, proposed.isSame(as: text), clause.stage == proposal.stage {
      throw .nothingChanges(.clause(id))
    }
    return .clause(
      ClauseChange(id: id, base: clause.seq, text: text, stage: proposal.stage))
  }

  static func draft(
    _ proposal: SectionProposal, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try requireWriter(member)
    let part = GuidelinePart.section(proposal.id)
    let section = context.guideline.sections[proposal.id]
    if let base = proposal.base, base != section?.seq ?? -1 {
      throw .partChangedMeanwhile(part, seq: section?.seq ?? -1)
    }
    try requireName(of: proposal.id, in: context.configuration)
    try requireLength(proposal.text, .section, limit: sectionLimit)
    let change = SectionChange(
      id: proposal.id, base: section?.seq ?? -1, text: proposal.text, stage: proposal.stage)
    let isSame = (section?.proposed ?? "").utf8.elementsEqual(proposal.text.utf8)
    guard !isSame || (section?.stage ?? .review) != change.stage else {
      throw .nothingChanges(part)
    }
    return .guideline(change)
  }

  static func publish(
    _ publication: Publication, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try require(.lead, of: member)
    let guideline = context.guideline
    guard publication.version == guideline.version + 1 else {
      throw .publishedMeanwhile(version: guideline.version)
    }
    guard !publication.changes.isEmpty else { throw .nothingToPublish }
    let waiting = Set(guideline.pending)
    for change in publication.changes {
      let seq = guideline.position(of: change.part) ?? -1
      guard seq == change.seq else { throw .partChangedMeanwhile(change.part, seq: seq) }
      if guideline.isUnfinished(change.part) { throw .partUnfinished(change.part) }
      guard waiting.contains(change.part) else { throw .nothingChanges(change.part) }
    }
    try requireRulings(publication.inDoubt, in: context)
    try requireLength(publication.waived ?? "", .reason, limit: rationaleLimit)
    try requireCalibration(of: publication, in: context)
    return .publish(publication)
  }

  static func requireWriter(_ member: Member) throws(Refusal) {
    guard member.holds(.reviewer) || member.holds(.lead) else { throw .needsRole(.reviewer) }
  }

  private static func requireSound(
    _ text: ClauseText, in context: DecisionContext
  ) throws(Refusal) {
    if isBlank(text.title) { throw .wordsMissing(.title) }
    if isBlank(text.statement) { throw .wordsMissing(.statement) }
    try requireLength(text.title, .title, limit: titleLimit)
    try requireLength(text.statement, .statement, limit: statementLimit)
    for example in text.examples + text.counterExamples {
      if isBlank(example.text) { throw .wordsMissing(.example) }
      try requireLength(example.text, .example, limit: exampleLimit)
      guard let unit = example.unit else { continue }
      guard context.evidence.units.contains(unit) else { throw .unknownUnit(unit) }
    }
    let bytes = Canonical.bytes(text.canonical).count
    guard bytes <= clauseLimit else {
      throw .wordsTooLong(.clause, bytes: bytes, limit: clauseLimit)
    }
    for label in text.labels { try requireDeclared(label, in: context.configuration) }
    try requireRulings(text.bornFrom, in: context)
  }

  private static func requireName(
    of id: SectionID, in configuration: ProjectConfiguration
  ) throws(Refusal) {
    switch id {
    case .label(let label): try requireDeclared(label, in: configuration)
    case .policy(let policy):
      if isBlank(policy.text) { throw .wordsMissing(.name) }
      try requireLength(policy.text, .name, limit: policyNameLimit)
    }
  }

  /// Where no labels are declared, the ratings say which there are, and any may be spoken of.
  private static func requireDeclared(
    _ label: LabelID, in configuration: ProjectConfiguration
  ) throws(Refusal) {
    let declared = configuration.labels.map(\.id)
    guard declared.isEmpty || declared.contains(label) else {
      throw .unknownLabel(label, admissible: declared)
    }
    if label.text.isEmpty { throw .wordsMissing(.name) }
  }

  private static func requireRulings(
    _ positions: [Int], in context: DecisionContext
  ) throws(Refusal) {
    for seq in positions where !context.evidence.rulings.contains(seq) {
      throw .notARuling(seq: seq)
    }
  }

  private static func requireLength(
    _ text: String, _ words: GuidelineWords, limit: Int
  ) throws(Refusal) {
    let bytes = text.utf8.count
    guard bytes <= limit else { throw .wordsTooLong(words, bytes: bytes, limit: limit) }
  }

  static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 <= 0x20 }
  }
}
