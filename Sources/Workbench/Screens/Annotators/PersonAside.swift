import Domain
import Screen

/// What is known of the annotator under the bar.
struct PersonAside {
  private struct Fact {
    let name: SafeText
    let value: SafeText
    var role = Role.text
  }

  private let row: AnnotatorRow
  private let model: Model
  private let names: PeopleNames
  private let look: LabelLook

  init(_ row: AnnotatorRow, _ model: Model) {
    self.row = row
    self.model = model
    names = PeopleNames(model)
    look = model.look
  }

  /// A heading and two lines of facts.
  func drawBelow(in grid: inout Grid, _ area: Rect) {
    let width = area.width - 4
    grid.put(
      names.name(row.id).clipped(to: area.width / 2), at: Position(row: area.row, column: 1),
      role: .heading)
    grid.putRight(SafeText(kind), row: area.row, end: area.width - 1, role: .dim)
    let facts = facts.map { FactLine.Fact($0.name, $0.value, role: $0.role) }
    let mistakes = confusions.shown.prefix(3).map { confusion in
      FactLine.Fact(
        "\(look.text(confusion.given).clipped(to: 16).plain) for \(look.text(confusion.right).clipped(to: 16).plain)",
        SafeText(Figures.count(confusion.count)))
    }
    FactLine(facts).draw(
      in: &grid, at: Position(row: area.row + 1, column: 3), width: width)
    guard area.height > 2 else { return }
    FactLine(Array(mistakes)).draw(
      in: &grid, at: Position(row: area.row + 2, column: 3), width: width)
    guard area.height > 3 else { return }
    FactLine(changes.map { FactLine.Fact($0.name, $0.value, role: $0.role) }).draw(
      in: &grid, at: Position(row: area.row + 3, column: 3), width: width)
  }

  /// The same as a panel: figures, confusions, what changed, and what can be done.
  func drawBeside(in grid: inout Grid, _ area: Rect) {
    let end = area.columns.upperBound
    grid.put(
      names.name(row.id).clipped(to: area.width / 2),
      at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(SafeText(kind), row: area.row, end: end, role: .dim)
    var line = area.row + 1
    for fact in facts where line < area.rows.upperBound {
      draw(fact, in: &grid, area, line)
      line += 1
    }
    line = drawConfusions(in: &grid, area, from: line + 1)
    guard !changes.isEmpty, line + 1 < area.rows.upperBound else { return }
    grid.put(
      "earlier half → later", at: Position(row: line + 1, column: area.column), role: .heading)
    line += 2
    for change in changes where line < area.rows.upperBound {
      draw(change, in: &grid, area, line)
      line += 1
    }
  }

  private func draw(_ fact: Fact, in grid: inout Grid, _ area: Rect, _ line: Int) {
    grid.put(fact.name, at: Position(row: line, column: area.column), role: .dim)
    grid.putRight(
      fact.value, row: line, end: area.columns.upperBound,
      width: area.width - fact.name.width - 1, role: fact.role)
  }

  private func drawConfusions(in grid: inout Grid, _ area: Rect, from start: Int) -> Int {
    let confusions = confusions
    guard !confusions.shown.isEmpty, start + 1 < area.rows.upperBound else { return start - 1 }
    grid.put(confusions.heading, at: Position(row: start, column: area.column), role: .heading)
    grid.putRight("items", row: start, end: area.columns.upperBound, role: .dim)
    let width = max(4, (area.width - 5 - 6) / 2)
    let given = min(width, confusions.shown.map { look.text($0.given).width }.max() ?? 4)
    var line = start + 1
    for confusion in confusions.shown.prefix(6) where line < area.rows.upperBound {
      var column = area.column
      grid.put(
        look.text(confusion.given).clipped(to: given), at: Position(row: line, column: column))
      column += given + 2
      column += grid.put("for", at: Position(row: line, column: column), role: .dim) + 1
      grid.put(
        look.text(confusion.right), at: Position(row: line, column: column),
        width: area.columns.upperBound - 7 - column)
      grid.putRight(
        SafeText(Figures.count(confusion.count)), row: line, end: area.columns.upperBound)
      line += 1
    }
    return line
  }

  private var kind: String {
    row.isModel ? "a model" : PeopleWords.count(row.ratings, "rating")
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    func add(_ name: SafeText, _ measure: Measure) {
      guard measure.cases > 0 else { return }
      let value =
        measure.judged.map { Figures.share($0) }
        ?? "too few, \(Figures.count(measure.cases))"
      facts.append(Fact(name: name, value: SafeText(value), role: measure.isEnough ? .text : .dim))
    }
    facts.append(Fact(name: "alone against all", value: SafeText(Figures.count(row.alone))))
    if row.aloneRuled > 0 {
      facts.append(
        Fact(
          name: "later ruled right",
          value: "\(Figures.count(row.aloneRight)) of \(Figures.count(row.aloneRuled))"))
    }
    add("agrees with the others", row.agreement)
    add("same item twice", row.again)
    add("upheld by rulings", row.rulings)
    if let milliseconds = row.milliseconds {
      facts.append(
        Fact(name: "median seconds", value: SafeText(PeopleWords.seconds(milliseconds))))
    }
    if row.declined > 0 {
      facts.append(Fact(name: "declined", value: SafeText(Figures.count(row.declined))))
    }
    return facts
  }

  private var confusions: (heading: SafeText, shown: [AnnotatorRow.Confusion]) {
    row.besideRulings.isEmpty
      ? ("where others differ", row.besideOthers) : ("against the ruling", row.besideRulings)
  }

  private var changes: [Fact] {
    var changes: [Fact] = []
    if let earlier = row.earlier, let later = row.later, row.direction != .unknown {
      changes.append(
        Fact(
          name: "agrees", value: "\(Figures.share(earlier)) → \(Figures.share(later))",
          role: row.direction == .falling ? .warn : .text))
    }
    if let earlier = row.earlierPace, let later = row.laterPace {
      changes.append(
        Fact(
          name: "seconds a rating",
          value: "\(PeopleWords.seconds(earlier)) → \(PeopleWords.seconds(later))"))
    }
    if let overuse = row.overuse {
      let label = look.text(overuse.label).clipped(to: 14)
      changes.append(
        Fact(
          name: "says \(label)",
          value: "\(percent(overuse.own)), others \(percent(overuse.others))"))
    }
    return changes
  }

  private func percent(_ share: Double) -> String {
    Figures.fixed(share * 100, places: 0) + " %"
  }
}
