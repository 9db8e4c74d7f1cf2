import Screen

/// What a project without ratings shows: what is missing, and how to get it.
struct EmptyProjectView {
  private struct Step {
    let key: SafeText
    let title: SafeText
    let command: SafeText
    let help: SafeText
  }

  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  func draw(in grid: inout Grid) {
    let size = grid.size
    let isWide = size.width >= 100
    let column = isWide ? 24 : size.width >= 70 ? 7 : 3
    let isLow = size.height < 20
    var row = isLow ? 3 : size.height >= 30 ? 9 : 5
    if !isLow {
      drawPicture(in: &grid, row: row, column: column)
      row += 4
    }
    for step in steps {
      drawStep(step, in: &grid, row: row, column: column, isLow: isLow)
      row += isLow ? 2 : 3
    }
    guard !isLow else { return }
    grid.put(
      "Nothing leaves this folder. Imports never change a ruling.",
      at: Position(row: row + 1, column: column), width: size.width - 1 - column, role: .dim)
  }

  private func drawPicture(in grid: inout Grid, row: Int, column: Int) {
    grid.put("●●●", at: Position(row: row, column: column), role: .label1)
    grid.put("●●●", at: Position(row: row, column: column + 4), role: .label2)
    grid.put("●", at: Position(row: row + 1, column: column + 3), role: .accent)
    let words = column + 13
    let width = grid.size.width - 1 - words
    grid.put(
      "Three say one thing, three another.", at: Position(row: row, column: words), width: width)
    grid.put(
      "You settle it, and the rulebook learns.", at: Position(row: row + 1, column: words),
      width: width, role: .dim)
  }

  private func drawStep(
    _ step: Step, in grid: inout Grid, row: Int, column: Int, isLow: Bool
  ) {
    let end = grid.size.width - 1
    let keys = 3
    grid.put(step.key, at: Position(row: row, column: column), role: .hintKey)
    let title = column + keys
    let used = grid.put(
      step.title, at: Position(row: row, column: title), width: end - title, attributes: .bold)
    let command = max(title + used + 2, column + 38)
    if command + step.command.width <= end {
      grid.put(step.command, at: Position(row: row, column: command), role: .info)
    }
    grid.put(
      isLow ? step.command : step.help, at: Position(row: row + 1, column: title),
      width: end - title, role: isLow ? .info : .dim)
  }

  private var steps: [Step] {
    [
      Step(
        key: key(.importFile, ":import"), title: "import ratings",
        command: "tiebreak import FILE…",
        help: "CSV, TSV, Label Studio JSON; gzip of each"),
      Step(
        key: key(.editSettings, ":settings"), title: "name labels and people",
        command: "tiebreak.toml",
        help: "opens your editor; mistakes are shown with line and column"),
      Step(
        key: key(.back, ":quit"), title: "try it on sample data", command: "make demo",
        help: "a made-up project with disagreements of every kind"),
    ]
  }

  private func key(_ id: CommandID, _ fallback: SafeText) -> SafeText {
    model.start.keymap.name(for: id).map { SafeText($0) } ?? fallback
  }
}
