package import Domain
import GRDB

/// Which units of a question are read.
package enum UnitsRead: Sendable {
  case all
  /// Those with ratings that are no longer in force: where somebody rated twice.
  case unitsWithHistory
}

extension ProjectIndex {
  /// All ratings of a question with everything that stands beside them, in one consistent state.
  /// O(ratings), read row by row.
  ///
  /// - Returns: nil for a question that nobody was asked.
  package func ratings(
    _ question: QuestionID, of units: UnitsRead = .all
  ) throws(ReadFailure) -> RatingCollection? {
    try reading { database in
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM question WHERE name = ?", arguments: [question.text])
      guard let id else { return nil }
      var reader = CollectionReader(question)
      switch units {
      case .all:
        try reader.readLines(id, database)
        try reader.readSlices(id, database)
        try reader.readRulings(id, database)
        try reader.readMarks(id, database)
      case .unitsWithHistory:
        let past = "SELECT item FROM rating WHERE question = \(id) AND in_force = 0"
        try reader.readLines(id, database, where: "u.item IN (\(past))")
      }
      return reader.collection
    }
  }

  /// Whether a model's ratings stand beside people's. O(ratings of the question) where there are none.
  package func hasModelVotes(_ question: QuestionID) throws(ReadFailure) -> Bool {
    try reading { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM rating r JOIN question q ON q.id = r.question
            WHERE q.name = ? AND r.origin = ? AND r.in_force = 1)
          """, arguments: [question.text, Origin.model.code]) ?? false
    }
  }
}

/// Reads the tables of one question and gives things numbers as they come.
private struct CollectionReader {
  private(set) var collection: RatingCollection
  private var items: [Int64: Int32] = [:]
  private var annotators: [Int64: Int32] = [:]
  private var values: [Int64: Int32] = [:]
  private var rounds: [RoundID: Int32] = [:]

  init(_ question: QuestionID) {
    collection = RatingCollection(question: question)
  }

  mutating func readLines(
    _ question: Int64, _ database: Database, where condition: String = "1"
  ) throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT r.item, u.item_name, r.annotator, a.name, v.vote, r.round, r.batch, r.origin,
          r.in_force, r.at, r.milliseconds, r.confidence
        FROM unit u JOIN rating r ON r.item = u.item AND r.question = u.question
          JOIN value v ON v.id = r.value LEFT JOIN annotator a ON a.id = r.annotator
        WHERE u.question = ? AND \(condition)
        ORDER BY r.item, r.batch, r.ordinal
        """, arguments: [question])
    let versions = VersionTimes(database)
    while let row = try cursor.next() {
      let confidence: String? = row[11]
      let version = try versions.version(of: row[6], at: row[9])
      collection.lines.append(
        RatingCollection.Line(
          item: item(row[0], row), annotator: annotator(row[2], row),
          value: try value(row[4], database), round: round(row[5]), batch: row[6],
          version: Int32(version), origin: Origin(code: row[7]), isInForce: row[8], at: row[9],
          milliseconds: row[10],
          confidence: confidence.flatMap { Number($0)?.double }))
    }
  }

  mutating func readSlices(_ question: Int64, _ database: Database) throws {
    collection.slices = Array(repeating: [], count: collection.items.count)
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.item, s.name, s.content FROM slice s
        WHERE s.item IN (SELECT item FROM unit WHERE question = ?) ORDER BY s.item, s.name
        """, arguments: [question])
    while let row = try cursor.next() {
      guard let item = items[row[0]] else { continue }
      collection.slices[Int(item)].append(Slice(key: row[1], value: row[2]))
    }
  }

  /// What settles: a decision that stands at the main seat.
  mutating func readRulings(_ question: Int64, _ database: Database) throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT u.item, s.status, s.seq, s.by, s.outcome, u.ruled
        FROM seat s JOIN unit u ON u.id = s.unit
        WHERE u.question = ? AND s.seat = ? AND s.status = ?
        """,
      arguments: [question, Seat.main.rawValue, SeatStanding.Status.ruled.rawValue])
    while let row = try cursor.next() {
      guard let item = items[row[0]] else { continue }
      let outcome = try SeatTable.standing(row, from: 1).outcome
      // A migration left it without meaning.
      if outcome.value != nil, (row[5] as Int64) == 0 { continue }
      collection.rulings[item] = Self.counted(outcome)
    }
  }

  mutating func readMarks(_ question: Int64, _ database: Database) throws {
    for (id, outcome) in try GoldTable.marks(question, database) {
      guard let item = items[id] else { continue }
      collection.marks[item] = .some(outcome.map { Self.counted($0) }?.value)
    }
  }

  /// Amounts as votes are counted by them.
  private static func counted(_ outcome: Outcome) -> Outcome {
    guard case .value(.number(let number)) = outcome, let plain = Number(number.canonicalText)
    else { return outcome }
    return .value(.number(plain))
  }

  private mutating func item(_ id: Int64, _ row: Row) -> Int32 {
    if let known = items[id] { return known }
    let number = Int32(collection.items.count)
    collection.items.append(ItemID(row[1]))
    items[id] = number
    return number
  }

  private mutating func annotator(_ id: Int64, _ row: Row) -> Int32 {
    if let known = annotators[id] { return known }
    guard let name: String = row[3] else { return -1 }
    let number = Int32(collection.annotators.count)
    collection.annotators.append(AnnotatorID(name))
    annotators[id] = number
    return number
  }

  private mutating func value(_ id: Int64, _ database: Database) throws -> Int32 {
    if let known = values[id] { return known }
    let content = try String.fetchOne(
      database.cachedStatement(sql: "SELECT content FROM value WHERE id = ?"), arguments: [id])
    guard let value = content.flatMap({ StoredText.value($0) }) else {
      throw ReadFailure.stale("value \(id) cannot be read")
    }
    guard value != .abstained else {
      values[id] = -1
      return -1
    }
    let number = Int32(collection.values.count)
    collection.values.append(value)
    values[id] = number
    return number
  }

  private mutating func round(_ name: String?) -> Int32 {
    guard let name else { return -1 }
    if let known = rounds[RoundID(name)] { return known }
    let number = Int32(collection.rounds.count)
    collection.rounds.append(name)
    rounds[RoundID(name)] = number
    return number
  }
}
