import Domain
import Screen

/// What a page says of the table that is shown and of the cell under the cursor.
struct PersonTableAside {
  private let page: PersonPage
  private let table: PersonTable
  private let person: PersonModel
  private let look: LabelLook
  private let names: PeopleNames

  init(_ page: PersonPage, _ table: PersonTable, _ person: PersonModel, _ model: Model) {
    self.page = page
    self.table = table
    self.person = person
    look = model.look
    names = PeopleNames(model)
  }

  func draw(in grid: inout Grid, _ area: Rect, isBeside: Bool) {
    let column = isBeside ? area.column : 1
    let end = isBeside ? area.columns.upperBound : area.width - 1
    grid.put(
      "against \(PeopleWords.reference(table.reference, names).clipped(to: 20).plain)",
      at: Position(row: area.row, column: column), role: .heading)
    let others = page.tables.count
    if others > 1 {
      grid.putRight(
        "\(person.table + 1) of \(others), Tab", row: area.row, end: end, role: .dim)
    }
    let facts = facts
    guard isBeside else {
      let width = area.width - 4
      FactLine(Array(facts.prefix(4))).draw(
        in: &grid, at: Position(row: area.row + 1, column: 3), width: width)
      FactLine(Array(facts.dropFirst(4))).draw(
        in: &grid, at: Position(row: area.row + 2, column: 3), width: width)
      return
    }
    var line = area.row + 1
    for fact in facts where line < area.rows.upperBound {
      grid.put(fact.name, at: Position(row: line, column: column), role: .dim)
      grid.putRight(fact.value, row: line, end: end, width: area.width - 1 - fact.name.width)
      line += 1
    }
    drawLabels(in: &grid, area, from: line + 1)
  }

  private var facts: [FactLine.Fact] {
    let place = person.cell
    let cell = table.cell(place.row, place.column)
    let row = table.units(right: place.row)
    var facts = [
      FactLine.Fact("items here", SafeText(Figures.count(cell?.units ?? 0)))
    ]
    if row > 0 {
      let share = Double(cell?.units ?? 0) / Double(row)
      facts.append(FactLine.Fact("of the row", SafeText(Figures.share(share))))
    }
    let title: SafeText = table.reference == .others ? "agrees" : "right"
    facts.append(FactLine.Fact(title, SafeText(PeopleWords.share(table.right))))
    if let interval = table.right.interval {
      facts.append(
        FactLine.Fact(
          "95 %", "\(Figures.share(interval.lowerBound)) to \(Figures.share(interval.upperBound))"))
    }
    facts.append(
      FactLine.Fact(
        "items in all", SafeText(Figures.count(table.right.cases)),
        role: table.right.isEnough ? .text : .dim))
    guard table.byLabel.indices.contains(place.column) else { return facts }
    let said = table.byLabel[place.column]
    let meant = table.byLabel[place.row]
    let given = look.text(table.labels[place.column]).clipped(to: 14)
    let right = look.text(table.labels[place.row]).clipped(to: 14)
    facts.append(FactLine.Fact("\(given), rightly", share(said.precision)))
    facts.append(FactLine.Fact("\(right), found", share(meant.recall)))
    return facts
  }

  private func share(_ measure: Measure) -> SafeText {
    guard measure.cases > 0 else { return "·" }
    let text = "\(PeopleWords.share(measure)) of \(Figures.count(measure.cases))"
    return SafeText(measure.isEnough ? text : text + ", few")
  }

  /// Each label: how often it was said rightly, and how often it was found.
  private func drawLabels(in grid: inout Grid, _ area: Rect, from start: Int) {
    let end = area.columns.upperBound
    guard !table.byLabel.isEmpty, start + 1 < area.rows.upperBound else { return }
    grid.put("label", at: Position(row: start, column: area.column), role: .heading)
    grid.putRight("rightly", row: start, end: end - 8, role: .dim)
    grid.putRight("found", row: start, end: end, role: .dim)
    var line = start + 1
    for (place, label) in table.byLabel.enumerated() where line < area.rows.upperBound {
      let value = table.labels[place]
      if look.hasStripe(value) {
        Stripe.draw(look.role(value), in: &grid, at: Position(row: line, column: area.column))
      }
      grid.put(
        look.text(value), at: Position(row: line, column: area.column + 1),
        width: area.width - 18)
      figure(label.precision, in: &grid, line, end - 8)
      figure(label.recall, in: &grid, line, end)
      line += 1
    }
  }

  private func figure(_ measure: Measure, in grid: inout Grid, _ line: Int, _ end: Int) {
    let text = measure.judged.map { Figures.share($0) } ?? "·"
    grid.putRight(
      SafeText(text), row: line, end: end, role: measure.judged == nil ? .faint : .text)
  }
}
