/// A share as a line on a track: `━━━╸────`.
///
/// The line ends at the nearest half cell. A share above nothing shows at least half a cell, so that
/// one vote among many does not look like none.
package struct Bar {
  private let share: Double
  private let width: Int
  private let role: Role

  /// - Parameters:
  ///   - share: what is filled, from 0 to 1; values outside are taken as the nearest bound.
  ///   - width: cells of the track.
  ///   - role: the colour of the line; the track is a border.
  package init(share: Double, width: Int, role: Role) {
    self.share = share.isFinite ? min(max(share, 0), 1) : 0
    self.width = max(0, width)
    self.role = role
  }

  package func draw(in grid: inout Grid, at position: Position) {
    var halves = Int((share * Double(2 * width)).rounded())
    if share > 0, width > 0 { halves = max(1, halves) }
    let filled =
      SafeText.repeating("━", count: halves / 2) + (halves % 2 == 1 ? "╸" : SafeText())
    grid.put(.repeating("─", count: width), at: position, role: .border)
    grid.put(filled, at: position, role: role)
  }
}
