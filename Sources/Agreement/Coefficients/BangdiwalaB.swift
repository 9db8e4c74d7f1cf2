/// Bangdiwala's B (Shankar & Bangdiwala 2014): of the rectangles that the margins span along the
/// diagonal of an agreement chart, the share that the agreeing squares fill, Σ p_kk² / Σ p_k. p_.k.
public enum BangdiwalaB {
  /// The estimate with the jackknife interval over units; undefined where no label was used by
  /// both annotators. O(cells).
  public static func estimate(_ table: ContingencyTable) -> Estimate {
    guard table.units > 0 else { return Estimate(undefined: .undefinedNoData) }
    var rectangles = Int128(0)
    for (row, column) in zip(table.rows, table.columns) {
      rectangles += Int128(row) * Int128(column)
    }
    var squares = Int128(0)
    for cell in table.cells where cell.row == cell.column {
      squares += Int128(cell.count) * Int128(cell.count)
    }
    guard rectangles > 0 else { return Estimate(undefined: .undefinedNoCommonLabel) }
    let value = Double(squares) / Double(rectangles)
    var figures = LeaveOneOut()
    for cell in table.cells {
      let isEqual = cell.row == cell.column
      let less = table.columns[cell.row] + table.rows[cell.column] - (isEqual ? 1 : 0)
      let left = rectangles - Int128(less)
      let filled = squares - (isEqual ? Int128(2 * cell.count - 1) : 0)
      figures.add(left > 0 ? Double(filled) / Double(left) - value : nil, units: cell.count)
    }
    return figures.estimate(around: value, units: table.units, smallest: 0)
  }
}
