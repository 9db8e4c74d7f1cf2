import Domain
import Screen

/// The limits behind the figures of the annotators' screen: which units a cell counts.
struct PeopleLimits {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  /// The units in which the person at hand stands alone; nil where there are none.
  var ofLoneRatings: LimitState? {
    guard let row = person, row.alone > 0, !row.isModel else { return nil }
    return state([.alone(row.id), .anyStatus])
  }

  /// The units of the cell under the cursor; nil where it holds none, or none that a limit can say.
  var ofCell: LimitState? {
    switch model.annotators.aspect {
    case .pairs:
      guard let (one, other) = model.annotators.pairUnderCursor else { return nil }
      return state([.disagree(one, other), .anyStatus])
    case .person: return ofPerson
    case .people, .adjudicators: return nil
    }
  }

  /// Whom the keys speak of: the person of the page, or the one under the bar.
  var person: AnnotatorRow? {
    model.annotators.aspect == .person
      ? model.annotators.person?.page?.value.row : model.annotators.current
  }

  private var ofPerson: LimitState? {
    guard let person = model.annotators.person, let row = person.page?.value.row, !row.isModel,
      let table = person.shown, let cell = table.cell(person.cell.row, person.cell.column),
      let given = table.labels[cell.given].limitName,
      let right = table.labels[cell.right].limitName
    else { return nil }
    switch table.reference {
    case .others:
      let other: Limit.Condition = cell.given == cell.right ? .twice(right) : .value(right)
      return state([.said(person.id, given), other, .anyStatus])
    case .rulings: return state([.said(person.id, given), .ruled(right)])
    case .gold, .model: return nil
    }
  }

  private func state(_ conditions: [Limit.Condition]) -> LimitState {
    var conditions = conditions
    if let page = model.annotators.page?.value, page.questions.count > 1 {
      conditions.insert(.question(page.question), at: 0)
    }
    let limit = Limit(terms: conditions.map { Limit.Term($0) })
    return LimitState(text: limit.text, limit: limit)
  }
}

extension Value {
  /// How a limit names it; nil for what has no short name.
  fileprivate var limitName: LabelID? {
    switch self {
    case .label(let label): label
    case .number, .labels: LabelID(name)
    default: nil
    }
  }
}
