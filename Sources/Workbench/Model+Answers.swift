import Domain
import Screen

extension Model {
  /// A write was acknowledged.
  mutating func take(_ recorded: Recorded) -> [Effect] {
    summary = recorded.summary
    let reading = readRulesIfNew()
    if case .good = verification { verification = .good(recorded.head) }
    for row in recorded.rows { replaceRow(row) }
    guard let pending = pending.removeValue(forKey: recorded.ticket) else {
      return reading + leaveIfDone()
    }
    let look = self.look
    let name = SafeText.line(pending.unit?.item.text ?? "")
    var effects = reading
    switch pending.kind {
    case .rule(let seat, let outcome):
      undoable.append([seat])
      let labels = outcome.value?.mentionedLabels ?? []
      usedLabels = labels + usedLabels.filter { !labels.contains($0) }
      effects += forget(seat.unit)
      let done = outcome == .escalated ? "↑" : "✓"
      let ending = outcome == .escalated ? "handed to a lead" : "\(look.text(outcome).plain), saved"
      notice = Notice(text: "\(done) \(name) \(ending)", kind: .saved)
      takeEffect(recorded.effect, of: seat.unit)
      effects += advance(after: recorded) + lookForAlike(after: pending, recorded)
    case .bulk(let seats, let outcome):
      let refused = Set(recorded.refusals.compactMap(\.unit))
      let settled = seats.filter { !refused.contains($0.unit) }
      if !settled.isEmpty { undoable.append(settled) }
      for seat in settled {
        tags.remove(seat.unit)
        effects += forget(seat.unit)
      }
      queue.tagged = nil
      let words = look.text(outcome).plain
      if let first = recorded.refusals.first {
        let count = recorded.refusals.count
        asking = .alarm(
          "\(settled.count) saved as \(words), \(count) refused and still tagged. "
            + Self.sentence(first))
      } else {
        let last = pending.decision == nil ? nil : settled.last?.unit.item.text
        let ending = last.map { ", the last \(SafeText.line($0))" } ?? ""
        notice = Notice(text: "✓ \(settled.count) \(words)\(ending), saved", kind: .saved)
      }
      forgetAlike(settled.map(\.unit))
      effects += leaveSettled(settled, recorded)
      effects.append(.saveState(state))
    case .withdraw(let seats):
      undoable.removeAll { $0 == seats }
      effects += recallAlike(seats)
      notice = Notice(
        text: seats.count == 1 ? "\(name) is open again" : "\(seats.count) are open again",
        kind: .done)
      if let unit = seats.first?.unit, seats.count == 1 { effects += openItem(unit) }
    case .flag(let raised):
      notice = Notice(text: raised ? "! \(name) flagged" : "\(name): flag lowered", kind: .done)
      effects += refreshItem()
    case .flags(let units, let raised):
      let refused = Set(recorded.refusals.compactMap(\.unit))
      let done = units.count { !refused.contains($0) }
      let missing = refused.isEmpty ? "" : ", \(refused.count) refused"
      notice = Notice(
        text: raised ? "! \(done) flagged\(missing)" : "\(done) flags lowered\(missing)",
        kind: .done)
    case .comment:
      notice = Notice(text: "comment on \(name) saved", kind: .done)
      effects += refreshItem()
    case .proposal(let target, let stage):
      effects += takeProposal(target, stage, recorded.proposal)
    case .publication(let version): effects += takePublication(version)
    }
    return effects + leaveIfDone()
  }

  /// What stands against a command, with the item that it was about.
  private static func sentence(_ refused: Refused) -> String {
    guard let unit = refused.unit else { return refused.sentence }
    return "\(SafeText.line(unit.item.text)): \(refused.sentence)"
  }

  /// After a ruling: the next item is simply there, unless somebody has gone elsewhere meanwhile.
  private mutating func advance(after recorded: Recorded) -> [Effect] {
    guard let shown = item, shown.writing == recorded.ticket else { return [] }
    return leave(shown.unit, recorded)
  }

  /// Where the open unit was ruled on with others: on to the next.
  private mutating func leaveSettled(_ seats: [SeatID], _ recorded: Recorded) -> [Effect] {
    guard place == .item, let unit = item?.unit, seats.contains(where: { $0.unit == unit }) else {
      return []
    }
    return leave(unit, recorded)
  }

  private mutating func leave(_ unit: UnitID, _ recorded: Recorded) -> [Effect] {
    let release: [Effect] = [.releaseLease(unit)]
    item?.lease = .asked
    item?.writing = nil
    guard let next = recorded.next else {
      return release + (bringBackSkipped() ?? nothingLeft())
    }
    return release + show(next, question: next.question)
  }

  private mutating func forget(_ unit: UnitID) -> [Effect] {
    skipped.remove(unit)
    guard drafts.removeValue(forKey: unit) != nil else { return [] }
    return [.saveDraft(unit, Draft())]
  }

  private func refreshItem() -> [Effect] {
    guard place == .item, let unit = item?.unit else { return [] }
    return [.openItem(unit, purpose: .refresh)]
  }

  /// A rule stands against what was to be written.
  mutating func take(_ refused: Refused) -> [Effect] {
    pending[refused.ticket] = nil
    if let row = refused.row { replaceRow(row) }
    asking = .alarm(Self.sentence(refused))
    takeFormRefusal(refused)
    let reading = takePlanRefusal(refused)
    guard item?.writing == refused.ticket else { return reading + leaveIfDone() }
    item?.writing = nil
    item?.paintedAt = nil
    return refreshItem() + leaveIfDone()
  }

  /// A write failed: the item stays, with everything that was said about it.
  mutating func fail(_ ticket: Int, _ sentence: String) -> [Effect] {
    pending[ticket] = nil
    isQuitting = false
    if form?.writing == ticket { form?.writing = nil }
    if guideline.plan?.writing == ticket { guideline.plan?.writing = nil }
    if item?.writing == ticket {
      item?.writing = nil
      item?.paintedAt = nil
    }
    asking = .alarm(sentence)
    return refreshItem()
  }

  /// Others wrote: what is on screen is read again, and no row changes its place.
  mutating func refresh() -> [Effect] {
    var effects: [Effect] = [.loadSummary] + (place == .queue || place == .item ? [] : enter())
    let lines = QueueLines(queue)
    let shown = (queue.top..<queue.top + pageHeight).compactMap { line -> UnitHandle? in
      if case .row(let row) = lines[line] { queue.handles[row] } else { nil }
    }
    if !shown.isEmpty { effects.append(.loadRows(shown, generation: queue.generation)) }
    return effects + rereadPreview() + refreshItem()
  }

  mutating func take(
    _ configuration: ProjectConfiguration, _ members: [Member], differs: Bool
  ) -> [Effect] {
    let isNew = configuration != self.configuration
    self.configuration = configuration
    self.members = members
    configurationDiffers = differs
    guard isNew else { return [] }
    buildContest()
    item?.paintedAt = nil
    return [.loadSummary] + loadList()
  }

  mutating func takeEdited(_ text: String?, _ purpose: EditPurpose) -> [Effect] {
    if case .form(let target) = purpose { return takeWritten(text, for: target) }
    guard case .rationale(let unit) = purpose, let text else { return [] }
    var kept = text
    while kept.last?.isNewline == true { kept.removeLast() }
    var draft = drafts[unit] ?? Draft()
    draft.rationale = kept.isEmpty ? nil : kept
    drafts[unit] = draft.isEmpty ? nil : draft
    if item?.unit == unit { item?.draft = draft }
    return [.saveDraft(unit, draft)]
  }

  /// Takes back the last ruling of this session, or the own ruling on screen; else asks for the last
  /// one of one's own in the log.
  mutating func undo() -> [Effect] {
    guard let seats = undoable.last ?? ownRuling.map({ [$0] }) else {
      return start.me.map { [.findOwnRuling($0.id)] } ?? []
    }
    guard seats.count == 1 else {
      asking = .question(
        Question(
          text: "Take back \(seats.count) rulings that were made in one go?", letter: "y",
          word: "take back", safe: "let them stand", deed: .withdraw(seats)))
      return []
    }
    return withdraw(seats)
  }

  mutating func withdraw(_ seats: [SeatID]) -> [Effect] {
    guard let unit = seats.first?.unit else { return [] }
    lastTicket += 1
    pending[lastTicket] = Pending(kind: .withdraw(seats), unit: unit)
    return [.record(Recording(ticket: lastTicket, commands: seats.map { .withdraw($0) }))]
  }

  /// The seat of the open unit, where one's own ruling stands there.
  var ownRuling: SeatID? {
    guard let standing = item?.dossier?.facts.seats[.main], standing.isDecision,
      standing.by == start.me?.id, let unit = item?.unit
    else { return nil }
    return SeatID(unit: unit, seat: .main)
  }

  /// Quits, once everything that was asked for is on disk.
  ///
  /// - Parameter isSure: whether it was asked already: an import that is under way is then stopped.
  mutating func quit(isSure: Bool = false) -> [Effect] {
    if let work, !isSure {
      asking = .question(
        Question(
          text: "\(SafeText.line(work.name)) is still being imported. Quit and keep nothing of it?",
          letter: "y", word: "quit", safe: "stay", deed: .quit))
      return []
    }
    isQuitting = true
    guard pending.isEmpty else {
      notice = Notice(text: "waiting until it is saved …", kind: .plain)
      return []
    }
    return leaveIfDone()
  }

  private mutating func leaveIfDone() -> [Effect] {
    guard isQuitting, pending.isEmpty else { return [] }
    var effects: [Effect] = [.saveState(state)]
    if let item, case .mine = item.lease { effects.append(.releaseLease(item.unit)) }
    return effects + [.quit]
  }
}
