import Domain
import Screen

/// Draws the list, with a preview below or beside it.
struct QueueView {
  private let model: Model
  private let layout: QueueLayout
  private let look: LabelLook
  private let columns: QueueColumns

  init(_ model: Model) {
    self.model = model
    layout = QueueLayout(model.size)
    look = model.look
    columns = QueueColumns(model, width: layout.list.width)
  }

  func draw(in grid: inout Grid) {
    SentenceLine(model).draw(in: &grid, row: layout.sentenceRow)
    guard !model.isEmptyProject else {
      EmptyProjectView(model).draw(in: &grid)
      return
    }
    guard !model.queue.handles.isEmpty else { return }
    drawHeadings(in: &grid)
    drawLines(in: &grid)
    let preview = QueuePreview(model, look)
    if let area = layout.preview { preview.drawBelow(in: &grid, area) }
    for rule in layout.rules {
      grid.rule(column: rule, rows: layout.headingRow..<grid.size.height - 2)
    }
    guard let side = layout.side else { return }
    guard let evidence = layout.evidence else {
      preview.drawBeside(in: &grid, side)
      return
    }
    preview.drawItem(in: &grid, side)
    preview.drawEvidence(in: &grid, evidence)
  }

  private func drawLines(in grid: inout Grid) {
    let lines = QueueLines(model.queue)
    var rows = 0
    for offset in 0..<layout.list.height {
      let row = layout.list.row + offset
      switch lines[model.queue.top + offset] {
      case .row(let index):
        drawRow(index, in: &grid, row: row)
        rows += 1
      case .heading(let group):
        QueueHeading(model.queue.groups[group], model, look).draw(
          in: &grid, row: row, width: layout.list.width,
          isCurrent: model.queue.heading == group)
      case nil: break
      }
    }
    drawFoot(in: &grid, rows: rows)
  }

  private func drawHeadings(in grid: inout Grid) {
    let row = layout.headingRow
    func put(_ text: SafeText, _ column: Int) {
      grid.put(text, at: Position(row: row, column: column), role: .heading)
    }
    func right(_ text: SafeText, _ end: Int) {
      grid.putRight(text, row: row, end: end, role: .heading)
    }
    let order = model.queue.order
    put(order == .item ? "item ↑" : "item", columns.item.start)
    put("leads", columns.leads.start)
    if let against = columns.against { put("against", against.start) }
    put("ratings", columns.ratings.start)
    if let agree = columns.agree {
      right(order == .policy(.lowestAgreement) ? "agree ↑" : "agree", agree.end)
    }
    let gain: SafeText = order == .policy(.gain) && columns.gain.width > 4 ? "gain ↓" : "gain"
    put(gain, columns.gain.start)
    if let tier = columns.tier { put("tier", tier.start) }
    if let route = columns.route { right("route", route.end) }
    if let age = columns.age { right("age", age.end) }
    if let slices = columns.slices { put("slices", slices.start) }
    if let due = columns.due { right(order == .due ? "due ↑" : "due", due.end) }
  }

  private func drawRow(_ index: Int, in grid: inout Grid, row: Int) {
    if index == model.queue.cursor, model.queue.heading == nil {
      grid.fill(
        Rect(row: row, column: 0, width: layout.list.width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: row, column: 0), role: .accent)
    }
    guard let unit = model.queue.row(at: index) else {
      grid.put("…", at: Position(row: row, column: columns.item.start), role: .faint)
      return
    }
    let holder = holder(of: unit)
    let isQuiet = holder != nil || unit.status == .ruled
    let text: Role = isQuiet ? .dim : .text
    let state = RowState(unit, model, holder: holder)
    grid.put(state.glyph, at: Position(row: row, column: 1), role: state.role)
    put(SafeText(unit.unit.item.text), columns.item, row, text, in: &grid)
    if let question = columns.question {
      put(SafeText(unit.unit.question.text), question, row, .dim, in: &grid)
    }
    let isHidden = model.hidesVotes(of: unit)
    if !isHidden {
      putValue(unit.leads, columns.leads, row, text, in: &grid)
      if let against = columns.against { putValue(unit.against, against, row, text, in: &grid) }
      if let agree = columns.agree, let agreement = unit.agreement {
        grid.putRight(SafeText(Figures.share(agreement)), row: row, end: agree.end, role: .dim)
      }
    }
    let groups =
      isHidden
      ? [RatingDots.Group(role: .dim, people: unit.groups.reduce(0) { $0 + $1.votes })]
      : unit.groups.map { RatingDots.Group(role: look.role($0.value), people: $0.votes) }
    RatingDots(groups).draw(
      in: &grid, at: Position(row: row, column: columns.ratings.start),
      width: columns.ratings.width)
    grid.putRight(
      unit.isDrawn ? AuditMark.word : SafeText(Figures.share(unit.gain)), row: row,
      end: min(columns.gain.start + 5, columns.gain.end), role: text)
    drawTierAndDue(unit, holder, isHidden: isHidden, isQuiet: isQuiet, row: row, in: &grid)
    if let route = columns.route, let number = unit.route {
      grid.putRight(SafeText(number), row: row, end: route.end, width: route.width, role: .dim)
    }
    if let age = columns.age {
      let days = max(0, model.now.days(since: unit.since))
      grid.putRight(
        SafeText(Figures.days(days)), row: row, end: age.end, width: age.width, role: .dim)
    }
    if let slices = columns.slices {
      let values = unit.slices.map(\.value).joined(separator: " · ")
      put(SafeText(values), slices, row, .dim, in: &grid)
    }
  }

  private func drawTierAndDue(
    _ unit: QueueRow, _ holder: MemberID?, isHidden: Bool, isQuiet: Bool, row: Int,
    in grid: inout Grid
  ) {
    if let tier = columns.tier, let name = unit.tier, !isHidden {
      let role: Role = !isQuiet && isCostliest(name) ? .text : .dim
      put(SafeText(name.text), tier, row, role, in: &grid)
    }
    guard let due = columns.due else { return }
    if let holder {
      grid.putRight(
        SafeText(holder.text), row: row, end: due.end, width: due.width, role: .dim)
    } else if let moment = unit.due, unit.status != .ruled {
      let days = moment.days(since: model.now)
      grid.putRight(
        SafeText(Figures.days(days)), row: row, end: due.end, width: due.width,
        role: days < 0 ? .warn : .dim, attributes: days < 0 ? .bold : [])
    }
  }

  private func put(
    _ text: SafeText, _ column: QueueColumns.Column, _ row: Int, _ role: Role, in grid: inout Grid
  ) {
    grid.put(
      text, at: Position(row: row, column: column.start), width: column.width, role: role)
  }

  private func putValue(
    _ value: Value?, _ column: QueueColumns.Column, _ row: Int, _ role: Role, in grid: inout Grid
  ) {
    guard let value else { return }
    if look.hasStripe(value) {
      Stripe.draw(look.role(value), in: &grid, at: Position(row: row, column: column.start))
    }
    grid.put(
      look.text(value), at: Position(row: row, column: column.start + 1),
      width: column.width - 1, role: role)
  }

  private func drawFoot(in grid: inout Grid, rows: Int) {
    guard let row = layout.footRow else { return }
    let queue = model.queue
    var parts = ["\(Figures.count(rows)) of \(Figures.count(queue.total)) shown"]
    if queue.grouping == nil, queue.top > 0 {
      parts.append("from \(Figures.count(queue.top + 1))")
    }
    if let grouping = queue.grouping {
      let count = queue.groups.count
      parts.append(
        "\(Figures.count(count)) \(count == 1 ? "group" : "groups") by \(grouping.rawValue)")
    }
    let whole = parts + [OrderWords.foot(queue.order, model.summary?.learning)]
    let text = SafeText(whole.joined(separator: ", "))
    parts.append(OrderWords.choice(queue.order).foot)
    grid.put(
      text.width <= layout.list.width - 4 ? text : SafeText(parts.joined(separator: ", ")),
      at: Position(row: row, column: 3),
      width: layout.list.width - 3, role: .dim)
  }

  private func holder(of row: QueueRow) -> MemberID? {
    guard let lease = row.lease, lease.holder != model.start.me?.id, lease.until > model.now
    else { return nil }
    return lease.holder
  }

  private func isCostliest(_ tier: TierID) -> Bool {
    let costs = model.configuration.tiers.map(\.cost)
    return model.configuration.tier(tier)?.cost == costs.max()
  }
}
