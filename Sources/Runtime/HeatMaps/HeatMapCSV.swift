import Agreement
package import Interchange

/// `heatmap --csv`: a row a cell, everything unrounded. Names that a spreadsheet would run as formulas
/// get a `'` in front.
package struct HeatMapCSV {
  private var table: TableWriter

  /// Writes the header.
  package init(sink: @escaping ByteSink) throws(InterchangeError) {
    table = TableWriter(formulas: .neutralised, sink: sink)
    try table.append(row: [
      "question", "kind", "measure", "row", "column", "value", "low", "high", "count", "base",
      "reference", "too_few", "reason", "of",
    ])
  }

  package mutating func append(_ drawn: DrawnHeatMap) throws(InterchangeError) {
    let map = drawn.map
    for row in 0..<map.rows.count {
      for column in 0..<map.columns.count {
        let cell = map[HeatPlace(row: row, column: column)]
        try table.append(row: [
          drawn.question ?? "", map.kind.rawValue, map.measure.rawValue, map.rows.names[row],
          map.columns.names[column], Self.text(cell.value),
          Self.text(cell.estimate.interval95?.lower), Self.text(cell.estimate.interval95?.upper),
          String(cell.count), String(cell.base), Self.text(cell.reference),
          cell.isTooFew ? "1" : "0",
          Self.reason(cell.estimate), map.of.rawValue,
        ])
      }
    }
  }

  package mutating func finish() throws(InterchangeError) {
    try table.flush()
  }

  /// Why there is no value or, beside a value, no interval; empty where both are there.
  private static func reason(_ estimate: Estimate) -> String {
    if estimate.value == nil { return estimate.status.rawValue }
    return estimate.interval95 == nil ? estimate.intervalStatus.rawValue : ""
  }

  private static func text(_ number: Double?) -> String {
    number.map { JSONText.real($0).text() } ?? ""
  }
}
