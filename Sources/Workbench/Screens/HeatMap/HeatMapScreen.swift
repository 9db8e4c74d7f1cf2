import Domain
import Screen

/// Draws the screen of that name.
struct HeatMapScreen: PlaceScreen {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  var sentence: Sentence { Sentence("Reading …") }

  var progress: SafeText { "\(Figures.count(model.summary?.open ?? 0)) open" }

  var hints: [CommandID] { [.open, .back] }

  func draw(in grid: inout Grid) {}
}
