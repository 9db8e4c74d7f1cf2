import Agreement
import Domain
import Store
import Workbench

extension QuestionPeople {
  /// How many confusions a row says.
  private static let confusionsShown = 8

  /// People and models, the worst first: those measured on enough units by κ with the others, then the
  /// others.
  func rows() -> [AnnotatorRow] {
    let people = standings.map { row(of: $0) }
    let machines = models.map { row(of: $0) }
    return (people + machines).sorted { left, right in
      let first = left.rest.judged ?? .infinity
      let second = right.rest.judged ?? .infinity
      return first == second ? left.id < right.id : first < second
    }
  }

  /// The beginnings of the stretches of every trend, and the end of the last.
  var stretches: [Instant] {
    let windows = standings.lazy.map(\.trend.windows).first { !$0.isEmpty } ?? []
    return (windows.map(\.start) + windows.suffix(1).map(\.end))
      .map { Instant(milliseconds: $0) }
  }

  /// The page of a person or a model; nil for somebody who is not there.
  func page(of name: AnnotatorID) -> PersonPage? {
    if let code = columns.people.firstIndex(of: name),
      let standing = standings.first(where: { $0.annotator == code })
    {
      let tables = PersonTables(columns, evidence, standing)
      return PersonPage(
        question: question, row: row(of: standing), tables: tables.all, uses: uses(of: standing))
    }
    guard let model = models.first(where: { $0.name == name }), let standing = model.standing
    else { return nil }
    let tables = PersonTables(columns, model.evidence, standing, isModel: true)
    return PersonPage(
      question: question, row: row(of: model), tables: tables.all, uses: uses(of: standing))
  }

  private func uses(of standing: AnnotatorStanding) -> [PersonPage.LabelUse] {
    standing.habits.map { habit in
      PersonPage.LabelUse(
        columns.values[habit.label], own: habit.own, others: habit.others,
        standsOut: habit.standsOut)
    }
  }

  private func row(of standing: AnnotatorStanding) -> AnnotatorRow {
    var row = AnnotatorRow(columns.people[standing.annotator], isModel: false)
    fill(&row, standing, alone[standing.annotator])
    if besideOthers.indices.contains(standing.annotator) {
      row.besideOthers = besideOthers[standing.annotator].differences
        .prefix(Self.confusionsShown).map { cell in
          AnnotatorRow.Confusion(
            given: columns.values[cell.given], right: columns.values[cell.others],
            count: cell.units)
        }
    }
    return row
  }

  private func row(of model: ModelBesidePeople) -> AnnotatorRow {
    var row = AnnotatorRow(model.name, isModel: true)
    if let standing = model.standing { fill(&row, standing, model.alone) }
    return row
  }

  private func fill(
    _ row: inout AnnotatorRow, _ standing: AnnotatorStanding, _ alone: StandingAlone
  ) {
    row.ratings = standing.ratings
    row.declined = standing.abstentions
    if let rest = standing.rest {
      row.rest = Measure(rest.kappa, cases: rest.sharedUnits, isEnough: rest.isEnough)
      row.agreement = Measure(rest.agreement, cases: rest.pairs, isEnough: rest.isEnough)
    }
    row.gold = .upheld(standing.gold)
    row.rulings = .upheld(standing.rulings)
    row.again = Measure(
      standing.selfConsistency, cases: standing.repeats,
      isEnough: standing.repeats >= AdjudicatorStanding.enough)
    row.milliseconds = standing.pace.median
    fillTrend(&row, standing.trend)
    row.overuse = overuse(standing.habits)
    row.alone = alone.units
    row.aloneRuled = alone.ruled
    row.aloneRight = alone.right
    row.besideRulings = (standing.rulings?.confusions ?? []).prefix(Self.confusionsShown).map {
      AnnotatorRow.Confusion(
        given: columns.values[$0.column], right: columns.values[$0.row], count: $0.count)
    }
  }

  private func fillTrend(_ row: inout AnnotatorRow, _ trend: StandingTrend) {
    row.trend = trend.windows.map { $0.isEnough ? $0.figures.agreement.value : nil }
    row.earlier = trend.earlier.agreement.value
    row.later = trend.later.agreement.value
    row.earlierPace = trend.earlierPace
    row.laterPace = trend.laterPace
    row.direction =
      switch trend.direction {
      case .falling: .falling
      case .rising: .rising
      case .steady: .steady
      case .tooFew, .unknown: .unknown
      }
  }

  /// The label that is given most beyond what the others give, where that stands out.
  private func overuse(_ habits: [LabelHabit]) -> AnnotatorRow.Overuse? {
    let most = habits.filter { $0.standsOut && ($0.difference.value ?? 0) > 0 }
      .max { ($0.z ?? 0) < ($1.z ?? 0) }
    return most.map {
      AnnotatorRow.Overuse(label: columns.values[$0.label], own: $0.own, others: $0.others)
    }
  }
}
