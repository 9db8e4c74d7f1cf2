extension CommandTable {
  static let guideline: [ScreenCommand] = [
    ScreenCommand(
      .difference, "diff", "diff", "what a version changes", .look, .guideline,
      keys: ["d"], argument: .text),
    ScreenCommand(
      .otherPane, "other-pane", "other pane", "to the other pane", .move,
      [.guideline, .clause], keys: ["Tab"]),
    ScreenCommand(
      .editPart, "edit", "edit", "write its next words", .decide, .guideline, keys: ["e"]),
    ScreenCommand(
      .newClause, "new-clause", "new clause", "write a new clause", .decide, .guideline,
      keys: ["a"]),
    ScreenCommand(
      .newPolicy, "new-policy", "new policy", "write a new policy", .decide, .guideline,
      keys: ["A"], argument: .text),
    ScreenCommand(
      .publish, "publish", "publish", "put what waits in force", .decide, .guideline, keys: ["P"],
      isDangerous: true),
    ScreenCommand(
      .changeKind, "kind", "kind", "editorial or semantic", .choose, .guideline, keys: ["t"]),
    ScreenCommand(
      .leaveOut, "leave-out", "leave out", "publish without it", .choose, .guideline, keys: ["x"]),
    ScreenCommand(
      .spareLabels, "spare", "spare", "doubt no ruling for its labels alone", .choose, .guideline,
      keys: ["s"]),
    ScreenCommand(
      .contradictions, "contradictions", "contradictions", "like cases ruled differently", .look,
      .guideline, keys: ["c"]),
  ]
}
