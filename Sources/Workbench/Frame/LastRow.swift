import Domain
import Screen

/// The last row: hints, what is being typed, what is asked, what was refused.
struct LastRow {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  /// - Returns: where the cursor stands, where something is being typed.
  func draw(in grid: inout Grid) -> Position? {
    let row = grid.size.height - 1
    switch model.asking {
    case .nothing: drawHints(in: &grid, row: row)
    case .prompt(let prompt): return PromptPanel(prompt, model).draw(in: &grid)
    case .question(let question):
      let keys = [
        Hint(key: SafeText(String(question.letter)), text: SafeText(question.word)),
        Hint(key: "Enter", text: SafeText(question.safe)),
      ]
      tell(.question, SafeText(question.text), keys: keys, in: &grid)
    case .alarm(let text): tell(.refusal, SafeText(text), keys: [], in: &grid)
    }
    return nil
  }

  /// A question or a refusal grows upwards where one row does not hold it.
  private func tell(
    _ kind: QuestionLine.Kind, _ text: SafeText, keys: [Hint], in grid: inout Grid
  ) {
    let width = grid.size.width
    let last = grid.size.height - 1
    let keyWidth = keys.reduce(0) { $0 + $1.width + 3 }
    guard text.width > width - 4 - keyWidth else {
      QuestionLine(kind, text, keys: keys).draw(in: &grid, row: last)
      return
    }
    let lines = TextFlow.lines(of: text.plain, width: width - 4)
    let hasKeys = !keys.isEmpty
    let shown = Array(lines.prefix(5))
    let top = last - shown.count + (hasKeys ? 0 : 1)
    let ground: Ground = kind == .question ? .input : .alarm
    if hasKeys { QuestionLine(kind, SafeText(), keys: keys).draw(in: &grid, row: last) }
    for (index, line) in shown.enumerated() {
      grid.clear(Rect(row: top + index, column: 0, width: width, height: 1), ground: ground)
      grid.put(line, at: Position(row: top + index, column: 3), attributes: .bold)
    }
    if hasKeys { grid.clear(Rect(row: last, column: 0, width: 3, height: 1), ground: ground) }
    grid.put(
      kind == .question ? "?" : "×", at: Position(row: top, column: 1),
      role: kind == .question ? .warn : .text, attributes: .bold)
  }

  private func drawHints(in grid: inout Grid, row: Int) {
    if !model.typed.isEmpty {
      grid.put(
        "\(model.typed.map(\.name).joined(separator: " ")) …",
        at: Position(row: row, column: 1), role: .accent)
    }
    var notice: HintLine.Notice?
    if let said = model.notice {
      let role: Role = said.kind == .plain ? .dim : .good
      let undo = said.kind == .saved ? hint(.undo, nil) : nil
      notice = HintLine.Notice(SafeText(said.text), role: role, undo: undo)
    }
    if let overlay = model.overlay {
      HintLine(hints(over: overlay), help: nil, notice: notice).draw(in: &grid, row: row)
      return
    }
    if model.isWritingField {
      let isText = model.form?.field.hasLines == true
      let hints = [
        Hint(key: "Esc", text: "done"), Hint(key: "Tab", text: "next field"),
        Hint(key: "Enter", text: isText ? "new line" : "done"),
      ]
      HintLine(hints, help: nil, notice: notice).draw(in: &grid, row: row)
      return
    }
    if let work = model.work, work.isShown, model.typed.isEmpty {
      let help = hint(.help, "help")
      HintLine([], help: help, notice: notice).draw(in: &grid, row: row)
      let taken = (help?.width ?? 0) + 4 + (notice.map { min($0.text.width + 4, 40) } ?? 0)
      WorkLine(work, model).draw(in: &grid, row: row, width: grid.size.width - taken)
      return
    }
    let hints = model.typed.isEmpty ? HintRow(model).hints : []
    HintLine(hints, help: hint(.help, "help"), notice: notice).draw(in: &grid, row: row)
  }

  /// The keys of what floats over the screen.
  private func hints(over overlay: Overlay) -> [Hint] {
    let close = Hint(key: "Esc", text: "close")
    switch overlay {
    case .help:
      return [
        close, Hint(key: "Space", text: "more"), Hint(key: "a…z", text: "find a key"),
      ]
    case .precedents:
      return [
        close, Hint(key: "j k", text: "move"), Hint(key: "Enter", text: "read it"),
        Hint(key: "p", text: "rule the same"), Hint(key: "P", text: "set it apart"),
      ]
    case .alike:
      let chosen = model.alike?.chosen.count ?? 0
      let words = model.alike.map { model.look.text($0.ruling.outcome) } ?? ""
      let group: SafeText = chosen == 0 ? "rule all" : "rule the \(Figures.count(chosen)) chosen"
      return [
        Hint(key: ";", text: "\(group) as \(words)"), Hint(key: "t", text: "choose"),
        Hint(key: "Enter", text: "open it"), close,
      ]
    case .votes, .history, .why, .changed: return [close, Hint(key: "j k", text: "scroll")]
    }
  }

  private func hint(_ id: CommandID, _ text: SafeText?) -> Hint? {
    guard let key = model.start.keymap.name(for: id) else { return nil }
    return Hint(key: SafeText(key), text: text ?? SafeText(CommandTable.command(id).title))
  }
}
