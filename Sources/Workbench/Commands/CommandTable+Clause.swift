extension CommandTable {
  /// What is done while a part of the guideline is written.
  static let clause: [ScreenCommand] = [
    ScreenCommand(
      .sendForReview, "send", "send", "send it for review", .decide, .clause, keys: ["P"]),
    ScreenCommand(
      .keepDraft, "keep", "keep draft", "keep it in the log as a draft", .decide, .clause,
      keys: ["s"]),
    ScreenCommand(
      .dropForm, "drop", "drop", "drop what was not sent", .decide, .clause, keys: ["D"],
      isDangerous: true),
    ScreenCommand(
      .clauseLabels, "labels", "labels", "labels it concerns", .choose, .clause, keys: ["L"],
      argument: .label),
    ScreenCommand(
      .example, "example", "example", "a case to which it applies", .choose, .clause, keys: ["a"]),
    ScreenCommand(
      .counterExample, "counter-example", "counter", "a case to which it does not", .choose,
      .clause, keys: ["A"]),
    ScreenCommand(
      .removeField, "remove", "take out", "take the example out", .choose, .clause, keys: ["x"]),
    ScreenCommand(
      .clauseInEditor, "editor", "in editor", "write it in your editor", .sayWhy, .clause,
      keys: ["E"]),
  ]
}
