/// A series as one row of blocks, lowest at the bottom: `▁▂▄▆`.
package struct Sparkline {
  private let values: [Double?]
  private let limit: Double

  /// - Parameters:
  ///   - values: one a cell, oldest first; `nil` leaves a blank.
  ///   - limit: what the highest block stands for; the largest value where it is left out.
  package init(_ values: [Double?], limit: Double? = nil) {
    self.values = values
    self.limit = limit ?? values.compactMap { $0 }.max() ?? 0
  }

  /// Draws the last values that fit into `width` cells.
  package func draw(in grid: inout Grid, at position: Position, width: Int, role: Role = .dim) {
    let glyphs: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆"]
    for (offset, value) in values.suffix(max(0, width)).enumerated() {
      guard let value, value.isFinite else { continue }
      let part = limit > 0 ? min(max(value / limit, 0), 1) : 0
      let glyph = glyphs[Int((part * Double(glyphs.count - 1)).rounded())]
      grid.put(
        .repeating(glyph, count: 1),
        at: Position(row: position.row, column: position.column + offset), role: role)
    }
  }
}
