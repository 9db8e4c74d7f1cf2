extension AnnotatorPairCounts {
  /// Every two annotators with a common unit, by their codes. O(cells).
  func visitPairs(_ body: (PairSummary) -> Void) {
    var margins = PairMarginSums()
    if visitDensePairs({ first, second, labels, counts in
      margins.sum(counts, labels: labels)
      if let summary = margins.summary(first, second) { body(summary) }
    }) {
      return
    }
    var current = (first: -1, second: -1)
    visit { cell in
      if (cell.first, cell.second) != current {
        if let summary = margins.summary(current.first, current.second) { body(summary) }
        margins.clear()
        current = (cell.first, cell.second)
      }
      margins.add(cell)
    }
    if let summary = margins.summary(current.first, current.second) { body(summary) }
  }
}

/// Working memory: the margins of one pair's table after another.
private struct PairMarginSums {
  private var rows: [Int] = []
  private var columns: [Int] = []
  private var agreeing = 0

  /// The pair whose margins these are; nil without a common unit.
  func summary(_ first: Int, _ second: Int) -> PairSummary? {
    let units = rows.reduce(0, +)
    guard units != 0 else { return nil }
    var chance: Int128 = 0
    for label in rows.indices { chance += Int128(rows[label]) * Int128(columns[label]) }
    return PairSummary(
      first: first, second: second, units: units, agreeing: agreeing, chance: chance)
  }

  mutating func clear() {
    for label in rows.indices {
      rows[label] = 0
      columns[label] = 0
    }
    agreeing = 0
  }

  mutating func add(_ cell: AnnotatorPairCounts.Cell) {
    let missing = max(cell.firstLabel, cell.secondLabel) + 1 - rows.count
    if missing > 0 {
      rows.append(contentsOf: repeatElement(0, count: missing))
      columns.append(contentsOf: repeatElement(0, count: missing))
    }
    rows[cell.firstLabel] += cell.count
    columns[cell.secondLabel] += cell.count
    if cell.firstLabel == cell.secondLabel { agreeing += cell.count }
  }

  /// The margins of a whole table, row by row.
  mutating func sum(_ counts: UnsafePointer<Int32>, labels: Int) {
    if rows.count != labels {
      rows = Array(repeating: 0, count: labels)
      columns = rows
    } else {
      clear()
    }
    columns.withUnsafeMutableBufferPointer { columns in
      for row in 0..<labels {
        let cells = counts + row &* labels
        var sum = 0
        for column in 0..<labels {
          let count = Int(cells[column])
          sum &+= count
          columns[column] &+= count
        }
        rows[row] = sum
        agreeing &+= Int(cells[row])
      }
    }
  }
}
