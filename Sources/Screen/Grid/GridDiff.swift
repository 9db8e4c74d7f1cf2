/// What has to be sent to turn one grid into another.
package struct GridDiff {
  /// The changed runs, from top to bottom and left to right.
  package let runs: [CellRun]

  /// Compares two grids; where the sizes differ, or there is none before, everything is new. O(cells).
  package init(from old: Grid?, to new: Grid) {
    guard let old, old.size == new.size else {
      runs = (0..<new.size.height).map { CellRun(row: $0, columns: 0..<new.size.width) }
      return
    }
    var runs: [CellRun] = []
    for row in 0..<new.size.height { Self.append(row: row, of: old, new, to: &runs) }
    self.runs = runs
  }

  /// How many cells the runs hold.
  package var cellCount: Int { runs.reduce(0) { $0 + $1.columns.count } }

  /// Writes the runs of `new` into a grid of the same size.
  package func apply(from new: Grid, to grid: inout Grid) {
    for run in runs {
      grid.replace(
        row: run.row, from: run.columns.lowerBound, with: new.row(run.row, columns: run.columns))
    }
  }

  private static func append(row: Int, of old: Grid, _ new: Grid, to runs: inout [CellRun]) {
    let width = new.size.width
    let start = row * width
    old.cells.withUnsafeBufferPointer { before in
      new.cells.withUnsafeBufferPointer { after in
        var column = 0
        while column < width {
          guard before[start + column] != after[start + column] else {
            column += 1
            continue
          }
          var first = column
          while column < width, before[start + column] != after[start + column] { column += 1 }
          // Both halves of a wide character travel together.
          if after[start + first].kind == .trail { first -= 1 }
          if column < width, after[start + column].kind == .trail { column += 1 }
          runs.append(CellRun(row: row, columns: first..<column))
        }
      }
    }
  }
}
