import Domain
import Screen

/// The rulings that a clause speaks of, beside the form: which come out as it says, and which do not.
struct FormRulings {
  /// A heading, or the place of a ruling among all that are listed.
  private enum Line {
    case heading(ClauseAgreement.Stand)
    case ruling(Int)
    case more(Int)
    case blank
  }

  private let form: FormModel
  private let evidence: ClauseEvidence?
  private let look: LabelLook
  /// Cells of the items' ids.
  private let idWidth: Int
  /// Cells of what was ruled.
  private let nameWidth: Int

  init(_ model: Model, _ form: FormModel) {
    self.form = form
    evidence = form.evidence?.value
    let ids = evidence?.entries.map { SafeText($0.found.ruling.unit.item.text).width } ?? []
    idWidth = min(12, max(4, ids.max() ?? 4))
    let names = evidence?.entries.map { model.look.text($0.found.ruling.outcome).width } ?? []
    nameWidth = min(14, max(4, names.max() ?? 4))
    look = model.look
  }

  func draw(in grid: inout Grid, _ area: Rect) {
    let isFocused = form.focus == .rulings
    grid.put(
      "rulings", at: Position(row: area.row, column: area.column),
      role: isFocused ? .accent : .heading)
    guard let evidence else {
      grid.putRight("…", row: area.row, end: area.columns.upperBound, role: .dim)
      return
    }
    drawCounts(evidence, in: &grid, area)
    let isTall = area.height >= 12
    var row = area.row + 1
    if isTall {
      drawBar(evidence, in: &grid, row: row, area)
      row += 2
    }
    let height = area.rows.upperBound - row
    let lines = lines(evidence, isTall: isTall)
    let current = lines.firstIndex {
      if case .ruling(form.rulings.row) = $0 { true } else { false }
    }
    let top =
      isFocused ? ListWindow.top(0, showing: current ?? 0, count: lines.count, height: height) : 0
    for line in lines.dropFirst(top).prefix(height) {
      draw(line, evidence, in: &grid, row: row, area)
      row += 1
    }
  }

  /// `3 ×  14 ✓  8 ·`, each with the glyph of its rows.
  private func drawCounts(_ evidence: ClauseEvidence, in grid: inout Grid, _ area: Rect) {
    var end = area.columns.upperBound
    for stand in ClauseAgreement.Stand.allCases.reversed() {
      let (glyph, role, _) = Self.look(of: stand)
      let count = evidence.count(stand)
      end -= grid.putRight(glyph, row: area.row, end: end, role: count == 0 ? .faint : role) + 1
      let text = SafeText(Figures.count(count))
      grid.putRight(text, row: area.row, end: end, role: count == 0 ? .faint : .text)
      end -= max(3, text.width) + 1
    }
  }

  private func drawBar(
    _ evidence: ClauseEvidence, in grid: inout Grid, row: Int, _ area: Rect
  ) {
    let all = evidence.contradicting + evidence.agreeing + evidence.silent
    guard all > 0 else { return }
    // What contradicts is seen however little of it there is.
    let against = evidence.contradicting * area.width / all
    let bad = evidence.contradicting > 0 ? max(1, against) : 0
    let good = min(area.width - bad, evidence.agreeing * area.width / all)
    let column = area.column
    grid.rule(row: row, columns: column..<column + area.width)
    grid.rule(row: row, columns: column..<column + bad, glyph: "━", role: .bad)
    grid.rule(row: row, columns: column + bad..<column + bad + good, glyph: "━", role: .good)
  }

  private func lines(_ evidence: ClauseEvidence, isTall: Bool) -> [Line] {
    var lines: [Line] = []
    var place = 0
    for stand in ClauseAgreement.Stand.allCases {
      let count = evidence.entries.count { $0.found.stand == stand }
      guard count > 0 else { continue }
      if isTall {
        if !lines.isEmpty { lines.append(.blank) }
        lines.append(.heading(stand))
      }
      lines += (place..<place + count).map { .ruling($0) }
      place += count
      if evidence.count(stand) > count { lines.append(.more(evidence.count(stand) - count)) }
    }
    return lines
  }

  private func draw(
    _ line: Line, _ evidence: ClauseEvidence, in grid: inout Grid, row: Int, _ area: Rect
  ) {
    switch line {
    case .blank: break
    case .heading(let stand):
      grid.put(
        Self.look(of: stand).2, at: Position(row: row, column: area.column), role: .heading)
    case .more(let count):
      grid.put(
        "\(Figures.count(count)) more", at: Position(row: row, column: area.column + 2), role: .dim)
    case .ruling(let place):
      if form.focus == .rulings, place == form.rulings.row {
        grid.fill(
          Rect(row: row, column: area.column - 1, width: area.width + 1, height: 1),
          ground: .selection)
        grid.put("▌", at: Position(row: row, column: area.column - 1), role: .accent)
      }
      draw(evidence.entries[place], in: &grid, row: row, area)
    }
  }

  private func draw(
    _ entry: ClauseEvidence.Entry, in grid: inout Grid, row: Int, _ area: Rect
  ) {
    let ruling = entry.found.ruling
    let (glyph, role, _) = Self.look(of: entry.found.stand)
    grid.put(glyph, at: Position(row: row, column: area.column), role: role)
    let end = area.columns.upperBound
    let tie = Self.words(entry.found.tie)
    let used = tie.isEmpty ? 0 : grid.putRight(tie, row: row, end: end, role: .dim) + 2
    var column = area.column + 2
    grid.put(
      SafeText(ruling.unit.item.text), at: Position(row: row, column: column), width: idWidth)
    column += idWidth + 2
    if let value = ruling.outcome.value, look.hasStripe(value) {
      Stripe.draw(look.role(value), in: &grid, at: Position(row: row, column: column - 1))
    }
    grid.put(
      look.text(ruling.outcome), at: Position(row: row, column: column),
      width: max(0, min(nameWidth, end - used - column)))
    column += nameWidth + 2
    grid.put(
      "\(entry.reading)", at: Position(row: row, column: column),
      width: max(0, end - used - column), role: .dim)
  }

  /// What a screen calls the reason for which a ruling is listed; of the usual one nothing.
  static func words(_ tie: ClauseAgreement.Tie) -> SafeText {
    switch tie {
    case .example: "+"
    case .counterExample: "−"
    case .born: "behind"
    case .cites: "cites"
    case .labels: ""
    }
  }

  static func look(of stand: ClauseAgreement.Stand) -> (SafeText, Role, SafeText) {
    switch stand {
    case .contradicts: ("×", .bad, "contradict")
    case .agrees: ("✓", .good, "agree")
    case .silent: ("·", .dim, "silent")
    }
  }
}
