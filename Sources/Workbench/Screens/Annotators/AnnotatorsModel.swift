package import Domain
package import Screen

/// The list of those who rate, and beside it of those who rule.
package struct AnnotatorsModel: Hashable, Sendable {
  /// What is looked at.
  package enum Aspect: Hashable, Sendable {
    case people
    /// Who agrees with whom, cell by cell.
    case pairs
    /// One annotator's labels.
    case person
    /// Those who rule.
    case adjudicators
  }

  /// What the plot of the list shows.
  package enum Against: String, CaseIterable, Hashable, Sendable {
    case others
    case gold
    case rulings
    /// Own ratings of units that were shown again.
    case themselves
  }

  package enum Order: String, CaseIterable, Hashable, Sendable {
    case worst
    case ratings
    case gold
    case speed
    case name
  }

  package var aspect = Aspect.people
  package var against = Against.others
  package var order = Order.worst
  /// Whether a lead wants to see names where others see letters.
  package var showsNames = true

  /// Counts requests of lists, so that late answers to earlier ones are known.
  package var generation = 0
  package var isLoading = false
  package var page: Loaded<AnnotatorsPage>?
  /// Where the log stood when the list was asked for.
  package var head = -1
  /// The question that was asked for; nil: the first.
  package var question: QuestionID?
  package var cursor = ListCursor()
  /// The cell of the table of pairs, as places in the list of people.
  package var pair = TableCursor()

  package var personGeneration = 0
  package var person: PersonModel?

  package var adjudicatorsGeneration = 0
  package var adjudicatorsLoading = false
  package var adjudicators: Loaded<[AdjudicatorRow]>?
  package var adjudicatorsHead = -1
  package var adjudicator = ListCursor()

  package init() {}

  /// The rows in the order in which they are shown.
  package var rows: [AnnotatorRow] {
    let rows = page?.value.rows ?? []
    switch order {
    case .worst: return against == .others ? rows : rows.sorted(by: isWorse)
    case .ratings: return rows.sorted { ($1.ratings, $0.id) < ($0.ratings, $1.id) }
    case .gold: return rows.sorted { Self.isBelow($0.gold, $1.gold, $0.id, $1.id) }
    case .speed:
      return rows.sorted {
        ($0.milliseconds ?? .infinity, $0.id) < ($1.milliseconds ?? .infinity, $1.id)
      }
    case .name: return rows.sorted { $0.id < $1.id }
    }
  }

  /// What Tab shows next.
  package var turnTitle: SafeText {
    switch aspect {
    case .people, .pairs: "who rule"
    case .adjudicators: "who rate"
    case .person: "next table"
    }
  }

  /// People among the rows, as the table of pairs has them.
  package var people: [AnnotatorRow] { rows.filter { !$0.isModel } }

  /// The row under the bar.
  package var current: AnnotatorRow? {
    let rows = rows
    return rows.indices.contains(cursor.row) ? rows[cursor.row] : nil
  }

  package var currentAdjudicator: AdjudicatorRow? {
    guard let all = adjudicators?.value, all.indices.contains(adjudicator.row) else { return nil }
    return all[adjudicator.row]
  }

  /// The figure of a row that the plot shows.
  package func measure(of row: AnnotatorRow) -> Measure {
    switch against {
    case .others: row.rest
    case .gold: row.gold
    case .rulings: row.rulings
    case .themselves: row.again
    }
  }

  private func isWorse(_ left: AnnotatorRow, _ right: AnnotatorRow) -> Bool {
    Self.isBelow(measure(of: left), measure(of: right), left.id, right.id)
  }

  /// Those with too few cases come last.
  private static func isBelow(
    _ left: Measure, _ right: Measure, _ first: AnnotatorID, _ second: AnnotatorID
  ) -> Bool {
    let (a, b) = (left.judged ?? .infinity, right.judged ?? .infinity)
    return a == b ? first < second : a < b
  }
}

/// One annotator's page while it is looked at.
package struct PersonModel: Hashable, Sendable {
  package let id: AnnotatorID
  package var page: Loaded<PersonPage>?
  /// Which of the page's tables is shown.
  package var table = 0
  package var cell = TableCursor()

  package init(_ id: AnnotatorID) {
    self.id = id
  }

  /// The table that is shown.
  package var shown: PersonTable? {
    guard let tables = page?.value.tables, tables.indices.contains(table) else { return nil }
    return tables[table]
  }
}
