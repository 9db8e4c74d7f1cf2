import Domain
import Screen

/// Draws the log: every event with its hash, and one of them in full.
struct LogScreen: PlaceScreen {
  private let model: Model
  private let layout: LogLayout
  private let look: LabelLook
  private let columns: LogColumns

  init(_ model: Model) {
    self.model = model
    layout = LogLayout(model)
    look = model.look
    columns = LogColumns(width: layout.list.list.width, head: model.log.head)
  }

  var sentence: Sentence { LogSentence(model).sentence }

  var progress: SafeText {
    let count = model.log.newest + 1
    return count == 1 ? "1 event" : "\(Figures.count(max(0, count))) events"
  }

  var hints: [CommandID] {
    let isLooking = model.log.search != nil || model.log.finding != nil
    let first: [CommandID] = isLooking ? [.stopLooking, .open] : [.open]
    return model.log.page == nil
      ? first + [.verify, .limit, .find, .copy, .write, .follow, .back]
      : [.open, .pageDown, .copy, .back]
  }

  func title(_ id: CommandID) -> SafeText? {
    guard id == .open else { return nil }
    if model.log.page != nil { return "item" }
    return layout.side == nil || model.log.current?.event.body.unit == nil ? "in full" : "item"
  }

  func unavailable(_ id: CommandID) -> SafeText? {
    let hasItem = model.log.current?.event.body.unit != nil
    switch id {
    case .eventItem: return hasItem ? nil : "it is about no item"
    case .open where model.log.page != nil: return hasItem ? nil : "it is about no item"
    case .open, .eventInFull, .copy:
      return model.log.current == nil ? "there is no event" : nil
    case .findNext, .findPrevious:
      return model.log.needle.isEmpty ? "nothing was searched for" : nil
    case .find, .write: return model.log.count == 0 ? "the list is empty" : nil
    case .stopLooking:
      return model.log.search == nil && model.log.finding == nil
        ? "nothing is being looked for" : nil
    case .verify: return model.log.isChecking ? "it is being checked" : nil
    default: return nil
    }
  }

  func draw(in grid: inout Grid) {
    if let offset = model.log.page {
      let lines = LogEventText(model, width: layout.pageWidth).lines()
      let first = min(offset, max(0, lines.count - layout.page.height))
      LogEventText.draw(lines.dropFirst(first), in: &grid, layout.page)
      return
    }
    guard model.log.count > 0 else { return }
    drawHeadings(in: &grid)
    for offset in 0..<layout.list.list.height {
      let index = model.log.cursor.top + offset
      guard index < model.log.count else { break }
      draw(index, in: &grid, row: layout.list.list.row + offset)
    }
    drawPreview(in: &grid)
    drawSides(in: &grid)
  }

  private func drawHeadings(in grid: inout Grid) {
    let row = layout.list.headingRow
    func put(_ text: SafeText, _ column: Int?) {
      guard let column else { return }
      grid.put(text, at: Position(row: row, column: column), role: .heading)
    }
    grid.putRight("event", row: row, end: columns.event, role: .heading)
    put("when", columns.when)
    put("what", columns.what)
    put("by", columns.by)
    put("of", columns.of)
    put("cites", columns.cites)
    if let hash = columns.hash { grid.putRight("hash", row: row, end: hash, role: .heading) }
  }

  private func draw(_ index: Int, in grid: inout Grid, row: Int) {
    let isCurrent = index == model.log.cursor.row
    if isCurrent {
      grid.fill(
        Rect(row: row, column: 0, width: layout.list.list.width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: row, column: 0), role: .accent)
    }
    guard let seq = model.log.seq(at: index) else { return }
    if case .damaged(seq) = model.verification {
      grid.put("×", at: Position(row: row, column: 1), role: .bad)
    }
    grid.putRight(
      SafeText(Figures.count(seq)), row: row, end: columns.event,
      role: isCurrent ? .text : .dim)
    guard let event = model.log.entries[seq]?.event else {
      grid.put("…", at: Position(row: row, column: columns.what), role: .faint)
      return
    }
    let quiet: Role = isCurrent ? .text : .dim
    if let when = columns.when {
      grid.put(
        LogMoment.short(event.draft.at, now: model.now),
        at: Position(row: row, column: when), role: quiet)
    }
    let words = EventWords(event, look)
    grid.put(
      words.what, at: Position(row: row, column: columns.what), width: 10, role: words.role,
      attributes: words.isMilestone ? .bold : [])
    if let by = columns.by {
      grid.put(
        SafeText(event.draft.actor.text), at: Position(row: row, column: by),
        width: columns.byWidth, role: quiet)
    }
    drawSubject(words, in: &grid, row: row)
    if let cites = columns.cites, let clause = event.body.decision?.cites.first {
      let count = event.body.decision?.cites.count ?? 1
      let text: SafeText = count > 1 ? "\(clause.text) +\(count - 1)" : "\(clause.text)"
      grid.put(
        text, at: Position(row: row, column: cites), width: LogColumns.citesWidth, role: .info)
    }
    if let end = columns.hash {
      grid.putRight(
        SafeText(String(event.hash.hex.prefix(columns.digits))), row: row, end: end, role: quiet)
    }
  }

  private func drawSubject(_ words: EventWords, in grid: inout Grid, row: Int) {
    // Where nothing is cited the words may have the room of both columns.
    let hasCites = words.outcome != nil
    let room =
      hasCites || columns.cites == nil
      ? columns.ofWidth : columns.ofWidth + LogColumns.citesWidth + 2
    let outcome = words.outcomeText
    let wanted = outcome.isEmpty ? 0 : outcome.width + 2
    let most = max(room - wanted, min(room, 10))
    let subject =
      outcome.isEmpty ? words.subject.clipped(to: most) : words.subject.clippedInMiddle(to: most)
    var column = columns.of + grid.put(subject, at: Position(row: row, column: columns.of)) + 1
    let end = columns.of + room
    guard !outcome.isEmpty, column < end else { return }
    if let stripe = words.stripe {
      Stripe.draw(stripe, in: &grid, at: Position(row: row, column: column))
      column += 1
    }
    grid.put(outcome, at: Position(row: row, column: column), width: end - column)
  }

  private func drawPreview(in grid: inout Grid) {
    guard let area = layout.list.preview else { return }
    let text = LogEventText(model, width: area.width - 4)
    let lines = text.standing(upTo: area.height)
    var heading = lines.first ?? LogEventText.Line()
    heading.right = text.facts().first?.right ?? SafeText()
    heading.rightRole = text.facts().first?.rightRole ?? .dim
    LogEventText.draw(
      [heading], in: &grid,
      Rect(row: area.row, column: 1, width: area.width - 2, height: 1))
    LogEventText.draw(
      lines.dropFirst(), in: &grid,
      Rect(row: area.row + 1, column: 3, width: area.width - 4, height: area.height - 1))
  }

  private func drawSides(in grid: inout Grid) {
    guard let side = layout.side, let rule = layout.list.rule else { return }
    let rows = layout.list.headingRow..<grid.size.height - 2
    grid.rule(column: rule, rows: rows)
    let text = LogEventText(model, width: side.width)
    guard let evidence = layout.evidence else {
      LogEventText.draw(balanced(text, height: side.height), in: &grid, side)
      return
    }
    LogEventText.draw(text.facts(), in: &grid, side)
    grid.rule(column: evidence.column - 3, rows: rows)
    let wide = LogEventText(model, width: evidence.width)
    LogEventText.draw(balanced(wide, height: evidence.height, facts: []), in: &grid, evidence)
  }

  /// Facts, line and chain; a line that is too long is cut, so that the chain is always seen.
  private func balanced(
    _ text: LogEventText, height: Int, facts: [LogEventText.Line]? = nil
  ) -> [LogEventText.Line] {
    var lines = facts ?? text.facts()
    if !lines.isEmpty { lines.append(LogEventText.Line()) }
    let chain = text.chain()
    let room = max(3, height - lines.count - chain.count - 1)
    var standing = text.standing(upTo: room + 1)
    if standing.count > room {
      standing.removeLast()
      standing[room - 1].text = standing[room - 1].text.prefix(max(0, text.cells - 1)) + "…"
    }
    return lines + standing + [LogEventText.Line()] + chain
  }
}
