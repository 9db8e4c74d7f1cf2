import Domain
import Screen

/// One event in full, line by line: what it says, the line as it stands, and what it is chained to.
struct LogEventText {
  /// One line of a pane or a page.
  struct Line: Hashable {
    var name = SafeText()
    var stripe: Role?
    var text = SafeText()
    var role = Role.text
    var right = SafeText()
    var rightRole = Role.dim
    var isHeading = false
    /// Where the text begins, behind a name.
    var indent = 0
  }

  /// Where values stand, behind their names.
  static let indent = 15

  private let model: Model
  private let width: Int

  /// - Parameter width: cells that there are.
  init(_ model: Model, width: Int) {
    self.model = model
    self.width = max(20, width)
  }

  /// Cells that a line has.
  var cells: Int { width }

  /// All of it, or as much as `limit` lines hold.
  func lines(upTo limit: Int = .max) -> [Line] {
    var lines = facts()
    lines.append(Line())
    lines += standing(upTo: max(0, limit - lines.count))
    lines.append(Line())
    return Array((lines + chain()).prefix(limit))
  }

  /// What it says, in words.
  func facts() -> [Line] {
    guard let entry = model.log.current else { return [Line(text: "Reading it …", role: .dim)] }
    let seq = entry.event.seq
    var head = Line(text: "event \(Figures.count(seq))", isHeading: true)
    switch model.verification {
    case .good(let last) where seq <= last, .checking(let last) where seq <= last:
      head.right = "verified"
      head.rightRole = .good
    case .damaged(let bad) where seq >= bad:
      head.right = seq == bad ? "damaged" : "not verified"
      head.rightRole = .bad
    case .damaged:
      head.right = "verified"
      head.rightRole = .good
    default: head.right = "not verified yet"
    }
    var lines = [head]
    for fact in EventFacts(entry.event, model.look).all {
      let room = width - Self.indent - (fact.stripe == nil ? 0 : 1)
      let values = TextFlow.lines(of: fact.value.plain, width: max(8, room))
      for (index, value) in (values.isEmpty ? [SafeText()] : values).enumerated() {
        lines.append(
          Line(
            name: index == 0 ? fact.name : SafeText(), stripe: index == 0 ? fact.stripe : nil,
            text: value, role: fact.role, indent: Self.indent))
      }
    }
    return lines
  }

  /// The line as it stands, cut where the pane ends.
  func standing(upTo limit: Int = .max) -> [Line] {
    guard let entry = model.log.current else { return [] }
    let bytes = entry.line.utf8.count
    let head = Line(
      text: "the line as it stands", right: "\(Figures.count(bytes)) bytes", isHeading: true)
    guard limit > 1 else { return [head] }
    // No more of a long line than can be shown is looked at.
    let (most, isOver) = (limit - 1).multipliedReportingOverflow(by: width)
    let text = isOver || most >= bytes ? entry.line : String(entry.line.prefix(most + 1))
    return [head]
      + SafeText(text).chunks(of: width, upTo: limit - 1).map { Line(text: $0, role: .dim) }
  }

  /// The hashes of the event and of those before it.
  func chain() -> [Line] {
    guard let entry = model.log.current else { return [] }
    let event = entry.event
    var links = [(event.seq, event.hash)]
    if event.seq > 0 { links.append((event.seq - 1, event.previous)) }
    if event.seq > 1, let before = model.log.entries[event.seq - 1] {
      links.append((event.seq - 2, before.event.previous))
    }
    var lines = [Line(text: "chain", isHeading: true)]
    let indent = SafeText(Figures.count(event.seq)).width + 2
    for (index, link) in links.enumerated() {
      lines.append(
        Line(
          name: SafeText(Figures.count(link.0)), text: "├ \(hash(link.1, indent: indent))",
          role: index == 0 ? .text : .dim, indent: indent))
    }
    var said = "Not signed: there are no checkpoints yet."
    if let head = model.log.check?.remembered {
      said += " Event \(Figures.count(head)), where you left it, still stands."
    }
    return lines + TextFlow.lines(of: said, width: width).map { Line(text: $0, role: .dim) }
  }

  /// As many groups of four digits as there is room for.
  private func hash(_ digest: Digest, indent: Int) -> SafeText {
    let groups = max(1, min(16, (width - indent - 4) / 5))
    let digits = Array(digest.hex.utf8)
    let words = (0..<groups).map { index in
      String(decoding: digits[(4 * index)..<(4 * index + 4)], as: UTF8.self)
    }
    return SafeText(words.joined(separator: " ") + (groups < 16 ? " …" : ""))
  }

  /// Draws lines from the top of an area.
  static func draw(_ lines: some Sequence<Line>, in grid: inout Grid, _ area: Rect) {
    for (offset, line) in lines.enumerated() {
      guard offset < area.height else { return }
      let row = area.row + offset
      let end = area.columns.upperBound
      let used = grid.putRight(
        line.right, row: row, end: end, width: area.width / 2, role: line.rightRole)
      grid.put(
        line.name, at: Position(row: row, column: area.column),
        width: min(area.width, max(0, line.indent - 1)), role: .dim)
      var column = area.column + line.indent
      if let stripe = line.stripe {
        Stripe.draw(stripe, in: &grid, at: Position(row: row, column: column))
        column += 1
      }
      grid.put(
        line.text, at: Position(row: row, column: column),
        width: max(0, end - column - (used > 0 ? used + 2 : 0)),
        role: line.isHeading ? .heading : line.role)
    }
  }
}
