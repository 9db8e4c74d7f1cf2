package import Agreement
package import Domain
import GRDB

/// What units are sorted by in a heat map of labels against something else.
package enum UnitCut: Hashable, Sendable {
  /// The batch of the latest rating in force.
  case batch
  /// The week of the latest rating in force that says when it was given.
  case week
  /// The value of a slice of the item.
  case slice(String)
}

extension ProjectIndex {
  /// What heat maps of a question are drawn from.
  ///
  /// Without a cut it is read from the stored sums, O(cells). With one the votes of the question are
  /// walked through, O(ratings), and no more than a unit is in memory at a time.
  ///
  /// - Returns: nil for a question that nobody was asked.
  package func heatSource(
    _ question: QuestionID, by cut: UnitCut? = nil
  ) throws(ReadFailure) -> HeatSource? {
    guard let stored = try sums(question) else { return nil }
    return HeatSource(
      sums: stored.sums, labels: stored.labels, labelOrder: stored.order,
      annotators: stored.annotators.map(\.text),
      cuts: try cut.map { cut throws(ReadFailure) in try cuts(question, by: cut) } ?? [])
  }

  /// The names of all slices, in byte order.
  package func sliceNames() throws(ReadFailure) -> [String] {
    try reading { database in
      try String.fetchAll(database, sql: "SELECT DISTINCT name FROM slice ORDER BY name")
    }
  }

  private func cuts(_ question: QuestionID, by cut: UnitCut) throws(ReadFailure) -> [HeatCut] {
    try reading { database in
      guard let codes = try Codes(question, database, derivation) else { return [] }
      var sorted = HeatCutter(labelCount: codes.values.count)
      var unit: Int64 = -1
      var place: String?
      var ratings: [UnitRating] = []
      let cursor = try Row.fetchCursor(
        database, sql: cut.query, arguments: cut.arguments + [codes.question])
      while let row = try cursor.next() {
        let next: Int64 = row[0]
        if next != unit {
          sorted.add(ratings, to: place)
          ratings.removeAll(keepingCapacity: true)
          unit = next
          place = cut.name(row[3])
        }
        let rating = UnitRating(label: Int32(try codes.label(row[1])))
        ratings.append(contentsOf: repeatElement(rating, count: row[2]))
      }
      sorted.add(ratings, to: place)
      return sorted.cuts
    }
  }
}

extension UnitCut {
  /// Votes by unit, each with what its unit is sorted by.
  fileprivate var query: String {
    let place =
      switch self {
      case .batch: Self.latest("r.batch")
      case .week: Self.latest("r.at")
      case .slice: "(SELECT s.content FROM slice s WHERE s.item = u.item AND s.name = ?)"
      }
    return """
      SELECT v.unit, v.value, v.votes, \(place) FROM vote v JOIN unit u ON u.id = v.unit
      WHERE u.question = ? ORDER BY v.unit, v.place
      """
  }

  fileprivate var arguments: StatementArguments {
    if case .slice(let name) = self { [name] } else { [] }
  }

  /// The name of the column; nil where there is nothing to sort by.
  fileprivate func name(_ value: DatabaseValue) -> String? {
    switch self {
    case .batch: Int.fromDatabaseValue(value).map { String($0) }
    case .week:
      Int64.fromDatabaseValue(value).map { Week(Instant(milliseconds: $0)).text }
    case .slice: String.fromDatabaseValue(value)
    }
  }

  private static func latest(_ column: String) -> String {
    """
    (SELECT max(\(column)) FROM rating r JOIN value w ON w.id = r.value
     WHERE r.item = u.item AND r.question = u.question AND r.in_force = 1 AND r.origin = 0
     AND w.content <> '\(Canonical.text(Value.abstained.canonical))')
    """
  }
}
