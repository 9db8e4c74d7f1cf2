extension CommandTable {
  static let guideline: [ScreenCommand] = [
    ScreenCommand(
      .difference, "diff", "diff", "what a version changes", .look, .guideline,
      keys: ["d"], argument: .text),
    ScreenCommand(
      .otherPane, "other-pane", "other pane", "to the other pane", .move,
      .guideline, keys: ["Tab"]),
  ]
}
