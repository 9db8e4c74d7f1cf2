extension CommandTable {
  /// What is done among annotators beside what lists have.
  static let annotators: [ScreenCommand] = [
    ScreenCommand(
      .alone, "alone", "alone", "where they stand alone", .choose, .annotators,
      keys: ["a"]),
    ScreenCommand(
      .against, "against", "against", "measured against what", .look, .annotators,
      keys: ["m"], argument: .people),
    ScreenCommand(
      .pairs, "pairs", "pairs", "who agrees with whom", .look, .annotators, keys: ["p"]),
    ScreenCommand(
      .turn, "turn", "who rule", "raters, rulers; next table", .look, .annotators,
      keys: ["Tab"]),
    ScreenCommand(
      .names, "names", "names", "names or letters", .look, .annotators, keys: ["N"]),
    ScreenCommand(
      .peopleQuestion, "question", "question", "another question", .look, .annotators,
      keys: ["Q"]),
    ScreenCommand(
      .writePeople, "write", "write csv", "write it as CSV", .program, .annotators, keys: ["w"],
      argument: .path),
  ]
}
