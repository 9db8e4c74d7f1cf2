import Domain
import Screen

/// The heading above a group of rows: what they have in common, how many there are, how many of them
/// are settled or over due.
struct QueueHeading {
  private let listed: ListedGroup
  private let isFolded: Bool
  private let model: Model
  private let look: LabelLook

  init(_ listed: ListedGroup, _ model: Model, _ look: LabelLook) {
    self.listed = listed
    self.model = model
    self.look = look
    isFolded = model.queue.folded.contains(listed.group.key)
  }

  /// What the rows have in common, in words.
  var name: SafeText {
    switch listed.group.key {
    case .pair:
      guard listed.group.values.count == 2 else { return question + "no pair of labels" }
      let values = listed.group.values.map { look.text($0) }
      return question + values[0] + " ↔ " + values[1]
    case .tier(let tier): return tier.map { "tier \($0.text)" } ?? "no tier"
    case .route(let number):
      guard model.configuration.routes.indices.contains(number - 1) else { return "no route" }
      let targets = model.configuration.routes[number - 1].to.map(\.text).joined(separator: ", ")
      return targets.isEmpty ? "route \(number)" : "route \(number), to \(targets)"
    }
  }

  /// The counts, shorter where there is less room.
  var counts: SafeText {
    let group = listed.group
    var parts = [Figures.count(group.count)]
    if listed.waiting < group.count {
      parts.append("\(Figures.count(group.count - listed.waiting)) settled")
    }
    if group.overdue > 0 { parts.append("\(Figures.count(group.overdue)) over due") }
    return SafeText(parts.joined(separator: ", "))
  }

  func draw(in grid: inout Grid, row: Int, width: Int, isCurrent: Bool) {
    if isCurrent {
      grid.fill(Rect(row: row, column: 0, width: width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: row, column: 0), role: .accent)
    }
    grid.put(
      isFolded ? "+" : "−", at: Position(row: row, column: 1),
      role: isCurrent ? .accent : .dim)
    let end = width - 1
    let full = counts
    let text = full.width <= width / 3 ? full : SafeText(Figures.count(listed.group.count))
    let isLate = listed.group.overdue > 0 && text == full
    grid.putRight(text, row: row, end: end, role: isLate ? .warn : .dim)
    var column = 3
    let room = end - text.width - 2
    guard listed.group.values.count == 2 else {
      grid.put(
        name, at: Position(row: row, column: column), width: room - column, role: .heading)
      return
    }
    column += grid.put(
      question, at: Position(row: row, column: column), width: room - column, role: .dim)
    let half = max(4, (room - column - 5) / 2)
    for (index, value) in listed.group.values.enumerated() {
      if index > 0 {
        column += grid.put(
          " ↔ ", at: Position(row: row, column: column), width: max(0, room - column), role: .faint)
      }
      if look.hasStripe(value), column < room {
        Stripe.draw(look.role(value), in: &grid, at: Position(row: row, column: column))
        column += 1
      }
      let width = index == 0 ? min(half, room - column) : room - column
      column += grid.put(
        look.text(value), at: Position(row: row, column: column), width: max(0, width),
        role: .heading)
    }
  }

  /// The question, where the project asks several.
  private var question: SafeText {
    guard (model.summary?.questions.count ?? 0) > 1, let question = listed.group.question else {
      return SafeText()
    }
    return SafeText(question.text).clipped(to: 16) + "  "
  }
}
