import Domain
import Screen

/// What the annotators' screen says in words.
enum PeopleWords {
  static func order(_ order: AnnotatorsModel.Order) -> String {
    switch order {
    case .worst: "ordered by agreement, the worst first"
    case .ratings: "ordered by ratings, the most first"
    case .gold: "ordered by gold, the worst first"
    case .speed: "ordered by speed, the fastest first"
    case .name: "ordered by name"
    }
  }

  /// Headings of the plot, the longest first.
  static func headings(_ against: AnnotatorsModel.Against) -> [SafeText] {
    switch against {
    case .others: ["κ with the others", "κ with others", "κ"]
    case .gold: ["right by gold", "gold"]
    case .rulings: ["upheld by rulings", "ruled"]
    case .themselves: ["same item twice", "twice"]
    }
  }

  /// The heading of its value.
  static func short(_ against: AnnotatorsModel.Against) -> SafeText {
    switch against {
    case .others: "κ"
    case .gold: "gold"
    case .rulings: "held"
    case .themselves: "same"
    }
  }

  /// What a page's labels are held against, in words that go on from "against".
  static func reference(_ reference: PersonTable.Reference, _ names: PeopleNames) -> SafeText {
    switch reference {
    case .others: "the others"
    case .rulings: "rulings"
    case .gold: "gold"
    case .model(let model): names.name(model)
    }
  }

  /// A share as a change: `+38 %`; nil where the others never say it.
  static func change(_ overuse: AnnotatorRow.Overuse) -> String? {
    guard overuse.others > 0 else { return nil }
    let change = (overuse.own / overuse.others - 1) * 100
    guard change < 1000 else { return "×\(Figures.fixed(overuse.own / overuse.others, places: 0))" }
    return "+\(Figures.fixed(change, places: 0)) %"
  }

  /// Milliseconds as seconds, short: `14`, `.8`.
  static func seconds(_ milliseconds: Double) -> String {
    let seconds = milliseconds / 1000
    return seconds < 1 ? Figures.share(seconds) : Figures.fixed(seconds, places: 0)
  }

  static func share(_ measure: Measure) -> String {
    measure.value.map { Figures.share($0) } ?? "·"
  }

  /// `.52, .47 to .57 on 1 204 items`.
  static func full(_ measure: Measure, _ noun: String) -> String {
    var text = share(measure)
    if let interval = measure.interval {
      text +=
        ", \(Figures.share(interval.lowerBound)) to \(Figures.share(interval.upperBound))"
    }
    return text + " on \(count(measure.cases, noun))"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(Figures.count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// What `y` copies: the line under the bar, or the figures of the cell.
  static func copied(_ model: Model) -> String? {
    let names = PeopleNames(model)
    let look = model.look
    switch model.annotators.aspect {
    case .people:
      return model.annotators.current.map { row in
        "\(names.name(row.id).plain): \(count(row.ratings, "rating"))"
          + ", κ \(full(row.rest, "item"))"
      }
    case .pairs:
      guard let (one, other) = model.annotators.pairUnderCursor,
        let kappa = model.annotators.pairKappas.of(one, other)
      else { return nil }
      return "\(names.name(one).plain) and \(names.name(other).plain): κ \(full(kappa, "item"))"
    case .person:
      guard let person = model.annotators.person, let table = person.shown,
        let cell = table.cell(person.cell.row, person.cell.column)
      else { return nil }
      return "\(names.name(person.id).plain): \(look.text(table.labels[cell.given]).plain) for "
        + "\(look.text(table.labels[cell.right]).plain), \(count(cell.units, "item"))"
    case .adjudicators:
      return model.annotators.currentAdjudicator.map { row in
        "\(SafeText(row.id.text).plain): \(count(row.rulings, "ruling"))"
          + ", against the leading value \(full(row.against, "item"))"
      }
    }
  }
}

extension AnnotatorsModel {
  /// The two people of the cell that is looked at; nil on the diagonal.
  var pairUnderCursor: (AnnotatorID, AnnotatorID)? {
    let people = people
    guard people.indices.contains(pair.row), people.indices.contains(pair.column),
      pair.row != pair.column
    else { return nil }
    return (people[pair.row].id, people[pair.column].id)
  }
}

extension PersonTable {
  /// The cell at a place; nil where it holds no unit.
  func cell(_ right: Int, _ given: Int) -> Cell? {
    cells.first { $0.right == right && $0.given == given }
  }

  /// Units in which a label is right.
  func units(right: Int) -> Int {
    cells.reduce(0) { $0 + ($1.right == right ? $1.units : 0) }
  }
}
