package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// The rulings that stand and that a clause speaks of: contested between its labels, on its examples
  /// and counter-examples, behind it, and those that cite it; by position.
  /// O(rulings on its labels + cases that it names).
  package func ruledCases(
    of text: ClauseText, id: ClauseID?
  ) throws(ReadFailure) -> [RuledCase] {
    let units = (text.examples + text.counterExamples).compactMap(\.unit)
    return try reading { database in
      var numbers = Set(try units.compactMap { try Self.number(of: $0, database) })
      numbers.formUnion(try self.units(ofRulings: text.bornFrom, database))
      var meant = [SQL("u.id IN \(numbers.sorted())")] + Self.contested(among: text.labels)
      if let id {
        meant.append(SQL("u.id IN (SELECT unit FROM citation WHERE clause = \(id.text))"))
      }
      return try RuledCaseReader(database).cases(
        where: meant, citing: id)
    }
  }

  /// The rulings that stand on these units, in their order; a unit without one has none.
  package func ruledCases(on units: [UnitID]) throws(ReadFailure) -> [RuledCase] {
    try reading { database in
      let reader = RuledCaseReader(database)
      return try units.compactMap { unit in
        try Self.number(of: unit, database).flatMap {
          try reader.cases(where: [SQL("u.id = \($0)")], citing: nil).first
        }
      }
    }
  }

  /// What these items show; one that is not there has nothing. O(items).
  package func payloads(of items: [ItemID]) throws(ReadFailure) -> [ItemID: Payload] {
    try reading { database in
      let statement = try database.cachedStatement(sql: "SELECT payload FROM item WHERE name = ?")
      var payloads: [ItemID: Payload] = [:]
      for item in items where payloads[item] == nil {
        payloads[item] = try String.fetchOne(statement, arguments: [item.text])
          .flatMap { StoredText.payload($0) }
      }
      return payloads
    }
  }

  /// The number of a unit; nil where it is not there.
  private static func number(of unit: UnitID, _ database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT id FROM unit WHERE item_name = ? AND question_name = ?"),
      arguments: [unit.item.text, unit.question.text])
  }

  /// The units of the decisions at these positions; what is none is left out.
  private func units(ofRulings positions: [Int], _ database: Database) throws -> [Int64] {
    let head = try MetaTable.head(database).seq
    return try positions.compactMap { seq in
      guard seq <= head, case .decision(let decision) = try event(at: seq).body else { return nil }
      return try Self.number(of: decision.seatID.unit, database)
    }
  }

  /// Units that were ruled and contested between two of the labels; of one label, with any other.
  private static func contested(among labels: [LabelID]) -> [SQL] {
    guard !labels.isEmpty else { return [] }
    let values = SQL("SELECT value FROM value_label WHERE label IN \(labels.map(\.text))")
    guard labels.count == 1 else {
      return [SQL("u.settled >= 0 AND u.low IN (\(values)) AND u.high IN (\(values))")]
    }
    return [
      SQL("u.settled >= 0 AND u.low IN (\(values))"),
      SQL("u.settled >= 0 AND u.high IN (\(values))"),
    ]
  }
}

/// Reads rulings that stand with what they were contested between.
private final class RuledCaseReader {
  private let database: Database
  /// What was read of values and outcomes: few are many times.
  private var labels: [Int64: [LabelID]] = [:]
  private var outcomes: [String: Outcome] = [:]

  init(_ database: Database) {
    self.database = database
  }

  /// Those of units that meet one of these conditions on `unit u`, by position.
  func cases(where meant: [SQL], citing id: ClauseID?) throws -> [RuledCase] {
    var citing: Set<Int> = []
    if let id {
      citing = Set(
        try Int.fetchAll(
          database, sql: "SELECT seq FROM citation WHERE clause = ?", arguments: [id.text]))
    }
    var found: [Int: RuledCase] = [:]
    for condition in meant {
      let cursor = try SQLRequest<Row>(
        literal: SQL(
          """
          SELECT u.item_name, u.question_name, s.seq, s.outcome, s.by, u.low, u.high, u.route
          FROM unit u JOIN seat s ON s.unit = u.id AND s.seat = 'main'
          WHERE s.status = 'ruled' AND \(condition)
          """)
      ).fetchCursor(database)
      while let row = try cursor.next() {
        let seq: Int = row[2]
        guard found[seq] == nil else { continue }
        found[seq] = RuledCase(
          unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])), seq: seq,
          outcome: try outcome(row[3]), contest: try contest(row[5], row[6]), by: MemberID(row[4]),
          cites: id.map { citing.contains(seq) ? [$0] : [] } ?? [],
          route: (row[7] as Int) > 0 ? row[7] : nil)
      }
    }
    return found.values.sorted { $0.seq < $1.seq }
  }

  private func outcome(_ text: String) throws -> Outcome {
    if let known = outcomes[text] { return known }
    guard let outcome = StoredText.outcome(text) else {
      throw ReadFailure.stale("a seat cannot be read")
    }
    outcomes[text] = outcome
    return outcome
  }

  /// Of two label sets, those labels that only one has.
  private func contest(_ low: Int64, _ high: Int64) throws -> [LabelID] {
    guard low > 0, high > 0 else { return [] }
    let (one, other) = (Set(try labels(of: low)), Set(try labels(of: high)))
    return one.symmetricDifference(other).sorted()
  }

  private func labels(of value: Int64) throws -> [LabelID] {
    if let known = labels[value] { return known }
    let names = try String.fetchAll(
      database.cachedStatement(sql: "SELECT label FROM value_label WHERE value = ?"),
      arguments: [value])
    labels[value] = names.map { LabelID($0) }
    return labels[value] ?? []
  }
}
