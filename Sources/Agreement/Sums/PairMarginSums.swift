/// Working memory: the margins of one pair's table after another.
struct PairMarginSums {
  /// Units by the label of the first annotator; labels that neither gave may be counted as zero.
  private(set) var rows: [Int] = []
  /// Units by the label of the second one, as many.
  private(set) var columns: [Int] = []
  private(set) var agreeing = 0
  private(set) var units = 0
  /// The columns of a square, which fit fewer bits.
  private var columnSums: [Int32] = []

  /// Σ over labels of the units of one annotator times those of the other.
  var chance: Int128 {
    var chance: Int128 = 0
    for label in rows.indices { chance += Int128(rows[label]) * Int128(columns[label]) }
    return chance
  }

  /// Begins with the next table.
  mutating func clear(labels: Int) {
    agreeing = 0
    units = 0
    guard rows.count == labels else {
      rows = Array(repeating: 0, count: labels)
      columns = rows
      columnSums = Array(repeating: 0, count: labels)
      return
    }
    for label in rows.indices {
      rows[label] = 0
      columns[label] = 0
    }
  }

  mutating func add(row: Int, column: Int, count: Int) {
    let missing = max(row, column) + 1 - rows.count
    if missing > 0 {
      rows.append(contentsOf: repeatElement(0, count: missing))
      columns.append(contentsOf: repeatElement(0, count: missing))
    }
    rows[row] += count
    columns[column] += count
    units += count
    if row == column { agreeing += count }
  }

  /// Adds a whole square, row by row, after `clear(labels:)`.
  mutating func add(_ square: PairSquare) {
    let labels = square.labels
    columnSums.withUnsafeMutableBufferPointer { columns in
      columns.update(repeating: 0)
      for row in 0..<labels {
        let cells = square.others + row &* labels
        var sum: Int32 = 0
        for column in 0..<labels {
          let count = Int32(cells[column])
          sum &+= count
          columns[column] &+= count
        }
        let own = Int(square.diagonal[row])
        rows[row] &+= Int(sum) &+ own
        units &+= Int(sum) &+ own
        agreeing &+= own
      }
    }
    for label in 0..<labels {
      columns[label] &+= Int(columnSums[label]) &+ Int(square.diagonal[label])
    }
  }
}
