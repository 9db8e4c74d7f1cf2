import Screen

/// A series over time as a line of braille dots, with three figures at its side.
struct HeatTrend {
  private let values: [Double?]

  /// - Parameter values: oldest first; nil leaves a gap.
  init(_ values: [Double?]) {
    self.values = values
  }

  /// Draws into an area; figures take its first six columns.
  func draw(in grid: inout Grid, _ area: Rect) {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max(), area.height >= 3, area.width >= 16 else {
      return
    }
    // A flat line stands in the middle and does not look like a cliff.
    let middle = (low + high) / 2
    let reach = max((high - low) / 2, 0.01)
    for (part, figure) in [(0, middle + reach), (1, middle), (2, middle - reach)] {
      grid.put(
        SafeText(Figures.share(figure)),
        at: Position(row: area.row + part * (area.height - 1) / 2, column: area.column), role: .dim)
    }
    let cells = Rect(
      row: area.row, column: area.column + 6, width: area.width - 6, height: area.height)
    for (position, glyph) in dots(cells, middle - reach, middle + reach) {
      grid.put(.repeating(glyph, count: 1), at: position)
    }
  }

  /// Two dots across and four down a cell.
  private func dots(_ area: Rect, _ low: Double, _ high: Double) -> [(Position, Unicode.Scalar)] {
    let (wide, tall) = (area.width * 2, area.height * 4)
    var masks = Array(repeating: UInt32(0), count: area.width * area.height)
    func set(_ x: Int, _ y: Int) {
      let bits: [UInt32] = x % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
      masks[y / 4 * area.width + x / 2] |= bits[y % 4]
    }
    var last: Int?
    for x in 0..<wide {
      guard let value = values[x * values.count / wide] else {
        last = nil
        continue
      }
      let y = Int(((high - value) / (high - low) * Double(tall - 1)).rounded())
      for step in min(y, last ?? y)...max(y, last ?? y) { set(x, step) }
      last = y
    }
    return masks.indices.compactMap { index in
      guard masks[index] > 0, let glyph = Unicode.Scalar(0x2800 + masks[index]) else { return nil }
      let row = area.row + index / area.width
      return (Position(row: row, column: area.column + index % area.width), glyph)
    }
  }
}
