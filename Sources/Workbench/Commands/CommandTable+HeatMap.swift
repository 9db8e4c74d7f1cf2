extension CommandTable {
  /// What is done in a heat map beside what lists have.
  static let heatMap: [ScreenCommand] = [
    ScreenCommand(
      .left, "left", "left", "column before", .move, [.heatMap, .annotators],
      keys: ["h", "Left"]),
    ScreenCommand(
      .right, "right", "right", "next column", .move, [.heatMap, .annotators],
      keys: ["l", "Right"]),
    ScreenCommand(
      .firstColumn, "first-column", "first column", "first column", .move, .heatMap, keys: ["0"]),
    ScreenCommand(
      .lastColumn, "last-column", "last column", "last column", .move, .heatMap, keys: ["$"]),
    ScreenCommand(
      .hotter, "hottest", "hottest", "next hottest cell", .move, .heatMap, keys: ["n"]),
    ScreenCommand(
      .cooler, "hottest-before", "hotter", "hottest cell before", .move, .heatMap, keys: ["N"]),
    ScreenCommand(
      .nextMap, "next-map", "next map", "next kind of map", .look, .heatMap, keys: ["Tab"]),
    ScreenCommand(
      .previousMap, "previous-map", "map before", "kind of map before", .look, .heatMap,
      keys: ["S-Tab"]),
    ScreenCommand(
      .heatKind, "map", "map", "choose what against what", .look, .heatMap, keys: [],
      argument: .heatMap),
    ScreenCommand(
      .heatTime, "time", "time", "pairs over time, and back", .look, .heatMap, keys: ["t"]),
    ScreenCommand(
      .measure, "measure", "measure", "share, count, α …", .look, .heatMap, keys: ["m"],
      argument: .heatMap),
    ScreenCommand(
      .heatUnits, "items", "filter", "all items, open or ruled", .look, .heatMap, keys: ["f"],
      argument: .heatMap),
    ScreenCommand(
      .nextSlice, "slice", "slice", "another slice", .look, .heatMap, keys: ["s"],
      argument: .heatMap),
    ScreenCommand(
      .heatQuestion, "question", "question", "another question", .look, .heatMap, keys: ["Q"],
      argument: .heatMap),
    ScreenCommand(
      .wider, "wider", "wider", "wider columns", .look, .heatMap, keys: ["+"]),
    ScreenCommand(
      .narrower, "narrower", "narrower", "narrower columns", .look, .heatMap, keys: ["-"]),
    ScreenCommand(
      .clauseFromCell, "clause", "clause", "a clause from its rulings", .choose, .heatMap,
      keys: ["c"]),
    ScreenCommand(
      .writeMap, "write", "write csv, svg", "write it as CSV and SVG", .program, .heatMap,
      keys: ["w"], argument: .path),
  ]
}
