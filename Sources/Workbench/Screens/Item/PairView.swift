import Domain
import Screen

/// Draws two answers side by side, and one scale below them.
struct PairView {
  private let model: Model
  private let item: ItemModel
  private let layout: ItemLayout
  private let look: LabelLook
  private let evidence: ItemEvidence

  init(_ model: Model, _ item: ItemModel, _ layout: ItemLayout, _ look: LabelLook) {
    self.model = model
    self.item = item
    self.layout = layout
    self.look = look
    evidence = ItemEvidence(model, item, look)
  }

  func draw(in grid: inout Grid) {
    guard let shown = item.opened?.dossier.item, case .pair(let pair) = shown.payload else {
      return
    }
    drawPrompt(pair, ItemParts(shown).about, in: &grid)
    drawAnswers(pair, in: &grid)
    drawScale(in: &grid)
    drawFacts(in: &grid)
  }

  private func drawPrompt(_ pair: ResponsePair, _ about: SafeText, in grid: inout Grid) {
    let area = layout.prompt
    grid.put("prompt", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(about, row: area.row, end: area.columns.upperBound, width: 50, role: .dim)
    var flow = TextFlow(pair.prompt, width: area.width - 2)
    let room = area.height - 2
    let lines = flow.lines(0..<room + 1)
    for (offset, line) in lines.prefix(room).enumerated() {
      let isCut = offset == room - 1 && lines.count > room
      grid.put(
        isCut ? line + " …" : line,
        at: Position(row: area.row + 1 + offset, column: area.column + 2), width: area.width - 2)
    }
  }

  private func drawAnswers(_ pair: ResponsePair, in grid: inout Grid) {
    let area = layout.reading
    let middle = area.column + area.width / 2
    grid.rule(column: middle, rows: area.rows)
    let marks = model.marksDifferences ? item.comparison?.differences ?? .none : .none
    let areas = [layout.firstAnswer, layout.secondAnswer]
    let isSwapped = item.contest.isSwapped
    drawAnswer("answer A", pair.first, marks.first, in: &grid, areas[isSwapped ? 1 : 0])
    drawAnswer("answer B", pair.second, marks.second, in: &grid, areas[isSwapped ? 0 : 1])
  }

  private func drawAnswer(
    _ name: SafeText, _ text: String, _ marks: Set<Int>, in grid: inout Grid, _ area: Rect
  ) {
    grid.put(name, at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      SafeText(ItemParts.words(in: [text])), row: area.row, end: area.columns.upperBound,
      role: .dim)
    let width = min(72, area.width - 2)
    let room = area.height - 1
    var flow = MarkedFlow(text, width: width, marks: marks)
    for (index, line) in flow.lines(item.offset..<item.offset + room).enumerated() {
      grid.put(line, at: Position(row: area.row + 1 + index, column: area.column + 2))
    }
    guard flow.lineCount(upTo: item.offset + room + 1) > item.offset + room else { return }
    let key = model.start.keymap.name(for: .scrollDown) ?? "more"
    grid.putRight(
      " … \(key)", row: area.rows.upperBound - 1, end: area.column + 2 + width, role: .faint)
  }

  /// The labels as a scale, one beside the other.
  private func drawScale(in grid: inout Grid) {
    let area = layout.contest
    let isHidden = model.hidesVotes
    let entries = item.contest.entries
    let used = grid.put(
      item.questions.count > 1 ? SafeText(item.unit.question.text) : "preference",
      at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      about(isHidden), row: area.row, end: area.columns.upperBound, width: area.width - used - 2,
      role: .dim)
    let width = min(30, max(11, (area.width - 2 + 4) / max(1, layout.contestColumns)))
    for (index, entry) in entries.prefix(layout.contestColumns).enumerated() {
      let column = area.column + 2 + index * width
      let isChosen = item.draft.first == .value(entry.value)
      if index < 9 {
        grid.put(
          SafeText(index + 1), at: Position(row: area.row + 1, column: column), role: .hintKey)
      }
      grid.put(
        look.text(entry.value), at: Position(row: area.row + 1, column: column + 2),
        width: width - 4, attributes: isChosen ? .bold : [])
      let bar = width - 4
      guard !isHidden else {
        grid.rule(row: area.row + 2, columns: column..<column + bar)
        if isChosen {
          grid.put(
            "your first verdict", at: Position(row: area.row + 3, column: column),
            width: bar, role: .accent)
        }
        continue
      }
      let share =
        item.contest.people > 0 ? Double(entry.votes) / Double(item.contest.people) : 0
      Bar(share: share, width: bar, role: look.role(entry.value)).draw(
        in: &grid, at: Position(row: area.row + 2, column: column))
      let count = grid.put(
        SafeText(entry.votes), at: Position(row: area.row + 3, column: column),
        role: entry.votes == 0 ? .dim : .text)
      let names = ContestView.names(entry.voters, width: bar - count - 2)
      grid.put(
        isChosen ? names + " ▸ yours" : names,
        at: Position(row: area.row + 3, column: column + count + 2), width: bar - count - 2,
        role: .dim)
    }
  }

  private func about(_ isHidden: Bool) -> SafeText {
    let swap = item.contest.isSwapped ? ["sides swapped"] : []
    if isHidden {
      return SafeText((swap + ["votes hidden until your first verdict"]).joined(separator: " · "))
    }
    var parts = swap
    let labels = model.configuration.labels
    if let median = item.contest.median({ value in look.place(value).map(Double.init) }),
      labels.indices.contains(Int(median))
    {
      let low = SafeText.line(labels[Int(median)].name)
      let isBetween = median != median.rounded() && labels.indices.contains(Int(median) + 1)
      parts.append(
        isBetween
          ? "median between \(low) and \(SafeText.line(labels[Int(median) + 1].name))"
          : "median \(low)")
    }
    if let agreement = item.dossier?.row.agreement {
      parts.append("agreement \(Figures.share(agreement))")
    }
    return SafeText(parts.joined(separator: " · "))
  }

  private func drawFacts(in grid: inout Grid) {
    let area = layout.facts
    guard area.height > 2 else {
      evidence.drawFacts(in: &grid, area)
      return
    }
    let half = area.width / 2
    let left = Rect(
      row: area.row + 1, column: area.column, width: half - 2, height: area.height - 1)
    let right = Rect(
      row: area.row + 1, column: area.column + half + 2, width: area.width - half - 2,
      height: area.height - 1)
    let questions = item.questions.count > 1 ? min(6, item.questions.count) + 2 : 0
    if questions > 0 {
      evidence.drawQuestions(in: &grid, left.splitTop(questions - 1).top)
    }
    guard let unit = item.dossier else { return }
    let why = left.splitTop(questions).rest
    if why.height >= 5 {
      AuditMark.drawWhy(unit.row, model, in: &grid, why.splitTop(5).top)
    }
    drawNotes(unit, in: &grid, right)
  }

  /// What annotators said, then earlier rulings.
  private func drawNotes(_ unit: UnitDossier, in grid: inout Grid, _ area: Rect) {
    guard !model.hidesVotes, let dossier = item.opened?.dossier else { return }
    let letters = Letters(
      of: unit, in: dossier, configuration: model.configuration, seed: item.contest.seed)
    let inForce = unit.ratings.filter {
      $0.isInForce && ($0.rating.origin == .person || $0.rating.origin == .model)
    }
    let noted = inForce.filter { $0.rating.note?.isEmpty == false }
      .map { (name: letters.name(of: $0.rating), note: $0.rating.note ?? "") }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let precedents = min(3, unit.precedents.count)
    let room = area.height - (precedents > 0 ? precedents + 2 : 0)
    grid.put(
      "notes by annotators", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      "\(inForce.count) ratings, \(noted.count) notes", row: area.row,
      end: area.columns.upperBound, role: .dim)
    var row = area.row + 1
    let end = area.row + room
    for entry in noted {
      let name = SafeText(entry.name).clipped(to: 10)
      let start = area.column + 2 + max(3, name.width + 1)
      let width = min(72, area.columns.upperBound - start)
      for (offset, line) in TextFlow.lines(of: entry.note, width: width).enumerated() {
        guard row < end else { break }
        if offset == 0 {
          grid.put(name, at: Position(row: row, column: area.column + 2), role: .dim)
        }
        grid.put(line, at: Position(row: row, column: start))
        row += 1
      }
    }
    guard precedents > 0 else { return }
    evidence.drawPrecedents(
      unit, in: &grid,
      Rect(
        row: area.rows.upperBound - precedents - 1, column: area.column, width: area.width,
        height: precedents + 1))
  }
}
