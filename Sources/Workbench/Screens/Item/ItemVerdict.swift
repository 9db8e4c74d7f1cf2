import Domain
import Screen

extension Model {
  /// Gives a verdict on the open unit: records it, or asks for what is still missing.
  mutating func give(_ outcome: Outcome) -> [Effect] {
    guard let shown = item, shown.opened != nil else { return [] }
    guard shown.paintedAt != nil, shown.writing == nil else {
      // Nobody rules on what they have not seen.
      return sayTooEarly()
    }
    if let reason = unavailable(.adopt) {
      notice = Notice(text: reason.plain, kind: .plain)
      return []
    }
    if hidesVotes, outcome != .escalated {
      return changeDraft { $0.first = outcome }
    }
    if shown.draft.reason == nil, needsReason(outcome) {
      asking = .prompt(Prompt(.reason(then: outcome)))
      return []
    }
    return record(outcome)
  }

  private mutating func sayTooEarly() -> [Effect] {
    let isWriting = item?.writing != nil
    notice = Notice(
      text: isWriting
        ? "the ruling before is being saved" : "too early: this item was not on screen yet",
      kind: .plain)
    return []
  }

  /// Whether the tier of a label asks for a reason.
  func needsReason(_ outcome: Outcome) -> Bool {
    (outcome.value?.mentionedLabels ?? []).contains { label in
      configuration.label(label)?.tier.flatMap { configuration.tier($0) }?.reason == .required
    }
  }

  private mutating func record(_ outcome: Outcome) -> [Effect] {
    guard let shown = item, let decision = decision(outcome) else { return [] }
    lastTicket += 1
    item?.writing = lastTicket
    pending[lastTicket] = Pending(
      kind: .rule(decision.seatID, outcome), unit: shown.unit, decision: decision)
    // A lead who hands it on has it in the queue still; it is not what comes next.
    if outcome == .escalated { skipped.insert(shown.unit) }
    return [
      .record(
        Recording(
          ticket: lastTicket, commands: [.rule(decision)], next: nextQuery, skipping: skipped))
    ]
  }

  /// The ruling as it will be recorded; nil without an item.
  func decision(_ outcome: Outcome) -> Decision? {
    guard let shown = item, let dossier = shown.dossier else { return nil }
    let seat = SeatID(unit: shown.unit, seat: .main)
    var decision = Decision(
      seatID: seat, base: dossier.facts.seats[.main]?.seq ?? -1, batch: shown.batch,
      outcome: outcome)
    decision.takeEvidence(of: dossier)
    decision.reason = shown.draft.reason
    decision.rationale = shown.draft.rationale
    decision.guideline = summary?.guidelineVersion ?? 0
    decision.orderSeed = shown.contest.shownSeed
    // A precedent is followed where its outcome is ruled, whatever was meant before.
    decision.follows = shown.draft.follows.filter { seq in
      dossier.precedents.contains { $0.seq == seq && $0.outcome == outcome }
    }
    decision.distinguishes = shown.draft.distinguishes
    decision.cites = shown.draft.cites
    if let doubt = dossier.doubt, doubt.decision.outcome == outcome { decision.keep(doubt) }
    decision.first = shown.draft.first
    decision.votesSeen =
      !shown.contest.isBlind
      ? .fromTheStart : shown.draft.first == nil ? .never : .afterFirstVerdict
    if let paintedAt = shown.paintedAt {
      decision.milliseconds = max(0, Int(now.milliseconds - paintedAt.milliseconds))
    }
    if case .mine(let previous) = shown.lease { decision.tookOver = previous }
    return decision
  }

  /// A digit: adopts the value with this place, toggles it in a set, or begins a number.
  mutating func adopt(_ place: Int) -> [Effect] {
    guard let contest = item?.contest else { return [] }
    if contest.kind == .number {
      asking = .prompt(Prompt(.number, String(place + 1)))
      return []
    }
    guard contest.entries.indices.contains(place) else {
      notice = Notice(text: "there is no \(place + 1) here", kind: .plain)
      return []
    }
    let value = contest.entries[place].value
    if contest.kind == .labels, case .label(let label) = value { return toggle(label) }
    return give(.value(value))
  }

  /// Takes a label into the set that is being chosen, or out of it.
  mutating func toggle(_ label: LabelID) -> [Effect] {
    guard item?.paintedAt != nil, item?.writing == nil else { return sayTooEarly() }
    return changeDraft { draft in
      if let place = draft.chosen.firstIndex(of: label) {
        draft.chosen.remove(at: place)
      } else {
        draft.chosen.append(label)
      }
    }
  }

  /// Enter: keeps the first verdict, or rules the labels that were chosen.
  mutating func confirm() -> [Effect] {
    guard let shown = item else { return [] }
    if shown.contest.kind == .labels, !shown.draft.chosen.isEmpty {
      return give(.value(.labels(of: shown.draft.chosen)))
    }
    if let first = shown.draft.first { return give(first) }
    // What is in doubt is kept as it was ruled.
    if let doubt = shown.dossier?.doubt, doubt.isKeepable { return give(doubt.decision.outcome) }
    return beginNumber()
  }

  /// Leaves the open unit for later and takes the next.
  mutating func skip() -> [Effect] {
    guard let unit = item?.unit else { return [] }
    skipped.insert(unit)
    item?.paintedAt = nil
    notice = Notice(
      text: "\(SafeText.line(unit.item.text)) skipped, comes back at the end", kind: .plain)
    return [.findNext(nextQuery, skipping: skipped)]
  }

  /// Raises or lowers the flag of a unit.
  mutating func turnFlag(of unit: UnitID, isRaised: Bool) -> [Effect] {
    lastTicket += 1
    pending[lastTicket] = Pending(kind: .flag(raised: !isRaised), unit: unit)
    let remark = Remark(unit: unit, text: "", isRaised: !isRaised)
    return [.record(Recording(ticket: lastTicket, commands: [.flag(remark)]))]
  }

  mutating func comment(_ text: String) -> [Effect] {
    guard let unit = item?.unit, !text.isEmpty else { return [] }
    lastTicket += 1
    pending[lastTicket] = Pending(kind: .comment, unit: unit)
    let remark = Remark(unit: unit, text: text)
    return [.record(Recording(ticket: lastTicket, commands: [.comment(remark)]))]
  }
}
