/// A value with its interval on a scale that several rows share: `──●──`, and `┊` where something is
/// asked for.
package struct IntervalPlot {
  private let scale: ClosedRange<Double>
  private let needed: Double?
  private let width: Int

  /// - Parameters:
  ///   - scale: what the first and the last cell stand for.
  ///   - needed: the value of the mark that runs through all rows; nil for none.
  package init(scale: ClosedRange<Double>, needed: Double? = nil, width: Int) {
    self.scale = scale
    self.needed = needed
    self.width = max(1, width)
  }

  /// The cell of a value; what lies beyond the scale stands at its end.
  package func cell(of value: Double) -> Int {
    let span = scale.upperBound - scale.lowerBound
    guard span > 0, value.isFinite else { return width / 2 }
    let part = min(max((value - scale.lowerBound) / span, 0), 1)
    return Int((part * Double(width - 1)).rounded())
  }

  /// Draws one row.
  ///
  /// - Parameter value: nil where there is nothing to show: then only the mark is drawn.
  package func draw(
    _ value: Double?, interval: ClosedRange<Double>?, in grid: inout Grid, at position: Position,
    role: Role = .text
  ) {
    func put(_ glyph: SafeText, _ cell: Int, _ role: Role) {
      grid.put(glyph, at: Position(row: position.row, column: position.column + cell), role: role)
    }
    if let needed, scale.contains(needed) { put("┊", cell(of: needed), .faint) }
    guard let value else { return }
    if let interval {
      for cell in cell(of: interval.lowerBound)...cell(of: interval.upperBound) {
        put("─", cell, .dim)
      }
    }
    put("●", cell(of: value), role)
  }
}
