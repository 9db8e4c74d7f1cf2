import Screen

/// A line being typed, with what it may become above it; the rest of the screen recedes.
struct PromptPanel {
  private let prompt: Prompt
  private let choices: PromptChoices

  init(_ prompt: Prompt, _ model: Model) {
    self.prompt = prompt
    choices = PromptChoices(prompt, model)
  }

  func draw(in grid: inout Grid) -> Position {
    let row = grid.size.height - 1
    let list = list(grid.size)
    if let list {
      grid.recede(Rect(row: 0, column: 0, width: grid.size.width, height: list.lowerBound - 1))
      drawList(in: &grid, top: list.lowerBound - 1, height: list.count)
    }
    drawProblem(in: &grid, row: row - 1)
    return PromptLine(
      sign: sign, editor: prompt.editor, completion: completion, note: note(list != nil)
    ).draw(in: &grid, row: row)
  }

  /// The rows in which choices stand; nil where none are offered.
  private func list(_ size: Size) -> Range<Int>? {
    let isFree = prompt.purpose == .limit && choices.choices.isEmpty
    guard !choices.title.isEmpty, choices.total > 0, !isFree else { return nil }
    let most = max(3, min(9, size.height / 3))
    let wanted = prompt.purpose == .limit ? min(most, 6) : most
    let height = min(wanted, max(1, choices.choices.count))
    let end = size.height - 1 - (size.height >= 20 ? 1 : 0)
    return end - height..<end
  }

  /// The choice that stands in a row; nil where none does.
  func choice(inRow row: Int, of size: Size) -> Int? {
    guard let list = list(size), list.contains(row) else { return nil }
    let index = first(list.count) + row - list.lowerBound
    return choices.choices.indices.contains(index) ? index : nil
  }

  /// The first choice in view.
  private func first(_ height: Int) -> Int {
    max(0, min(prompt.selected - height + 1, choices.choices.count - height))
  }

  private func drawList(in grid: inout Grid, top: Int, height: Int) {
    let width = grid.size.width
    let note: SafeText = "\(choices.choices.count) of \(choices.total)"
    OverlayBox(title: choices.title, note: note).drawEdge(in: &grid, row: top)
    let bottom = grid.size.height - 1
    grid.clear(
      Rect(row: top + 1, column: 0, width: width, height: bottom - top - 1), ground: .overlay)
    let first = first(height)
    let names = choices.choices.map { $0.name.width + ($0.hasStripe ? 1 : 0) }
    let nameWidth = min(max(names.max() ?? 0, 16), width < 60 ? 14 : 28)
    for (offset, choice) in choices.choices.dropFirst(first).prefix(height).enumerated() {
      draw(
        choice, in: &grid, row: top + 1 + offset, isSelected: first + offset == prompt.selected,
        nameWidth: nameWidth)
    }
    if choices.choices.isEmpty {
      grid.put("nothing begins like this", at: Position(row: top + 1, column: 3), role: .dim)
    }
  }

  private func draw(
    _ choice: PromptChoice, in grid: inout Grid, row: Int, isSelected: Bool, nameWidth: Int
  ) {
    let width = grid.size.width
    if isSelected {
      grid.fill(Rect(row: row, column: 0, width: width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: row, column: 0), role: .accent)
    }
    let isUsable = choice.unavailable == nil
    var column = 3
    if choice.hasStripe {
      column += grid.put("▌", at: Position(row: row, column: column), role: choice.role)
    }
    let room = nameWidth - (choice.hasStripe ? 1 : 0)
    grid.put(
      choice.name, at: Position(row: row, column: column), width: room,
      role: isUsable ? .text : .faint)
    underline(choice, in: &grid, row: row, column: column, room: room)
    let right = choice.unavailable ?? choice.key
    let end = width - 2
    let used = grid.putRight(
      right, row: row, end: end, width: max(0, end - 3 - nameWidth - 2),
      role: isUsable ? .hintKey : .warn)
    let start = 3 + nameWidth + 2
    grid.put(
      choice.detail, at: Position(row: row, column: start),
      width: max(0, end - used - 2 - start), role: isUsable ? .dim : .faint)
  }

  /// The typed letters, wherever they stand in the name.
  private func underline(
    _ choice: PromptChoice, in grid: inout Grid, row: Int, column: Int, room: Int
  ) {
    let shown = choice.name.clipped(to: room).pieces
    var start = 0
    for (index, piece) in shown.enumerated() {
      let width = Int(piece.width)
      // The last cluster of a name that was cut is the sign that says so.
      let isCut = choice.name.width > room && index == shown.count - 1
      if choice.typed.contains(index), !isCut {
        grid.paint(
          Rect(row: row, column: column + start, width: width, height: 1),
          role: choice.unavailable == nil ? .accent : .faint, attributes: [.bold, .underline])
      }
      start += width
    }
  }

  /// What is wrong, above the line, with a mark under the place.
  private func drawProblem(in grid: inout Grid, row: Int) {
    guard let problem = prompt.problem else { return }
    let width = grid.size.width
    grid.clear(Rect(row: row, column: 0, width: width, height: 1), ground: .alarm)
    var column = 1
    if let offset = problem.offset {
      let before = String(decoding: prompt.editor.text.utf8.prefix(offset), as: UTF8.self)
      column = min(1 + sign.width + SafeText(before).width, max(1, width - 30))
      column += grid.put("↓", at: Position(row: row, column: column), attributes: .bold) + 1
    }
    grid.put(
      SafeText(problem.sentence), at: Position(row: row, column: column), width: width - 1 - column)
  }

  /// What stands before the text.
  var sign: SafeText {
    switch prompt.purpose {
    case .command: ":"
    case .limit: "limit "
    case .order: "order "
    case .group: "group by "
    case .find: "/"
    case .reason: "reason "
    case .note: "note "
    case .comment: "comment "
    case .reopen: "reopen, because "
    case .label: "label "
    case .number: "value "
    case .apply: "rule as "
    case .importFile: "import "
    case .path, .write: "write to "
    case .precedent(.follow): "rule as "
    case .precedent(.distinguish): "not as "
    case .distinguish: "another case because "
    case .cite: "cite "
    case .clauseFrom: "example of "
    case .clauseLabels: "label "
    case .policyName: "policy "
    case .pipe: "| "
    }
  }

  /// What the choice under the bar would add to the text.
  private var completion: SafeText {
    guard choices.choices.indices.contains(prompt.selected), prompt.editor.afterCursor.isEmpty
    else { return SafeText() }
    let text = prompt.editor.text
    let whole = choices.choices[prompt.selected].completion
    guard !text.isEmpty, whole.hasPrefix(text) else { return SafeText() }
    return SafeText(String(whole.dropFirst(text.count)))
  }

  /// The keys that work.
  func note(_ hasList: Bool) -> SafeText {
    switch prompt.purpose {
    case .command: "Tab completes   Enter runs   Esc"
    case .limit: "Tab completes   Enter limits   Esc keeps"
    case .reason(let then) where then != nil:
      "this label's tier asks for one   Enter rules   Esc"
    case .note, .distinguish: "Enter keeps   Esc"
    case .number: "+ − step   Enter rules   Esc"
    case .pipe: "the item comes on stdin   Enter runs   Esc"
    case .write: "Enter writes   Esc"
    case .clauseLabels: "Enter takes, or takes away   Esc ends"
    default: hasList ? "Tab completes   Enter chooses   Esc" : "Enter   Esc"
    }
  }
}
