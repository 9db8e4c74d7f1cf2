import Screen

/// What a screen beside the queue and the item says of itself. Made from a model, drawn once.
protocol PlaceScreen {
  init(_ model: Model)

  /// The second line: what is asked or found, then what Enter does.
  var sentence: Sentence { get }

  /// What stands behind the place's name in the title, dim; empty for nothing.
  var unit: SafeText { get }

  /// How things stand, at the right of the title.
  var progress: SafeText { get }

  /// The keys of the last row, the obvious one first.
  var hints: [CommandID] { get }

  /// What stands below the sentence.
  func draw(in grid: inout Grid)

  /// What the last row calls a command here; nil for its usual title.
  func title(_ id: CommandID) -> SafeText?

  /// What the cursor is on, in words for those who listen; empty where its row says it all.
  var heard: String { get }

  /// Where its rows are, for clicks.
  func list(_ size: Size) -> Rect

  /// Why one of the screen's commands cannot be used now; nil where it can.
  func unavailable(_ id: CommandID) -> SafeText?
}

extension PlaceScreen {
  var unit: SafeText { SafeText() }

  func title(_ id: CommandID) -> SafeText? { nil }

  var heard: String { "" }

  func list(_ size: Size) -> Rect { ListLayout(size).list }

  func unavailable(_ id: CommandID) -> SafeText? { nil }
}

extension Model {
  /// The screen of the place; nil for queue and item, which are drawn by themselves.
  var placeScreen: (any PlaceScreen)? {
    switch place {
    case .queue, .item: nil
    case .heatMap: HeatMapScreen(self)
    case .annotators: AnnotatorsScreen(self)
    case .log: LogScreen(self)
    case .guideline: GuidelineScreen(self)
    case .release: ReleaseScreen(self)
    case .clause: FormScreen(self)
    }
  }
}
