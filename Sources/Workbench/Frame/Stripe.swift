import Screen

/// The stripe before a label's name: its colour, or a thin line from the ninth label on.
enum Stripe {
  static func draw(_ role: Role, in grid: inout Grid, at position: Position) {
    if role == .text {
      grid.put("▏", at: position, role: .dim)
    } else {
      grid.put("▌", at: position, role: role)
    }
  }
}
