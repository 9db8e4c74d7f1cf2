package import Agreement
package import Domain
import GRDB

extension ProjectIndex {
  /// The sums over the ratings in force of one question. O(cells): no rating is looked at.
  ///
  /// - Parameter detail: what of annotators is read. Their pairs are most of the cells, a label × label
  ///   table for every two of them.
  /// - Returns: nil for a question that nobody was asked.
  package func sums(
    _ question: QuestionID, detail: AnnotatorDetail = .pairs
  ) throws(ReadFailure) -> QuestionSums? {
    try reading { database in
      guard let codes = try Codes(question, database, derivation) else { return nil }
      var sums = AgreementSums(detail: detail)
      sums.reserve(annotators: codes.annotators.count, labels: codes.values.count)
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT place, first, second, third, fourth, count FROM sums
          WHERE question = ? AND place <= ?
          """, arguments: [codes.question, detail.lastTable.rawValue])
      while let row = try cursor.next() {
        guard let place = SumsRow.Table(rawValue: row[0]) else {
          throw ReadFailure.stale("sums of an unknown kind")
        }
        let stored = SumsRow(place, row[1], row[2], row[3], row[4], count: row[5])
        try sums.apply(codes.recoded(stored))
      }
      return QuestionSums(
        sums: sums, values: codes.values.map(\.value), labels: codes.values.map(\.value.name),
        order: codes.isDeclared ? .declared : .natural, annotators: codes.annotators,
        scale: codes.scale)
    }
  }

  /// How many units show each multiset of values, with the codes of `sums`: what the interval of an
  /// ordinal or interval α needs. O(units).
  package func patterns(_ question: QuestionID) throws(ReadFailure) -> PatternCounts? {
    try reading { database in
      guard let codes = try Codes(question, database, derivation) else { return nil }
      var patterns = PatternCounts()
      var unit: Int64 = -1
      var ratings: [UnitRating] = []
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT v.unit, v.value, v.votes FROM vote v JOIN unit u ON u.id = v.unit
          WHERE u.question = ? ORDER BY v.unit, v.place
          """, arguments: [codes.question])
      while let row = try cursor.next() {
        let next: Int64 = row[0]
        if next != unit {
          patterns.add(ratings)
          ratings.removeAll(keepingCapacity: true)
          unit = next
        }
        let rating = UnitRating(label: Int32(try codes.label(row[1])))
        ratings.append(contentsOf: repeatElement(rating, count: row[2]))
      }
      patterns.add(ratings)
      return patterns
    }
  }

  /// The labels that occur in ratings of a question, in byte order.
  package func labels(_ question: QuestionID) throws(ReadFailure) -> [LabelID] {
    try reading { database in
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM question WHERE name = ?", arguments: [question.text])
      return try id.map { try Self.labels($0, database) } ?? []
    }
  }

  /// Label × label over the units that stand open: how many units show both.
  package func openPairs(_ question: QuestionID) throws(ReadFailure) -> [LabelCell] {
    try cells("SELECT low, high, units FROM met_pair WHERE question = ? AND units > 0", question)
  }

  /// Rated × ruled: how often a value was given where another (or the same) was ruled.
  package func overruled(_ question: QuestionID) throws(ReadFailure) -> [LabelCell] {
    try cells("SELECT rated, ruled, count FROM overruled WHERE question = ?", question)
  }

  /// In the order of the values.
  private func cells(_ sql: String, _ question: QuestionID) throws(ReadFailure) -> [LabelCell] {
    try reading { database in
      let book = NameBook(database, settings: try EventFolder.settings(database, derivation))
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM question WHERE name = ?", arguments: [question.text])
      guard let id else { return [] }
      let cells = try Row.fetchAll(database, sql: sql, arguments: [id]).map { row in
        Cell(first: try book.vote(row[0]), second: try book.vote(row[1]), count: row[2])
      }
      return cells.sorted(by: Cell.areInOrder).map {
        LabelCell(first: $0.first.value, second: $0.second.value, count: $0.count)
      }
    }
  }

  private struct Cell {
    let first: VoteValue
    let second: VoteValue
    let count: Int

    static func areInOrder(_ left: Cell, _ right: Cell) -> Bool {
      if left.first.id != right.first.id { return VoteValue.areInOrder(left.first, right.first) }
      return VoteValue.areInOrder(left.second, right.second)
    }
  }
}

/// Turns the numbers of rows into codes without gaps, in an order that does not depend on imports.
struct Codes {
  let question: Int64
  let values: [VoteValue]
  let isDeclared: Bool
  let scale: Scale
  let annotators: [AnnotatorID]
  private var labelCodes: [Int64: Int] = [:]
  private var annotatorCodes: [Int64: Int] = [:]

  init?(_ name: QuestionID, _ database: Database, _ derivation: Derivation) throws {
    let id = try Int64.fetchOne(
      database, sql: "SELECT id FROM question WHERE name = ?", arguments: [name.text])
    guard let id else { return nil }
    let settings = try EventFolder.settings(database, derivation)
    let book = NameBook(database, settings: settings)
    let seen = try book.question(numbered: id).values.sorted().map { try book.vote($0) }
    question = id
    scale = settings.scale
    isDeclared = settings.declaredCount(for: seen.first?.value) != nil
    let declared = isDeclared ? settings.configuration.labels.map { Value.label($0.id) } : []
    let missing = declared.filter { value in !seen.contains { $0.value == value } }
    let unseen = missing.enumerated().map { index, value in
      settings.voteValue(
        id: -1 - Int64(index), value: value, content: Canonical.text(value.canonical))
    }
    values = (seen + unseen).sorted(by: VoteValue.areInOrder)
    for (code, value) in values.enumerated() { labelCodes[value.id] = code }
    let people = try Row.fetchAll(
      database,
      sql: """
        SELECT id, name FROM annotator
        WHERE id IN (SELECT first + 1 FROM sums WHERE question = ? AND place = ?) ORDER BY name
        """, arguments: [id, SumsRow.Table.annotatorLabel.rawValue])
    annotators = people.map { AnnotatorID($0[1]) }
    for (code, row) in people.enumerated() { annotatorCodes[row[0]] = code }
  }

  func find(_ id: Int64) -> Int? { labelCodes[id] }

  func label(_ id: Int64) throws -> Int {
    guard let code = labelCodes[id] else { throw ReadFailure.stale("sums of an unknown value") }
    return code
  }

  /// The same row, its keys as codes.
  func recoded(_ row: SumsRow) throws -> SumsRow {
    switch row.table {
    case .units, .agreement, .agreementSquared: return row
    case .labelRatings, .labelAgreement, .labelMoment:
      return SumsRow(row.table, row.first, try label(stored: row.second), count: row.count)
    case .labelPair:
      let (a, b) = (try label(stored: row.second), try label(stored: row.third))
      return SumsRow(row.table, row.first, min(a, b), max(a, b), count: row.count)
    case .annotatorLabel:
      return SumsRow(
        row.table, try annotator(row.first), try label(stored: row.second), count: row.count)
    case .annotatorPair:
      let (a, b) = (try annotator(row.first), try annotator(row.second))
      let (k, l) = (try label(stored: row.third), try label(stored: row.fourth))
      return a < b
        ? SumsRow(row.table, a, b, k, l, count: row.count)
        : SumsRow(row.table, b, a, l, k, count: row.count)
    }
  }

  /// Sums count from 0, rows from 1.
  private func label(stored code: Int) throws -> Int {
    try label(Int64(code) + 1)
  }

  private func annotator(_ code: Int) throws -> Int {
    guard let known = annotatorCodes[Int64(code) + 1] else {
      throw ReadFailure.stale("sums of an unknown annotator")
    }
    return known
  }
}

extension AnnotatorDetail {
  /// Tables are numbered so that those of annotators come last, and of them the pairs.
  fileprivate var lastTable: SumsRow.Table {
    switch self {
    case .none: .labelPair
    case .marginals: .annotatorLabel
    case .pairs: .annotatorPair
    }
  }
}
