/// Where a cell stands in a heat map: positions, not codes.
public struct HeatPlace: Hashable, Sendable {
  public let row: Int
  public let column: Int

  /// The cell of a row and a column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
