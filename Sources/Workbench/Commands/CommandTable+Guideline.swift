extension CommandTable {
  static let guideline: [ScreenCommand] = [
    ScreenCommand(
      .difference, "diff", "diff", "what a version changed, or a draft would", .look, .guideline,
      keys: ["d"], argument: .text),
    ScreenCommand(
      .otherPane, "other-pane", "other pane", "to the list, or to what stands beside it", .move,
      .guideline, keys: ["Tab"]),
  ]
}
