import Domain
import Screen

/// What helps to decide: why the item is here, earlier rulings, the draft, what comes then.
struct ItemEvidence {
  private let model: Model
  private let item: ItemModel
  private let look: LabelLook

  init(_ model: Model, _ item: ItemModel, _ look: LabelLook) {
    self.model = model
    self.item = item
    self.look = look
  }

  /// Two rows between text and contest.
  func drawFacts(in grid: inout Grid, _ area: Rect) {
    guard let unit = item.dossier else { return }
    drawFirstFact(unit, in: &grid, area)
    FactLine(heading: "why here  ", AuditMark.facts(unit.row, model)).draw(
      in: &grid, at: Position(row: area.row + 1, column: area.column), width: area.width)
  }

  /// What was said in the draft; else what was ruled on the same pair before.
  private func drawFirstFact(_ unit: UnitDossier, in grid: inout Grid, _ area: Rect) {
    let place = Position(row: area.row, column: area.column)
    let draft = item.draft
    let earlier = unit.words(on: draft)
    if draft.reason != nil || draft.rationale != nil || !earlier.isEmpty || !draft.cites.isEmpty {
      var facts: [FactLine.Fact] = []
      if !draft.cites.isEmpty { facts.append(FactLine.Fact("cites", cited.clipped(to: 24))) }
      if !earlier.isEmpty { facts.append(FactLine.Fact("", SafeText(earlier).clipped(to: 24))) }
      if let reason = draft.reason {
        facts.append(FactLine.Fact("reason", SafeText(reason).clipped(to: 24)))
      }
      if let note = draft.rationale {
        facts.append(FactLine.Fact("note", SafeText(note).clipped(to: 30)))
      }
      FactLine(heading: "your ruling", facts).draw(in: &grid, at: place, width: area.width)
      return
    }
    guard !model.hidesVotes, !unit.precedents.isEmpty else { return }
    let isTorn = unit.precedents.haveContradiction
    var column =
      area.column
      + grid.put(
        isTorn ? "contradicting" : "precedents", at: place, role: isTorn ? .warn : .heading) + 2
    for precedent in unit.precedents {
      let width = precedentWidth(precedent, nameWidth: 16)
      guard column + width <= area.columns.upperBound else { return }
      drawPrecedent(precedent, in: &grid, row: area.row, column: column, nameWidth: 16)
      column += width + 4
    }
  }

  private func precedentWidth(_ precedent: Precedent, nameWidth: Int) -> Int {
    let id = SafeText(precedent.unit.item.text).clipped(to: 12).width
    let name = look.text(precedent.outcome).clipped(to: nameWidth).width
    return id + (precedent.outcome.value == nil ? 3 : 2) + name + 2 + place(precedent).width
  }

  private func drawPrecedent(
    _ precedent: Precedent, in grid: inout Grid, row: Int, column: Int, nameWidth: Int
  ) {
    var place = column
    place += grid.put(
      SafeText(precedent.unit.item.text).clipped(to: 12), at: Position(row: row, column: place))
    place += 1
    place += drawOutcome(precedent.outcome, in: &grid, row: row, column: place)
    let name = look.text(precedent.outcome).clipped(to: nameWidth)
    place += grid.put(name, at: Position(row: row, column: place))
    grid.put(self.place(precedent), at: Position(row: row, column: place + 2), role: .dim)
  }

  /// What it stands in its place by: how alike it is, or else how old.
  private func place(_ precedent: Precedent) -> SafeText {
    precedent.likeness.map { SafeText(Figures.share($0)) } ?? age(precedent)
  }

  /// The stripe of the label that was ruled, or the glyph of another outcome.
  ///
  /// - Returns: the cells before the outcome's name.
  private func drawOutcome(
    _ outcome: Outcome, in grid: inout Grid, row: Int, column: Int
  ) -> Int {
    let place = Position(row: row, column: column)
    if let value = outcome.value, look.hasStripe(value) {
      Stripe.draw(look.role(value), in: &grid, at: place)
    } else if outcome.value == nil {
      grid.put(LabelLook.glyph(outcome), at: place, role: .dim)
      return 2
    }
    return 1
  }

  private func age(_ precedent: Precedent) -> SafeText {
    SafeText(Figures.days(max(0, model.now.days(since: precedent.at))))
  }

  /// The draft of the ruling, with what happens to it.
  func drawRuling(in grid: inout Grid, _ area: Rect) {
    guard model.unavailable(.reason) == nil else { return }
    let used = grid.put(
      "your ruling", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      "saved when you press a digit; \(key(.undo)) takes it back", row: area.row,
      end: area.columns.upperBound, width: area.width - used - 2, role: .dim)
    let demanding = model.configuration.tiers.filter { $0.reason == .required }
    let names = demanding.map(\.id.text).joined(separator: ", ")
    let rule =
      demanding.isEmpty
      ? "optional" : "tier \(SafeText.line(names)) asks for one when you adopt"
    let doubted = item.dossier?.doubt?.decision
    drawSaying(
      .reason, "reason", item.draft.reason, kept: doubted?.reason, hint: rule, in: &grid,
      row: area.row + 1, area)
    drawSaying(
      .note, "note", item.draft.rationale, kept: doubted?.rationale,
      hint: "\(key(.noteInEditor)) opens your editor", in: &grid, row: area.row + 2, area)
    let earlier = item.dossier?.words(on: item.draft) ?? ""
    let hasEarlier = item.dossier != nil && model.unavailable(.followPrecedent) == nil
    // Where one row is left, it is for what was said.
    let isCiteShown = area.height > 4 || !item.draft.cites.isEmpty || earlier.isEmpty
    var row = area.row + 3
    if row < area.rows.upperBound, isCiteShown, model.unavailable(.cite) == nil {
      drawSaying(
        .cite, "cites", item.draft.cites.isEmpty ? nil : cited.plain,
        hint: "\(key(.cite)) finds a clause", in: &grid, row: row, area)
      row += 1
    }
    guard row < area.rows.upperBound, hasEarlier else { return }
    drawSaying(
      .followPrecedent, "earlier", earlier.isEmpty ? nil : earlier,
      hint: "\(key(.followPrecedent)) rules the same, \(key(.distinguish)) says why not", in: &grid,
      row: row, area)
  }

  /// The clauses that the draft cites: one with its title, of several the numbers.
  private var cited: SafeText {
    let ids = item.draft.cites
    guard ids.count == 1 else { return "\(ids.map(\.text).joined(separator: ", "))" }
    let title = model.rules?.value.clauses[ids[0]]?.published?.title ?? ""
    return title.isEmpty ? "\(ids[0].text)" : "\(ids[0].text)  \(title)"
  }

  /// - Parameter kept: what a ruling in doubt said, and says again where it is kept.
  private func drawSaying(
    _ id: CommandID, _ name: SafeText, _ text: String?, kept: String? = nil, hint: String,
    in grid: inout Grid, row: Int, _ area: Rect
  ) {
    let column = area.column + 2
    grid.put(SafeText(key(id)), at: Position(row: row, column: column), role: .hintKey)
    grid.put(name, at: Position(row: row, column: column + 2), role: .dim)
    let start = column + 10
    let width = area.columns.upperBound - start
    guard let said = text ?? kept else {
      grid.put("none yet", at: Position(row: row, column: start), width: width, role: .dim)
      grid.put(
        SafeText(hint), at: Position(row: row, column: start + 10), width: width - 10, role: .faint)
      return
    }
    grid.put(
      SafeText(said), at: Position(row: row, column: start), width: width,
      role: text == nil ? .dim : .text)
  }

  /// The panels below the contest.
  func drawSide(in grid: inout Grid, _ area: Rect) {
    guard let unit = item.dossier else { return }
    var rest = area
    if rest.height >= 5 {
      AuditMark.drawWhy(unit.row, model, in: &grid, rest.splitTop(5).top)
      rest = rest.splitTop(6).rest
    }
    let precedents = model.hidesVotes ? 0 : min(4, unit.precedents.count)
    let rows = 6
    if rest.height >= rows + 1 {
      if precedents > 0 { drawPrecedents(unit, in: &grid, rest.splitTop(rows).top) }
      rest = rest.splitTop(rows + 1).rest
    }
    let near = nearClauses
    if !near.isEmpty, rest.height >= near.count + 2 {
      drawClauses(near, in: &grid, rest)
      rest = rest.splitTop(near.count + 2).rest
    }
    if item.questions.count > 1, rest.height >= item.questions.count + 1 {
      drawQuestions(in: &grid, rest)
      rest = rest.splitTop(item.questions.count + 2).rest
    }
    if rest.height >= 3 { drawThen(in: &grid, rest) }
  }

  /// The clauses in force that speak of the contest's labels, a few.
  private var nearClauses: [ClauseID] {
    let choices = ClauseChoices(model)
    let guideline = model.rules?.value
    let near = choices.ids { clause in clause.published.map { choices.isNear($0) } ?? false }
    return Array(near.filter { guideline?.isInForce($0) == true }.prefix(3))
  }

  private func drawClauses(_ ids: [ClauseID], in grid: inout Grid, _ area: Rect) {
    guard let guideline = model.rules?.value else { return }
    grid.put(
      "guideline v\(guideline.version)", at: Position(row: area.row, column: area.column),
      role: .heading)
    if model.unavailable(.cite) == nil {
      grid.putRight(
        "\(key(.cite)) cites", row: area.row, end: area.columns.upperBound, role: .dim)
    }
    for (offset, id) in ids.enumerated() {
      let row = area.row + 1 + offset
      let isCited = item.draft.cites.contains(id)
      grid.put(
        "\(id.text)", at: Position(row: row, column: area.column), role: .info,
        attributes: isCited ? .bold : [])
      let column = area.column + SafeText(id.text).width + 2
      grid.put(
        "\(guideline.clauses[id]?.published?.title ?? "")", at: Position(row: row, column: column),
        width: area.columns.upperBound - column, attributes: isCited ? .bold : [])
    }
  }

  func drawPrecedents(_ unit: UnitDossier, in grid: inout Grid, _ area: Rect) {
    let isTorn = unit.precedents.haveContradiction
    grid.put(
      isTorn ? "contradicting precedents" : "precedents",
      at: Position(row: area.row, column: area.column), role: isTorn ? .warn : .heading)
    let count = SafeText(unit.precedents.count)
    grid.putRight(
      isTorn ? count : "\(count), \(model.precedentOrder)", row: area.row,
      end: area.columns.upperBound, role: .dim)
    let isHinted = area.height > min(4, unit.precedents.count) + 1
    let shown = unit.precedents.prefix(area.height - (isHinted ? 2 : 1))
    if isHinted {
      let hints = [CommandID.followPrecedent, .distinguish, .precedents].map {
        Hint(
          key: SafeText(key($0)), text: SafeText(CommandTable.command($0).title),
          unavailable: model.unavailable($0))
      }
      var column = area.column
      let row = area.row + 1 + shown.count
      for hint in hints where column + hint.width <= area.columns.upperBound {
        column += hint.draw(in: &grid, at: Position(row: row, column: column)) + 2
      }
    }
    let idWidth = min(12, shown.map { SafeText($0.unit.item.text).width }.max() ?? 4)
    for (offset, precedent) in shown.enumerated() {
      let row = area.row + 1 + offset
      grid.put(
        SafeText(precedent.unit.item.text), at: Position(row: row, column: area.column),
        width: idWidth)
      var column = area.column + idWidth + 2
      column += drawOutcome(precedent.outcome, in: &grid, row: row, column: column)
      let age = age(precedent)
      let alike = precedent.likeness.map { SafeText(Figures.share($0)) } ?? ""
      grid.putRight(age, row: row, end: area.columns.upperBound, role: .dim)
      let ages = max(4, age.width)
      grid.putRight(alike, row: row, end: area.columns.upperBound - ages - 2, role: .text)
      let taken = precedent.likeness == nil ? age.width : ages + 2 + alike.width
      grid.put(
        look.text(precedent.outcome), at: Position(row: row, column: column),
        width: area.columns.upperBound - column - 2 - taken)
    }
  }

  /// The questions of the item, with how people answered each.
  func drawQuestions(in grid: inout Grid, _ area: Rect) {
    guard let units = item.opened?.dossier.units else { return }
    grid.put("by question", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      "\(key(.nextQuestion)) turns", row: area.row, end: area.columns.upperBound, role: .dim)
    let width = min(14, units.map { SafeText($0.facts.id.question.text).width }.max() ?? 6)
    for (offset, unit) in units.prefix(max(0, area.height - 1)).enumerated() {
      let row = area.row + 1 + offset
      let isCurrent = unit.facts.id == item.unit
      let name = SafeText(unit.facts.id.question.text)
      grid.put(
        name, at: Position(row: row, column: area.column + 2), width: width,
        role: isCurrent ? .text : .dim, attributes: isCurrent ? .bold : [])
      let column = area.column + 2 + width + 2
      if let standing = unit.facts.seats[.main], standing.isDecision {
        grid.put(
          LabelLook.glyph(standing.outcome), at: Position(row: row, column: column), role: .good)
        grid.put(
          look.text(standing.outcome), at: Position(row: row, column: column + 2),
          width: area.columns.upperBound - column - 2)
        continue
      }
      let isHidden = model.hidesVotes(of: unit.row)
      let total = unit.row.groups.reduce(0) { $0 + $1.votes }
      let groups =
        isHidden
        ? [RatingDots.Group(role: .dim, people: total)]
        : unit.row.groups.map { RatingDots.Group(role: look.role($0.value), people: $0.votes) }
      let dots = RatingDots(groups)
      dots.draw(in: &grid, at: Position(row: row, column: column), width: 16)
      guard !isHidden, let leads = unit.row.leads else { continue }
      grid.put(
        look.text(leads), at: Position(row: row, column: column + 18),
        width: area.columns.upperBound - column - 18, role: .dim)
    }
  }

  /// The rows that follow in the list.
  private func drawThen(in grid: inout Grid, _ area: Rect) {
    let queue = model.queue
    let left = queue.total - queue.cursor - 1
    guard left > 0, queue.current?.unit == item.unit else { return }
    grid.put("then", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      "\(Figures.count(left)) more", row: area.row, end: area.columns.upperBound, role: .dim)
    for offset in 1...min(3, max(1, area.height - 1)) {
      guard let row = queue.row(at: queue.cursor + offset) else { return }
      drawThen(row, in: &grid, line: area.row + offset, area)
    }
  }

  private func drawThen(_ row: QueueRow, in grid: inout Grid, line: Int, _ area: Rect) {
    let end = area.columns.upperBound
    let id = SafeText(row.unit.item.text).clipped(to: 12)
    var column = area.column
    column += grid.put(id, at: Position(row: line, column: column), role: .dim) + 2
    grid.putRight(
      row.isDrawn ? AuditMark.word : SafeText(Figures.share(row.gain)), row: line, end: end,
      role: .dim)
    guard !model.hidesVotes(of: row), let leads = row.leads else { return }
    let room = end - 5 - column
    let half = max(4, (room - 5) / 2)
    column += put(leads, in: &grid, line: line, column: column, width: half)
    guard let against = row.against else { return }
    column += grid.put(" ↔ ", at: Position(row: line, column: column), role: .faint)
    put(against, in: &grid, line: line, column: column, width: max(0, end - 6 - column))
  }

  @discardableResult
  private func put(
    _ value: Value, in grid: inout Grid, line: Int, column: Int, width: Int
  ) -> Int {
    var used = 0
    if look.hasStripe(value) {
      Stripe.draw(look.role(value), in: &grid, at: Position(row: line, column: column))
      used = 1
    }
    return used
      + grid.put(
        look.text(value), at: Position(row: line, column: column + used), width: width - used,
        role: .dim)
  }

  private func key(_ id: CommandID) -> String {
    model.start.keymap.name(for: id) ?? ":" + CommandTable.command(id).word
  }
}
