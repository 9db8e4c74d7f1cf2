import Domain
import Screen

/// Draws how often somebody says each label, beside how often others say it of the same items.
struct LabelUseTable {
  private let uses: [PersonPage.LabelUse]
  private let look: LabelLook

  init(_ uses: [PersonPage.LabelUse], _ model: Model) {
    self.uses = uses
    look = model.look
  }

  /// Draws as many labels as there is room for, the most said first; nothing where there is none.
  func draw(in grid: inout Grid, _ area: Rect) {
    guard area.height > 3, !uses.isEmpty else { return }
    let shown = uses.enumerated()
      .sorted { ($1.element.own, $0.offset) < ($0.element.own, $1.offset) }
      .prefix(area.height - 1).map(\.element)
    let name = min(20, max(6, shown.map { look.text($0.label).width }.max() ?? 6))
    let own = area.column + 3 + name + 2
    let bar = max(8, min(30, area.width - (own - area.column) - 26))
    grid.put(
      "how often they say it", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight("others", row: area.row, end: own + bar + 16, role: .heading)
    grid.putRight("change", row: area.row, end: own + bar + 24, role: .heading)
    let most = shown.map { max($0.own, $0.others) }.max() ?? 1
    for (offset, use) in shown.enumerated() {
      let line = area.row + 1 + offset
      if look.hasStripe(use.label) {
        Stripe.draw(
          look.role(use.label), in: &grid, at: Position(row: line, column: area.column + 2))
      }
      grid.put(
        look.text(use.label), at: Position(row: line, column: area.column + 3), width: name)
      Bar(share: most > 0 ? use.own / most : 0, width: bar, role: look.role(use.label)).draw(
        in: &grid, at: Position(row: line, column: own))
      grid.putRight(SafeText(Figures.share(use.own)), row: line, end: own + bar + 7)
      grid.putRight(
        SafeText(Figures.share(use.others)), row: line, end: own + bar + 16, role: .dim)
      grid.putRight(
        SafeText(Figures.change(use.own - use.others)), row: line, end: own + bar + 24,
        role: use.standsOut ? .warn : .faint)
    }
  }
}
