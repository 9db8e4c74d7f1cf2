package import Domain
package import Screen

/// An event in words: the same on the screen, in the command and in an item's history.
package struct EventWords {
  private let body: EventBody
  private let look: LabelLook

  package init(_ event: Event, _ look: LabelLook) {
    body = event.body
    self.look = look
  }

  /// What happened, in a word.
  package var what: SafeText {
    switch body {
    case .decision(let decision):
      decision.outcome == .escalated ? "escalated" : SafeText(body.type.word)
    case .flag(let remark): remark.isRaised ? "flag" : "flag down"
    default: SafeText(body.type.word)
    }
  }

  /// How the word is shown: what undoes something glows, what changes everything is bold.
  package var role: Role {
    switch body {
    case .withdraw, .reopen, .refused, .recovered: .warn
    case .gold(let change): change.mark == nil ? .warn : .text
    default: .text
    }
  }

  package var isMilestone: Bool {
    switch body {
    case .genesis, .config, .role, .imported, .publish, .migrate, .audit: true
    default: false
    }
  }

  /// What it happened to.
  package var subject: SafeText {
    switch body {
    case .genesis(let genesis): return "\(genesis.name)"
    case .config(let change): return "digest \(String(change.digest.hex.prefix(8)))"
    case .role(let member):
      let roles = member.roles.map(\.rawValue)
      return roles.isEmpty
        ? "\(member.id.text) has no role" : "\(member.id.text): \(roles.joined(separator: ", "))"
    case .imported(let record):
      return "batch \(record.batch), \(counts(record)), \(record.source)"
    case .decision(let decision): return "\(name(decision.seatID))"
    case .withdraw(let body), .reopen(let body):
      return "\(name(body.seatID)), the ruling at \(Figures.count(body.base))"
    case .flag(let remark), .comment(let remark):
      return remark.text.isEmpty ? "\(name(remark.unit))" : "\(name(remark.unit))  \(remark.text)"
    case .clause(let change):
      guard let text = change.text else { return "\(change.id.text) to be withdrawn" }
      let stage = change.stage == .draft ? ", draft" : ""
      return "\(change.id.text) \(text.title)\(stage)"
    case .guideline(let change):
      return change.text.isEmpty
        ? "\(change.id.key) to be taken out"
        : change.stage == .draft ? "\(change.id.key), draft" : "\(change.id.key)"
    case .publish(let publication):
      let parts = publication.changes.count
      let doubt = publication.inDoubt.count
      let tail = doubt > 0 ? ", \(Figures.count(doubt)) in doubt" : ""
      return "guideline v\(publication.version), \(count(parts, "part"))\(tail)"
    case .migrate(let migration):
      let doubt = migration.inDoubt.count
      let tail = doubt > 0 ? ", \(Figures.count(doubt)) in doubt" : ""
      return "labels, \(count(migration.mapping.rules.count, "rule"))\(tail)"
    case .audit(let draw):
      return "\(count(draw.drawn.count, "unit")) drawn of \(Figures.count(draw.open))"
    case .gold(let change):
      return change.mark == nil ? "\(name(change.unit)), gold no longer" : "\(name(change.unit))"
    case .calibrate(.draw(let draw)):
      return "\(count(draw.items.count, "item")) drawn, \(count(draw.parts.count, "draft")) to try"
    case .calibrate(.result(let result)):
      return "of the draw at \(Figures.count(result.draw)), \(count(result.answers, "answer"))"
    case .refused(let record):
      return "\(record.attempt) \(record.unit.map { name($0) } ?? "") \(record.code)"
    case .recovered(let recovery): return "\(count(recovery.bytes, "byte")) of a torn line cut off"
    }
  }

  /// How it was ruled: a label's stripe is drawn before it, or a glyph.
  package var outcome: Outcome? {
    if case .gold(let change) = body { return change.mark?.outcome }
    return body.decision?.outcome
  }

  /// The outcome with its glyph, where it is no plain value.
  package var outcomeText: SafeText {
    guard let outcome else { return SafeText() }
    if case .value = outcome { return look.text(outcome) }
    if outcome == .escalated { return "\(LabelLook.glyph(outcome)) to a lead" }
    return "\(LabelLook.glyph(outcome)) \(look.text(outcome))"
  }

  /// The role of the stripe before the outcome; nil for none.
  package var stripe: Role? {
    guard let value = outcome?.value, look.hasStripe(value) else { return nil }
    return look.role(value)
  }

  /// Subject and outcome in one text.
  package var of: SafeText {
    outcome == nil ? subject : "\(subject) \(outcomeText)"
  }

  private func counts(_ record: ImportRecord) -> String {
    var words = ["\(Figures.count(record.ratingsNew)) new"]
    if record.ratingsChanged > 0 { words.append("\(Figures.count(record.ratingsChanged)) changed") }
    if record.ratingsGone > 0 { words.append("\(Figures.count(record.ratingsGone)) gone") }
    return words.joined(separator: ", ")
  }

  private func name(_ seat: SeatID) -> SafeText {
    seat.seat == .main ? name(seat.unit) : "\(name(seat.unit)) \(seat.seat.rawValue)"
  }

  private func name(_ unit: UnitID) -> SafeText {
    unit.question == .label ? "\(unit.item.text)" : "\(unit.item.text) \(unit.question.text)"
  }

  private func count(_ number: Int, _ noun: String) -> SafeText {
    "\(Figures.count(number)) \(number == 1 ? noun : noun + "s")"
  }
}
