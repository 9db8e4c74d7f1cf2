import Domain
import Screen

/// What is shown of the row under the bar, and of the queue as a whole.
struct QueuePreview {
  private let model: Model
  private let look: LabelLook

  init(_ model: Model, _ look: LabelLook) {
    self.model = model
    self.look = look
  }

  /// A heading, some lines of text, and why the row stands where it stands.
  func drawBelow(in grid: inout Grid, _ area: Rect) {
    guard let row = model.queue.current else {
      drawGroup(in: &grid, Rect(row: area.row, column: 1, width: area.width - 2, height: 4))
      return
    }
    drawHeading(row, in: &grid, Rect(row: area.row, column: 1, width: area.width - 2, height: 1))
    let text = Rect(
      row: area.row + 1, column: 3, width: area.width - 4, height: area.height - 2)
    drawText(row, in: &grid, text, hasGaps: false)
    FactLine(heading: "why here", AuditMark.facts(row, model)).draw(
      in: &grid, at: Position(row: area.rows.upperBound - 1, column: 1), width: area.width - 2)
  }

  /// The same with more evidence: the contest, the tiers, what was settled.
  func drawBeside(in grid: inout Grid, _ area: Rect) {
    guard let row = model.queue.current else {
      drawGroup(in: &grid, area)
      return
    }
    let parts = EvidenceRows(row, model, room: area.height - 4)
    let most = area.height > 44 ? 16 : 6
    let lines = min(most, max(2, area.height - 2 - parts.total))
    let split = area.splitTop(lines + 2)
    drawItem(in: &grid, split.top)
    drawEvidence(row, parts, in: &grid, split.rest)
  }

  /// The item alone, where it has a pane of its own.
  func drawItem(in grid: inout Grid, _ area: Rect) {
    guard let row = model.queue.current else {
      drawGroup(in: &grid, area)
      return
    }
    let split = area.splitTop(1)
    drawHeading(row, in: &grid, split.top)
    drawText(row, in: &grid, split.rest.splitBottom(1).rest, hasGaps: true)
  }

  /// The evidence alone.
  func drawEvidence(in grid: inout Grid, _ area: Rect) {
    guard let row = model.queue.current else { return }
    drawEvidence(row, EvidenceRows(row, model, room: area.height), in: &grid, area)
  }

  /// How many rows each part of the evidence takes, blank row included.
  private struct EvidenceRows {
    var contest = 0
    let why = 6
    var tiers = 0
    var settled = 2

    var total: Int { contest + why + tiers + settled }

    init(_ row: QueueRow, _ model: Model, room: Int) {
      let labels = min(9, model.configuration.labels.count)
      contest = model.hidesVotes(of: row) || labels == 0 ? 0 : labels + 2
      tiers = model.summary.map { $0.tiers.isEmpty ? 0 : min(6, $0.tiers.count) + 2 } ?? 0
      if total > room { settled = 0 }
      if total > room { tiers = 0 }
    }
  }

  private func drawEvidence(
    _ row: QueueRow, _ parts: EvidenceRows, in grid: inout Grid, _ area: Rect
  ) {
    var rest = area
    if parts.contest > 0 {
      drawContest(row, in: &grid, rest.splitTop(parts.contest - 1).top)
      rest = rest.splitTop(parts.contest).rest
    }
    AuditMark.drawWhy(row, model, in: &grid, rest.splitTop(parts.why - 1).top)
    rest = rest.splitTop(parts.why).rest
    if parts.tiers > 0 {
      drawTiers(in: &grid, rest.splitTop(parts.tiers - 1).top)
      rest = rest.splitTop(parts.tiers).rest
    }
    if parts.settled > 0 { drawSettled(in: &grid, rest) }
  }

  /// What stands under the heading that the bar is on.
  private func drawGroup(in grid: inout Grid, _ area: Rect) {
    guard let place = model.queue.heading, model.queue.groups.indices.contains(place) else {
      return
    }
    let heading = QueueHeading(model.queue.groups[place], model, look)
    grid.put(
      heading.name, at: Position(row: area.row, column: area.column), width: area.width,
      role: .heading)
    let key = model.start.keymap.name(for: .tagAll) ?? ":tag-all"
    let lines = [heading.counts, "\(key) tags them all, or untags them"]
    for (offset, line) in lines.prefix(max(0, area.height - 1)).enumerated() {
      grid.put(
        line, at: Position(row: area.row + 1 + offset, column: area.column + 2),
        width: area.width - 2, role: .dim)
    }
  }

  private func drawHeading(_ row: QueueRow, in grid: inout Grid, _ area: Rect) {
    let name: SafeText = "item \(SafeText(row.unit.item.text).clipped(to: area.width / 2))"
    let used = grid.put(name, at: Position(row: area.row, column: area.column), role: .heading)
    guard let item = shownItem(row) else { return }
    grid.putRight(
      ItemParts(item).about(width: area.width - used - 2), row: area.row,
      end: area.columns.upperBound, role: .dim)
  }

  private func shownItem(_ row: QueueRow) -> Item? {
    guard let item = model.queue.preview?.item, item.id == row.unit.item else { return nil }
    return item
  }

  private func drawText(_ row: QueueRow, in grid: inout Grid, _ area: Rect, hasGaps: Bool) {
    guard let item = shownItem(row) else { return }
    var used = 0
    let width = min(72, area.width)
    for part in ItemParts(item).parts where used < area.height {
      if hasGaps, used > 0 { used += 1 }
      var flow = TextFlow(part.text, width: width)
      for line in flow.lines(0..<max(0, area.height - used)) {
        grid.put(line, at: Position(row: area.row + used, column: area.column), width: width)
        used += 1
      }
    }
  }

  private func drawContest(_ row: QueueRow, in grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    grid.put("contest", at: Position(row: area.row, column: area.column), role: .heading)
    if let agreement = row.agreement {
      grid.putRight(
        "agreement \(Figures.share(agreement))", row: area.row, end: area.columns.upperBound,
        role: .dim)
    }
    let names = model.configuration.labels.map { SafeText($0.name).width }.max() ?? 0
    let nameWidth = min(max(names, 6), 16, area.width / 3 + 2)
    let bar = max(6, min(20, area.width - nameWidth - 13))
    let total = row.groups.reduce(0) { $0 + $1.votes }
    var entries = row.groups
    if model.configuration.labels.count <= area.height - 1 {
      entries =
        model.configuration.labels.map { label in
          let value = Value.label(label.id)
          return VoteGroup(value: value, votes: row.groups.first { $0.value == value }?.votes ?? 0)
        } + row.groups.filter { look.place($0.value) == nil }
    }
    for (offset, entry) in entries.prefix(area.height - 1).enumerated() {
      let line = area.row + 1 + offset
      if look.hasStripe(entry.value) {
        Stripe.draw(
          look.role(entry.value), in: &grid, at: Position(row: line, column: area.column))
      }
      grid.put(
        look.text(entry.value), at: Position(row: line, column: area.column + 1),
        width: nameWidth)
      var column = area.column + 1 + nameWidth + 2
      Bar(
        share: total > 0 ? Double(entry.votes) / Double(total) : 0, width: bar,
        role: look.role(entry.value)
      ).draw(in: &grid, at: Position(row: line, column: column))
      column += bar + 2
      grid.putRight(SafeText(entry.votes), row: line, end: column + 1)
      RatingDots([RatingDots.Group(role: look.role(entry.value), people: entry.votes)]).draw(
        in: &grid, at: Position(row: line, column: column + 3),
        width: area.columns.upperBound - column - 3)
    }
  }

  private func drawTiers(in grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    let end = area.columns.upperBound
    let cost = { (tier: TierCount) in
      tier.tier.flatMap { model.configuration.tier($0) }?.cost.double ?? 0
    }
    let tiers = (model.summary?.tiers ?? []).sorted { cost($0) > cost($1) }
    grid.put(
      "the queue by tier", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight("open  over due", row: area.row, end: end, role: .dim)
    let names = tiers.map { SafeText($0.tier?.text ?? "none").width }.max() ?? 4
    let nameWidth = min(max(4, names), 10)
    let bar = max(4, min(20, area.width - nameWidth - 2 - 17))
    let most = tiers.map(\.open).max() ?? 0
    for (offset, tier) in tiers.prefix(area.height - 1).enumerated() {
      let line = area.row + 1 + offset
      grid.put(
        SafeText(tier.tier?.text ?? "none"), at: Position(row: line, column: area.column),
        width: nameWidth, role: .dim)
      Bar(share: most > 0 ? Double(tier.open) / Double(most) : 0, width: bar, role: .dim).draw(
        in: &grid, at: Position(row: line, column: area.column + nameWidth + 2))
      grid.putRight(SafeText(Figures.count(tier.open)), row: line, end: end - 10)
      grid.putRight(
        SafeText(Figures.count(tier.overdue)), row: line, end: end,
        role: tier.overdue > 0 ? .warn : .faint, attributes: tier.overdue > 0 ? .bold : [])
    }
  }

  private func drawSettled(in grid: inout Grid, _ area: Rect) {
    guard area.height >= 2, let days = model.summary?.settledByDay, !days.isEmpty else { return }
    grid.put("settled a day", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      "\(Figures.count(days.last ?? 0)) today", row: area.row, end: area.columns.upperBound,
      role: .dim)
    Sparkline(days.map { Double($0) }).draw(
      in: &grid, at: Position(row: area.row + 1, column: area.column),
      width: min(40, area.width))
  }
}
