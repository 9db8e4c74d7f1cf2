import Screen

/// The sentence of a screen, and what must be said on every screen beside it.
struct SentenceLine {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  func draw(in grid: inout Grid, row: Int) {
    let sentence = Sentence(model)
    var end = grid.size.width - 1
    if let warning {
      let room = end - 1 - sentence.lead.width - 2
      let text: SafeText = room >= warning.width ? warning : "settings differ"
      if room >= text.width {
        grid.putRight(text, row: row, end: end, role: .warn)
        end -= text.width + 2
      }
    }
    let used = grid.put(
      sentence.lead, at: Position(row: row, column: 1), width: end - 1, attributes: .bold)
    let tail = sentence.tail
    guard end - 1 - used - 2 >= min(tail.width, 12) else { return }
    grid.put(
      tail, at: Position(row: row, column: used + 3), width: end - used - 3, role: .dim)
  }

  private var warning: SafeText? {
    model.configurationDiffers ? "tiebreak.toml differs from what is in force" : nil
  }
}
