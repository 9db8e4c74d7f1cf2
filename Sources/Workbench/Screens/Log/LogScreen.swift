import Domain
import Screen

/// Draws the log: every event, and one of them in full.
struct LogScreen: PlaceScreen {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  var sentence: Sentence {
    if model.log.entries.isEmpty { return Sentence("Reading the log …") }
    let count = Figures.count(model.log.head + 1)
    switch model.verification {
    case .checking(let seq):
      return Sentence("Checking the chain: \(Figures.count(seq)) of \(count) events …")
    case .good: return Sentence("The chain holds: \(count) events verified.")
    case .damaged(let seq): return Sentence("The log is damaged at event \(Figures.count(seq)).")
    }
  }

  var progress: SafeText { "\(Figures.count(max(0, model.log.head + 1))) events" }

  var hints: [CommandID] { [.open, .find, .copy, .back] }

  func unavailable(_ id: CommandID) -> SafeText? {
    switch id {
    case .open: model.log.current?.event.body.unit == nil ? "it is about no item" : nil
    default: nil
    }
  }

  func draw(in grid: inout Grid) {
    let layout = ListLayout(model.size)
    for offset in 0..<layout.list.height {
      let index = model.log.cursor.top + offset
      guard model.log.entries.indices.contains(index) else { return }
      let row = layout.list.row + offset
      if index == model.log.cursor.row {
        grid.fill(
          Rect(row: row, column: 0, width: layout.list.width, height: 1), ground: .selection)
        grid.put("▌", at: Position(row: row, column: 0), role: .accent)
      }
      let event = model.log.entries[index].event
      grid.putRight(SafeText(Figures.count(event.seq)), row: row, end: 8, role: .dim)
      grid.put(SafeText(event.body.type.rawValue), at: Position(row: row, column: 10))
    }
  }
}
