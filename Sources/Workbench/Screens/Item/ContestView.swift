import Domain
import Screen

/// Draws the values that compete, each with its digit, in cells that do not depend on the ratings.
struct ContestView {
  private let model: Model
  private let item: ItemModel
  private let layout: ItemLayout
  private let look: LabelLook
  private let isHidden: Bool

  init(_ model: Model, _ item: ItemModel, _ layout: ItemLayout, _ look: LabelLook) {
    self.model = model
    self.item = item
    self.layout = layout
    self.look = look
    isHidden = model.hidesVotes
  }

  func draw(in grid: inout Grid) {
    let area = layout.contest
    var row = area.row
    if layout.hasContestHeading {
      drawHeading(in: &grid, area)
      row += 1
    }
    let isWide = layout.rule != nil
    let columns = layout.contestColumns
    let left = isWide ? area.column : layout.hasContestHeading ? area.column + 2 : area.column
    let width = (area.columns.upperBound - left) / columns - (columns > 1 ? 1 : 0)
    // Which numbers were given is what must not be known; labels stand there in any case.
    let isClosed = isHidden && item.contest.kind == .number
    let shown = isClosed ? 0 : layout.contestRows * columns
    for (index, entry) in item.contest.entries.prefix(shown).enumerated() {
      let block = Rect(
        row: row + index % layout.contestRows,
        column: left + (index / layout.contestRows) * (width + 2), width: width, height: 1)
      draw(entry, digit: index + 1, in: &grid, block)
    }
    if item.contest.entries.isEmpty, item.opened != nil {
      grid.put(
        "nobody gave a value", at: Position(row: row, column: left), width: width, role: .dim)
    }
    if isWide { drawOthers(in: &grid, row: row + layout.contestRows, column: left, width: width) }
  }

  private func drawHeading(in grid: inout Grid, _ area: Rect) {
    let used = grid.put(
      "contest", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      about, row: area.row, end: area.columns.upperBound, width: area.width - used - 2, role: .dim)
  }

  /// At the right of the heading: agreement, and who declined.
  private var about: SafeText {
    if isHidden { return "votes hidden" }
    var parts: [String] = []
    if !item.contest.abstained.isEmpty {
      let names = item.contest.abstained.joined(separator: " ")
      parts.append("○ \(SafeText(names).clipped(to: 20).plain) abstained")
    }
    if item.contest.kind == .number, let median = item.contest.median(Self.number) {
      parts.append("median \(Figures.fixed(median, places: 1))")
    }
    if let agreement = item.dossier?.row.agreement {
      parts.append("agreement \(Figures.share(agreement))")
    }
    let more = layout.hiddenCount(item.contest)
    if more > 0 {
      parts.append("\(more) more: \(model.start.keymap.name(for: .another) ?? ":another")")
    }
    return SafeText(parts.joined(separator: " · "))
  }

  private static func number(_ value: Value) -> Double? {
    if case .number(let number) = value { number.double } else { nil }
  }

  private func draw(
    _ entry: Contest.Entry, digit: Int, in grid: inout Grid, _ block: Rect
  ) {
    let row = block.row
    var column = block.column
    let isNumber = item.contest.kind == .number
    let isChosen = isChosen(entry.value)
    if !isNumber, digit <= 9 {
      grid.put(SafeText(digit), at: Position(row: row, column: column), role: .hintKey)
    }
    if isChosen {
      let mark: SafeText = item.contest.kind == .labels ? "✓" : "▸"
      grid.put(mark, at: Position(row: row, column: column + 1), role: .accent)
    }
    column += 2
    if look.hasStripe(entry.value) {
      Stripe.draw(look.role(entry.value), in: &grid, at: Position(row: row, column: column))
    }
    column += 1
    let parts = parts(width: block.width - 3)
    let isQuiet = !isHidden && entry.votes == 0 && !isChosen
    grid.put(
      look.text(entry.value), at: Position(row: row, column: column), width: parts.name,
      role: isQuiet ? .dim : .text, attributes: isChosen ? .bold : [])
    column += parts.name + parts.gap
    guard !isHidden else { return }
    let share =
      item.contest.people > 0 ? Double(entry.votes) / Double(item.contest.people) : 0
    if parts.bar > 0 {
      Bar(share: share, width: parts.bar, role: look.role(entry.value)).draw(
        in: &grid, at: Position(row: row, column: column))
      column += parts.bar + 2
    }
    grid.putRight(
      SafeText(entry.votes), row: row, end: column + 1, role: entry.votes == 0 ? .dim : .text)
    guard parts.voters > 0 else { return }
    grid.put(
      Self.names(entry.voters, width: parts.voters), at: Position(row: row, column: column + 3),
      width: parts.voters, role: .dim)
  }

  private struct Parts {
    var name: Int
    var gap: Int
    var bar: Int
    var voters: Int
  }

  /// How the cells of a row are shared out.
  private func parts(width: Int) -> Parts {
    let widest = model.configuration.labels.map { SafeText($0.name).width }.max() ?? 12
    let annotators = max(5, min(9, model.summary?.annotators ?? 5))
    let isLow = !layout.hasContestHeading
    let isWide = layout.rule != nil
    var parts = Parts(
      name: min(max(widest, 8), width > 50 ? 24 : 14), gap: isLow || isWide ? 1 : 2, bar: 0,
      voters: isLow ? 0 : width > 50 ? 2 * annotators - 1 : annotators)
    let fixed = parts.gap + 2 + 1 + (parts.voters > 0 ? 2 : 0)
    parts.bar = width - parts.name - fixed - parts.voters
    if parts.bar < 6, parts.voters > 0 {
      let missing = min(parts.voters, 6 - parts.bar)
      parts.voters = max(5, parts.voters - missing)
      parts.bar = width - parts.name - fixed - parts.voters
    }
    if isLow { parts.bar = min(12, width - parts.name - fixed) }
    if parts.bar < 4 {
      parts.bar = 0
      parts.voters = 0
      parts.name = max(4, width - parts.gap - 2)
    }
    if width > 60 { parts.bar = min(parts.bar, 36) }
    return parts
  }

  /// Letters parted by blanks, closer together or counted where they do not fit.
  static func names(_ names: [String], width: Int) -> SafeText {
    let spaced = SafeText(names.joined(separator: " "))
    if spaced.width <= width { return spaced }
    let close = SafeText(names.joined())
    let areLetters = names.allSatisfy { $0.count == 1 }
    return areLetters && close.width <= width ? close : spaced.clipped(to: width)
  }

  private func isChosen(_ value: Value) -> Bool {
    if item.contest.kind == .labels, case .label(let label) = value {
      return item.draft.chosen.contains(label)
    }
    return item.draft.first == .value(value)
  }

  /// The verdicts that are no value, each with its key.
  private func drawOthers(in grid: inout Grid, row: Int, column: Int, width: Int) {
    let shares = item.contest.entries.map(\.votes).filter { $0 > 0 }.sorted(by: >).prefix(5)
      .map { String($0) }.joined(separator: " : ")
    let keep = isHidden || shares.isEmpty ? "ambiguous" : "ambiguous, keep \(shares)"
    let neither = model.configuration.task == .preference ? "neither" : "none of these"
    let others: [(CommandID, String, Outcome?)] = [
      (.noneOfThese, neither, .noneOfThese), (.ambiguous, keep, .ambiguous),
      (.another, "another value", nil),
    ]
    for (offset, other) in others.enumerated() {
      guard let key = model.start.keymap.name(for: other.0) else { continue }
      let isChosen = other.2 != nil && item.draft.first == other.2
      let isUsable = model.unavailable(other.0) == nil
      grid.put(
        SafeText(key), at: Position(row: row + offset, column: column),
        role: isUsable ? .hintKey : .faint)
      grid.put(
        SafeText(other.1), at: Position(row: row + offset, column: column + 2), width: width - 2,
        role: isChosen ? .text : .dim, attributes: isChosen ? .bold : [])
    }
  }
}
