package import Domain
import GRDB

extension ProjectIndex {
  /// Parts of the guideline with the rulings that may rest on them. Rulings on a single label's
  /// contests are a walk of all that were ruled; those between several labels come from an index.
  /// O(rulings found + clauses).
  ///
  /// - Parameter parts: what each part will say; nil for one that goes, and for a section.
  package func impact(
    on parts: [(part: GuidelinePart, text: ClauseText?)]
  ) throws(ReadFailure) -> [PartImpact] {
    try reading { database in
      var reader = RulingReader()
      return try parts.map { part, text in
        var impact = PartImpact(part: part, text: text)
        switch part {
        case .clause(let id):
          impact.citing = try reader.rulings(
            SQLRequest(
              literal: SQL(
                """
                SELECT \(sql: RulingReader.columns)
                FROM citation c JOIN seat s ON s.unit = c.unit AND s.seq = c.seq
                  JOIN unit u ON u.id = c.unit
                WHERE c.clause = \(id.text) AND s.status = 'ruled' AND s.seat = 'main'
                """)), database)
          guard let text else { break }
          impact.evidence = try Self.evidence(of: text, &reader, database)
          impact.contested = try Self.rulings(between: text.labels, &reader, database)
        case .section(.label(let label)):
          impact.contested = try Self.rulings(between: [label], &reader, database)
        case .section(.policy): break
        }
        return impact
      }
    }
  }

  /// The rulings that a clause was made from and those on its examples, as far as they stand.
  package func evidence(of text: ClauseText) throws(ReadFailure) -> [StandingRuling] {
    try reading { database in
      var reader = RulingReader()
      return try Self.evidence(of: text, &reader, database)
    }
  }

  /// The rulings that settle a contest between two of these labels, or with the one. By position.
  package func rulings(between labels: [LabelID]) throws(ReadFailure) -> [StandingRuling] {
    try reading { database in
      var reader = RulingReader()
      return try Self.rulings(between: labels, &reader, database)
    }
  }

  private static func evidence(
    of text: ClauseText, _ reader: inout RulingReader, _ database: Database
  ) throws -> [StandingRuling] {
    var found: [Int: StandingRuling] = [:]
    for seq in text.bornFrom {
      let rulings = try reader.rulings(standing(SQL("s.seq = \(seq)")), database)
      for ruling in rulings { found[ruling.seq] = ruling }
    }
    for unit in (text.examples + text.counterExamples).compactMap(\.unit) {
      let condition = SQL(
        "u.item_name = \(unit.item.text) AND u.question_name = \(unit.question.text)")
      let rulings = try reader.rulings(standing(condition), database)
      for ruling in rulings { found[ruling.seq] = ruling }
    }
    return found.values.sorted { $0.seq < $1.seq }
  }

  private static func standing(_ condition: SQL) -> SQLRequest<Row> {
    SQLRequest(
      literal: SQL(
        """
        SELECT \(sql: RulingReader.columns) FROM seat s JOIN unit u ON u.id = s.unit
        WHERE \(condition) AND s.seat = 'main' AND s.status = 'ruled'
        """))
  }

  private static func rulings(
    between labels: [LabelID], _ reader: inout RulingReader, _ database: Database
  ) throws -> [StandingRuling] {
    guard !labels.isEmpty else { return [] }
    let values = try Int64.fetchAll(
      database,
      SQLRequest(
        literal: SQL(
          "SELECT DISTINCT value FROM value_label WHERE label IN \(labels.map(\.text))")))
    guard !values.isEmpty else { return [] }
    let contest =
      labels.count == 1
      ? SQL("(u.low IN \(values) OR u.high IN \(values))")
      : SQL("u.low IN \(values) AND u.high IN \(values)")
    return try reader.rulings(
      SQLRequest(
        literal: SQL(
          """
          SELECT \(sql: RulingReader.columns) FROM unit u
            JOIN seat s ON s.unit = u.id AND s.seat = 'main'
          WHERE u.settled >= 0 AND u.low > 0 AND \(contest) ORDER BY u.settled
          """)), database)
  }
}
