/// Label × label counts of two annotators over their common units; the row is the first one's.
public struct ContingencyTable: Equatable, Sendable {
  /// One cell that is not zero.
  public struct Cell: Equatable, Sendable {
    public let row: Int
    public let column: Int
    public let count: Int
  }

  /// By row, then by column.
  public let cells: [Cell]

  /// Units that both rated.
  public let units: Int

  /// Units by the first annotator's label, up to the largest label seen.
  public let rows: [Int]

  /// Units by the second annotator's label, as long as `rows`.
  public let columns: [Int]

  /// Units to which both gave the same label.
  public let agreeing: Int

  /// A table of cells that are not zero, each named once.
  init(cells: [Cell]) {
    let size = cells.reduce(0) { max($0, max($1.row, $1.column) + 1) }
    var rows = Array(repeating: 0, count: size)
    var columns = rows
    for cell in cells {
      rows[cell.row] += cell.count
      columns[cell.column] += cell.count
    }
    self.cells = cells
    self.rows = rows
    self.columns = columns
    units = rows.reduce(0, +)
    agreeing = cells.reduce(0) { $1.row == $1.column ? $0 + $1.count : $0 }
  }

  /// The counts of two annotators as they are stored.
  init(_ pair: PairCells) {
    var cells: [Cell] = []
    pair.visit { cells.append(Cell(row: $0, column: $1, count: $2)) }
    self.init(cells: cells)
  }

  /// A table from a square of counts.
  public init(counts: [[Int]]) {
    var cells: [Cell] = []
    for (row, counts) in counts.enumerated() {
      for (column, count) in counts.enumerated() where count != 0 {
        cells.append(Cell(row: row, column: column, count: count))
      }
    }
    self.init(cells: cells)
  }

  /// The number of labels up to the largest one seen.
  public var labelCount: Int { rows.count }
}
