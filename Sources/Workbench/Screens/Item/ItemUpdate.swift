package import Domain
import Screen

extension Model {
  /// Goes to an item; what it shows comes later.
  ///
  /// - Parameter isRemembered: whether `q` is to lead back to the place that is left.
  mutating func openItem(_ unit: UnitID, isRemembered: Bool = true) -> [Effect] {
    if isRemembered, place != .item { remember() }
    var effects = leaveItem()
    place = .item
    overlay = nil
    var opening = ItemModel(unit: unit)
    opening.draft = drafts[unit] ?? Draft()
    item = opening
    effects.append(.openItem(unit, purpose: .show))
    return effects
  }

  /// Gives back what an open item holds.
  mutating func leaveItem() -> [Effect] {
    guard let item, case .mine = item.lease else { return [] }
    return [.releaseLease(item.unit)]
  }

  /// Back to where it was opened.
  mutating func closeItem() -> [Effect] {
    if let effects = goBackOnTrail() { return effects }
    return go(to: .queue)
  }

  mutating func take(_ opened: OpenedItem, for purpose: OpenPurpose) -> [Effect] {
    switch purpose {
    case .preview:
      takePreview(opened)
      return []
    case .show:
      guard let shown = item, shown.unit.item == opened.dossier.item.id else { return [] }
      return show(opened, question: shown.unit.question)
    case .refresh:
      guard let shown = item, shown.unit.item == opened.dossier.item.id, shown.opened != opened
      else { return [] }
      let isSame = shown.dossier == opened.dossier.unit(shown.unit.question)
      item?.opened = opened
      guard !isSame else { return [] }
      tellRuling(by: shown.dossier?.facts.seats[.main])
      // What a verdict would rest on has changed: it has to be seen before one is given.
      item?.paintedAt = nil
      let batch = newestBatch(opened)
      item?.batch = batch
      buildContest()
      return []
    }
  }

  /// Says so where somebody else settled the open unit since it was read.
  private mutating func tellRuling(by before: SeatStanding?) {
    guard let standing = item?.dossier?.facts.seats[.main], standing != before,
      standing.isDecision, standing.by != start.me?.id, let unit = item?.unit
    else { return }
    let who = SafeText.line(standing.by.text)
    let words = self.look.text(standing.outcome).plain
    let key = start.keymap.name(for: .nextItem) ?? ":next-item"
    notice = Notice(
      text: "\(who) ruled \(SafeText.line(unit.item.text)) \(words); \(key) goes on", kind: .plain)
  }

  /// Shows an item that has just been read, at one of its questions.
  mutating func show(_ opened: OpenedItem, question: QuestionID) -> [Effect] {
    let dossier = opened.dossier
    guard let unit = dossier.unit(question) ?? dossier.units.first else {
      return missing(dossier.item.id)
    }
    var shown = ItemModel(unit: unit.facts.id)
    shown.opened = opened
    shown.draft = drafts[unit.facts.id] ?? Draft()
    shown.batch = newestBatch(opened)
    item = shown
    place = .item
    overlay = nil
    buildContest()
    moveCursor(to: unit.facts.id, unit.row.handle)
    var effects: [Effect] = [.saveState(state)]
    if unavailable(.adopt) == nil {
      effects.append(.claimLease(unit.facts.id, .ask))
    }
    return effects + fitList()
  }

  mutating func buildContest() {
    guard let dossier = item?.opened?.dossier, let unit = item?.dossier else { return }
    let isSwapped = item?.isSwapped ?? false
    item?.contest = Contest(
      of: unit, in: dossier, configuration: configuration, seed: start.seed, isSwapped: isSwapped)
  }

  /// The two answers change places; a verdict is taken once that was on screen.
  mutating func swapSides() -> [Effect] {
    item?.isSwapped.toggle()
    item?.paintedAt = nil
    item?.offset = 0
    buildContest()
    let isSwapped = item?.isSwapped == true
    notice = Notice(text: isSwapped ? "sides swapped" : "sides as they came", kind: .plain)
    return []
  }

  /// To the next part of the text, or the one before: a turn, a field, the notes.
  mutating func goToPart(step: Int) -> [Effect] {
    guard let item else { return [] }
    let line = ItemReading(self).part(from: item.offset, step: step) ?? item.offset
    let effects = scrollText(by: line - item.offset)
    if self.item?.offset == item.offset {
      let end = step > 0 ? "what follows is in view" : "this is the first part"
      notice = Notice(text: end, kind: .plain)
    }
    return effects
  }

  private func newestBatch(_ opened: OpenedItem) -> Int {
    let touched = opened.dossier.units.map(\.facts.newestBatch).max() ?? 0
    return max(touched, summary?.batches ?? 0)
  }

  mutating func missing(_ id: ItemID) -> [Effect] {
    queue.readAhead.forget(id)
    guard item?.unit.item == id else { return [] }
    let effects = closeItem()
    asking = .alarm("There is no item \(SafeText.line(id.text)) in this project. q goes on.")
    return effects
  }

  mutating func takeNext(_ opened: OpenedItem?) -> [Effect] {
    guard place == .item else { return [] }
    guard let opened else { return bringBackSkipped() ?? nothingLeft() }
    let effects = leaveItem()
    return effects + show(opened, question: opened.question)
  }

  /// Asks for what was skipped, the one on screen apart; nil where there is no other.
  mutating func bringBackSkipped() -> [Effect]? {
    let current = skipped.filter { $0 == item?.unit }
    guard current.count < skipped.count else { return nil }
    skipped = current
    if notice == nil || notice?.kind == .plain {
      notice = Notice(text: "that was the rest; now what was skipped", kind: .plain)
    }
    return [.findNext(query, skipping: skipped)]
  }

  /// Back to the list, because every unit of it is settled, or the one that is not was skipped.
  mutating func nothingLeft() -> [Effect] {
    let isSkipping = !skipped.isEmpty
    skipped = []
    let effects = closeItem()
    if notice == nil || notice?.kind == .plain {
      notice = Notice(
        text: isSkipping
          ? "nothing else waits; what was skipped waits here" : "nothing else waits in this list",
        kind: .plain)
    }
    return effects + loadList()
  }

  mutating func take(_ claim: Lease.Claim, of unit: UnitID) -> [Effect] {
    guard item?.unit == unit else {
      if case .granted = claim { return [.releaseLease(unit)] }
      return []
    }
    switch claim {
    case .granted(_, let tookOver): item?.lease = .mine(from: tookOver)
    case .heldBy(let member, let until):
      if case .mine? = item?.lease {
        notice = Notice(
          text: "\(SafeText.line(member.text)) took this item over; what you typed is kept",
          kind: .plain)
      }
      item?.lease = .heldBy(member, until: until)
    }
    return []
  }

  mutating func markPainted(at moment: Instant) {
    guard place == .item, overlay == nil, !isTooSmall, item?.opened != nil, item?.paintedAt == nil
    else {
      return
    }
    item?.paintedAt = moment
  }

  /// Whether counts and voters of the open unit must not be shown yet.
  package var hidesVotes: Bool {
    guard let item, item.contest.isBlind else { return false }
    if item.draft.first != nil { return false }
    return item.dossier?.facts.seats[.main]?.status != .ruled
  }

  /// Whether what a row's ratings say must not be shown yet.
  package func hidesVotes(of row: QueueRow) -> Bool {
    configuration.hidesVotes(of: row) && drafts[row.unit]?.first == nil
  }

  mutating func turnQuestion(by step: Int) -> [Effect] {
    guard let shown = item, let opened = shown.opened else { return [] }
    let questions = shown.questions
    guard let place = questions.firstIndex(of: shown.unit.question) else { return [] }
    let next = questions[(place + step + questions.count) % questions.count]
    let effects = leaveItem()
    return effects + show(opened, question: next)
  }

  mutating func openNeighbour(_ step: Int) -> [Effect] {
    guard let place = QueueLines(queue).row(after: queue.cursor, step: step) else {
      notice = Notice(
        text: step > 0 ? "this is the end of the list" : "this is the start of the list",
        kind: .plain)
      return []
    }
    queue.cursor = place
    queue.heading = nil
    let effects = fitList()
    guard let unit = queue.current?.unit else { return effects }
    return effects + openItem(unit)
  }

  mutating func scrollText(by step: Int) -> [Effect] {
    guard let item else { return [] }
    let layout = ItemLayout(self)
    let wanted = item.offset + step
    var height = layout.reading.height
    var count = 0
    if layout.shape == .pair, case .pair(let pair)? = item.opened?.dossier.item.payload {
      height -= 1
      var first = TextFlow(pair.first, width: min(72, layout.firstAnswer.width - 2))
      var second = TextFlow(pair.second, width: min(72, layout.secondAnswer.width - 2))
      count = max(
        first.lineCount(upTo: wanted + height + 1), second.lineCount(upTo: wanted + height + 1))
    } else {
      count = ItemReading(self).lineCount(upTo: wanted + height + 1)
    }
    let last = max(0, count - height)
    self.item?.offset = max(0, min(wanted, last))
    return []
  }

  /// Changes what is said about the open unit, and keeps it.
  mutating func changeDraft(_ change: (inout Draft) -> Void) -> [Effect] {
    guard let unit = item?.unit, var draft = item?.draft else { return [] }
    change(&draft)
    item?.draft = draft
    drafts[unit] = draft.isEmpty ? nil : draft
    return [.saveDraft(unit, draft)]
  }
}
