import Domain
import Screen

extension Model {
  /// The mouse is optional: whatever it does, a key does too. A click moves the bar, one on the bar
  /// opens, one on a key of the last row presses it, one on a choice takes it; the wheel scrolls.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    guard !isTooSmall else { return [] }
    switch event.action {
    case .wheelUp: return turnWheel(up: true)
    case .wheelDown: return turnWheel(up: false)
    case .press: return click(event.position)
    }
  }

  private mutating func turnWheel(up: Bool) -> [Effect] {
    switch asking {
    case .prompt: return press(up ? .backtab : .down)
    case .question, .alarm: return []
    case .nothing: break
    }
    switch overlay {
    case .help: return press(up ? .pageUp : .pageDown)
    case .votes, .history, .precedents, .alike, .why, .changed: return press(up ? .up : .down)
    case nil: break
    }
    guard typed.isEmpty else { return [] }
    return perform(place == .item ? (up ? .lineUp : .lineDown) : (up ? .previous : .next))
  }

  private mutating func click(_ position: Position) -> [Effect] {
    if case .prompt(let prompt) = asking { return choose(prompt, row: position.row) }
    if let keys = shownKeys(at: position) { return keys.flatMap { press($0) } }
    guard case .nothing = asking else { return [] }
    if overlay != nil || !typed.isEmpty { return press(.escape) }
    return clickRow(position)
  }

  /// A click on a choice is Enter on it, or Tab where there is more to be typed.
  private mutating func choose(_ prompt: Prompt, row: Int) -> [Effect] {
    guard let index = PromptPanel(prompt, self).choice(inRow: row, of: size) else { return [] }
    let choice = PromptChoices(prompt, self).choices[index]
    var chosen = prompt
    chosen.selected = index
    chosen.hasMoved = true
    asking = .prompt(chosen)
    let isPiece = prompt.purpose == .limit ? !choice.isWhole : choice.completion.hasSuffix(" ")
    return press(isPiece || prompt.purpose == .importFile ? .tab : .enter)
  }

  /// The keys that a hint under a position names, where it works now: in the last row, or among what
  /// may follow the keys that were typed.
  private func shownKeys(at position: Position) -> [Key]? {
    guard position.row == size.height - 1 || !typed.isEmpty else { return nil }
    var grid = Grid(size: size)
    view(self, into: &grid)
    guard grid.contains(position) else { return nil }
    let cells = Array(grid.row(position.row))
    var end = position.column
    // From the click to the left: the hint's words, with single blanks, then its key.
    while end >= 0, cells[end].role != .hintKey {
      let isGap = end > 0 && cells[end].cluster == .blank && cells[end - 1].cluster == .blank
      guard !isGap, cells[end].role == .hintText || cells[end].cluster == .blank else { return nil }
      end -= 1
    }
    guard end >= 0 else { return nil }
    var start = end
    while start > 0, cells[start - 1].role == .hintKey { start -= 1 }
    let name = cells[start...end].map { String(String.UnicodeScalarView($0.cluster.scalars)) }
      .joined()
    return KeySequence(name: name)?.keys
  }

  /// The row under the bar opens; another gets the bar.
  private mutating func clickRow(_ position: Position) -> [Effect] {
    guard place != .item else { return [] }
    let list = placeScreen?.list(size) ?? QueueLayout(size).list
    guard list.rows.contains(position.row), list.columns.contains(position.column) else {
      return []
    }
    if place == .queue {
      let line = queue.top + position.row - list.row
      guard let clicked = QueueLines(queue)[line] else { return [] }
      let bar = queue.heading.map { .heading($0) } ?? QueueLines.Line.row(queue.cursor)
      return clicked == bar ? perform(.open) : moveCursor(toLine: line)
    }
    var grid = Grid(size: size)
    placeScreen?.draw(in: &grid)
    guard let bar = list.rows.first(where: { grid.row($0).first?.cluster.base == "▌" }),
      grid.text(ofRow: position.row).contains(where: { $0 != " " })
    else { return [] }
    if bar == position.row { return perform(.open) }
    let id: CommandID = position.row < bar ? .previous : .next
    return (0..<abs(position.row - bar)).flatMap { _ in perform(id) }
  }
}
