/// The counts behind a heat map, before its rows and columns are in order.
protocol HeatTable {
  /// The cell at two positions of the axes that the table was made for. O(1), or O(labels) for κ.
  func cell(_ row: Int, _ column: Int, _ measure: HeatMeasure) -> HeatCell

  /// How much two rows have to do with each other, the same both ways; nil where rows are to be
  /// compared by their cells.
  func likeness(_ one: Int, _ other: Int) -> Double?
}
