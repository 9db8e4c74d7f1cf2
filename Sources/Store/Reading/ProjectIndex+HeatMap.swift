package import Agreement
package import Domain
import GRDB

/// What units are sorted by in a heat map of labels against something else.
package enum UnitCut: Hashable, Sendable {
  /// The batch of the latest rating that counts.
  case batch
  /// The week of the latest rating that counts and says when it was given.
  case week
  /// The value of a slice of the item.
  case slice(String)
  /// The newest version of the guideline that a rating that counts was given under.
  case version
}

extension ProjectIndex {
  /// What heat maps of a question are drawn from: stored sums, O(cells). No rating is looked at.
  ///
  /// - Parameters:
  ///   - units: with a cut, all of them.
  ///   - stored: the sums of the question, with the detail of annotators that the map needs.
  package func heatSource(
    _ question: QuestionID, from stored: QuestionSums, of units: HeatUnits = .all,
    by cut: UnitCut? = nil
  ) throws(ReadFailure) -> HeatSource {
    let annotators = stored.annotators.map(\.text)
    switch units {
    case .all:
      return HeatSource(
        sums: stored.sums, labels: stored.labels, labelOrder: stored.order,
        annotators: annotators,
        cuts: try cut.map { cut throws(ReadFailure) in
          try cuts(question, of: stored.sums, by: cut)
        } ?? [])
    case .open:
      return HeatSource(
        sums: try part(question, .open), labels: stored.labels, labelOrder: stored.order)
    case .overruled:
      return try rulings(question, stored)
    }
  }

  /// The names of all slices, in byte order.
  package func sliceNames() throws(ReadFailure) -> [String] {
    try reading { database in
      try String.fetchAll(database, sql: "SELECT DISTINCT name FROM slice ORDER BY name")
    }
  }

  /// The parts of the units, by name, and last those that are in none.
  private func cuts(
    _ question: QuestionID, of whole: AgreementSums, by cut: UnitCut
  ) throws(ReadFailure) -> [HeatCut] {
    try reading { database in
      guard let codes = try Codes(question, database, derivation) else { return [] }
      var rest = AgreementSums(detail: .none)
      rest.merge(whole)
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT c.content, s.place, s.first, s.second, s.third, s.count
          FROM cut c JOIN cut_sums s ON s.question = ? AND s.cut = c.id
          WHERE c.kind = ? AND c.name = ? ORDER BY c.content
          """, arguments: [codes.question, cut.kind.rawValue, cut.name])
      var cuts: [HeatCut] = []
      var name: String?
      var sums = AgreementSums(detail: .none)
      func close() {
        if let name { cuts.append(HeatCut(name: name, sums: sums)) }
        sums = AgreementSums(detail: .none)
      }
      while let row = try cursor.next() {
        let next: String = row[0]
        if name.map({ !$0.utf8.elementsEqual(next.utf8) }) ?? true {
          close()
          name = next
        }
        let counted = try codes.counted(row, from: 1)
        try sums.apply(counted)
        try rest.apply(counted.negated)
      }
      close()
      if !rest.rows.isEmpty { cuts.append(HeatCut(name: nil, sums: rest)) }
      return cuts
    }
  }

  private func part(
    _ question: QuestionID, _ kind: CutKind
  ) throws(ReadFailure) -> AgreementSums {
    try reading { database in
      guard let codes = try Codes(question, database, derivation) else {
        return AgreementSums(detail: .none)
      }
      return try Self.part(codes, kind, database)
    }
  }

  private static func part(
    _ codes: Codes, _ kind: CutKind, _ database: Database
  ) throws -> AgreementSums {
    var sums = AgreementSums(detail: .none)
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.place, s.first, s.second, s.third, s.count
        FROM cut c JOIN cut_sums s ON s.question = ? AND s.cut = c.id WHERE c.kind = ?
        """, arguments: [codes.question, kind.rawValue])
    while let row = try cursor.next() { try sums.apply(codes.counted(row, from: 0)) }
    return sums
  }

  /// What was ruled may be a label that nobody gave.
  private func rulings(
    _ question: QuestionID, _ stored: QuestionSums
  ) throws(ReadFailure) -> HeatSource {
    try reading { database in
      guard let codes = try Codes(question, database, derivation) else {
        return HeatSource(sums: AgreementSums(detail: .none), labels: [])
      }
      let book = NameBook(database, settings: try EventFolder.settings(database, derivation))
      var labels = stored.labels
      var unseen: [Int64: Int] = [:]
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT o.rated, o.ruled, o.count, o.units FROM overruled o JOIN value v ON v.id = o.ruled
          WHERE o.question = ? ORDER BY v.content
          """, arguments: [codes.question])
      let counts = try rows.map { row in
        let ruled: Int64 = row[1]
        var code = codes.find(ruled) ?? unseen[ruled]
        if code == nil {
          unseen[ruled] = labels.count
          code = labels.count
          labels.append(try book.vote(ruled).value.name)
        }
        return RulingCount(
          rated: try codes.label(row[0]), ruled: code ?? 0, ratings: row[2], units: row[3])
      }
      return HeatSource(
        sums: try Self.part(codes, .ruled, database), labels: labels, labelOrder: stored.order,
        rulings: counts)
    }
  }
}

extension UnitCut {
  fileprivate var kind: CutKind {
    switch self {
    case .batch: .batch
    case .week: .week
    case .slice: .slice
    case .version: .version
    }
  }

  fileprivate var name: String {
    if case .slice(let name) = self { name } else { "" }
  }
}

extension Codes {
  /// A row of `cut_sums`, its keys as codes; columns from the place on.
  fileprivate func counted(_ row: Row, from column: Int) throws -> SumsRow {
    guard let place = SumsRow.Table(rawValue: row[column]) else {
      throw ReadFailure.stale("sums of an unknown kind")
    }
    return try recoded(
      SumsRow(
        place, row[column + 1], row[column + 2], row[column + 3], count: row[column + 4]))
  }
}

extension SumsRow {
  fileprivate var negated: SumsRow {
    SumsRow(table, first, second, third, fourth, count: -count)
  }
}
