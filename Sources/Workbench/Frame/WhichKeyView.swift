import Screen

/// What may follow the keys that were typed so far.
struct WhichKeyView {
  private let model: Model
  private let hints: [Hint]

  init(_ model: Model) {
    self.model = model
    let typed = KeySequence(model.typed)
    hints = CommandTable.commands(in: model.scope).compactMap { command in
      let sequences = model.start.keymap.sequences(for: command.id)
      guard let found = sequences.first(where: { typed.isPrefix(of: $0) }) else { return nil }
      let rest = found.keys.dropFirst(model.typed.count).map(\.name).joined(separator: " ")
      let isHere = model.place.command == command.id
      return Hint(
        key: SafeText(rest), text: SafeText(command.title),
        unavailable: isHere ? "you are there" : model.unavailable(command.id))
    }
  }

  func draw(in grid: inout Grid) {
    guard !hints.isEmpty else { return }
    let size = grid.size
    let rows = min(hints.count, max(1, size.height - 5))
    let block = Rect(
      row: max(1, size.height - 4 - rows), column: 0, width: min(48, size.width), height: rows + 2)
    grid.recede(Rect(row: 1, column: 0, width: size.width, height: size.height - 2))
    let title: SafeText =
      model.typed == [.space] ? "places" : SafeText(model.typed.map(\.name).joined(separator: " "))
    let area = OverlayBox(title: title).draw(in: &grid, block)
    for (offset, hint) in hints.prefix(rows).enumerated() {
      let row = area.row + offset
      let used = hint.draw(
        in: &grid, at: Position(row: row, column: area.column + 2), width: area.width - 4)
      guard let reason = hint.reason else { continue }
      grid.put(
        reason, at: Position(row: row, column: area.column + used + 4),
        width: area.width - used - 5, role: .dim)
    }
  }
}
