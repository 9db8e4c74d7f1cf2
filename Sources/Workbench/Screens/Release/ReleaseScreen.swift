import Domain
import Screen

/// Draws what would be released: what is asked of it, what goes out, and what the check under the
/// bar says.
struct ReleaseScreen: PlaceScreen {
  private let model: Model
  private let layout: ReleaseLayout
  private let look: LabelLook
  private let gate: ReleaseGate?

  init(_ model: Model) {
    self.model = model
    layout = ReleaseLayout(model.size)
    look = model.look
    gate = model.releaseGate
  }

  var sentence: Sentence {
    guard let gate else { return Sentence("Counting what would go out …") }
    let failing = gate.failing.count
    let barred = gate.barred.count
    let isNarrow = model.size.width < 60
    guard failing > 0 else {
      return Sentence(
        isNarrow ? "Ready: \(barred) checks pass." : "Ready: all \(barred) checks pass.",
        isNarrow ? "" : "Signing comes with a later version.")
    }
    let verb = failing == 1 ? "fails" : "fail"
    return Sentence(
      isNarrow
        ? "Not ready: \(failing) \(verb)." : "Not ready: \(failing) of \(barred) checks \(verb).",
      enter)
  }

  /// What Enter does with the check under the bar.
  private var enter: SafeText {
    guard model.size.width >= 60, let check = model.currentCheck, unavailable(.open) == nil else {
      return ""
    }
    guard let units = check.units else { return "Enter shows what is behind it." }
    return units == 1
      ? "Enter opens the unit behind it."
      : "Enter opens the \(Figures.count(units)) units behind it."
  }

  var progress: SafeText {
    guard let figures = model.release.figures else { return "…" }
    return "\(Figures.count(figures.released)) of \(Figures.count(figures.units)) would go out"
  }

  var hints: [CommandID] { [.open, .reread, .copy, .back] }

  func title(_ id: CommandID) -> SafeText? {
    switch id {
    case .open: "what is behind it"
    case .reread: "check again"
    default: nil
    }
  }

  var heard: String {
    guard let check = model.currentCheck, let figures = model.release.figures else { return "" }
    let words = GateWords(check, look)
    return "\(words.name.plain) \(words.figure.plain): \(words.explanation(figures))"
  }

  func unavailable(_ id: CommandID) -> SafeText? {
    switch id {
    case .copy: return model.currentCheck == nil ? "there is no check" : nil
    case .open:
      guard let check = model.currentCheck else { return "there is no check" }
      guard let limit = check.limit else { return "no units are behind it" }
      if check.units == 0 { return "nothing is behind it" }
      return LimitWords.leak(in: limit, model.configuration) == nil
        ? nil : "it would tell votes, and those are hidden"
    default: return nil
    }
  }

  func draw(in grid: inout Grid) {
    guard let gate, let figures = model.release.figures else { return }
    drawHeadings(in: &grid)
    let list = layout.list.list
    for offset in 0..<list.height {
      let index = model.release.cursor.top + offset
      guard gate.checks.indices.contains(index) else { break }
      draw(
        gate.checks[index], isCurrent: index == model.release.cursor.row, in: &grid,
        row: list.row + offset)
    }
    let used = min(list.height, gate.checks.count - model.release.cursor.top) + 1
    let rest = Rect(
      row: list.row + used, column: 0, width: list.width, height: list.height - used)
    if gate.checks.count <= list.height {
      ReleaseTables(figures, look, layout).draw(in: &grid, rest)
    }
    guard let side = layout.list.side, let rule = layout.list.rule else { return }
    grid.rule(column: rule, rows: layout.list.headingRow..<grid.size.height - 2)
    if let check = model.currentCheck {
      ReleaseSide(check, figures, look).draw(in: &grid, side)
    }
  }

  private func drawHeadings(in grid: inout Grid) {
    let row = layout.list.headingRow
    grid.put("check", at: Position(row: row, column: ReleaseLayout.name), role: .heading)
    grid.putRight("is", row: row, end: layout.figure, role: .heading)
    grid.putRight("must be", row: row, end: layout.must, role: .heading)
  }

  private func draw(_ check: GateCheck, isCurrent: Bool, in grid: inout Grid, row: Int) {
    if isCurrent {
      grid.fill(
        Rect(row: row, column: 0, width: layout.list.list.width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: row, column: 0), role: .accent)
    }
    let words = GateWords(check, look)
    grid.put(words.glyph, at: Position(row: row, column: 3), role: words.role)
    let isLoud = check.state == .fails
    let used = grid.putRight(
      words.figure, row: row, end: layout.figure, role: isLoud ? .bad : .text,
      attributes: isLoud ? .bold : [])
    grid.put(
      words.name, at: Position(row: row, column: ReleaseLayout.name),
      width: layout.figure - used - 1 - ReleaseLayout.name)
    GateBar(check, width: layout.barWidth).draw(
      in: &grid, at: Position(row: row, column: layout.bar))
    grid.putRight(
      words.bar, row: row, end: layout.must,
      role: check.bar == nil && !isCurrent ? .faint : .dim)
    guard let aside = layout.aside else { return }
    let role: Role = isLoud ? .bad : check.state == .close ? .warn : .dim
    grid.put(
      words.aside, at: Position(row: row, column: aside),
      width: layout.list.list.width - 1 - aside, role: role)
  }
}
