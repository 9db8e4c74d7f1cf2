import Agreement
import Domain
import GRDB

/// Walks through the ratings in force of one question, item by item, and keeps what counts.
struct VoteColumnReader {
  private let database: Database
  private let book: NameBook
  private let question: Int64
  private let abstained: Int64?
  /// By the number of a value as it was written: as votes are counted by it.
  private var votes: [Int64] = []

  /// By unit of the columns, in ascending order.
  private(set) var items: [Int64] = []
  private var offsets = [0]
  private var annotators: [Int64] = []
  private var labels: [Int64] = []
  private var times: [Int64] = []
  private var durations: [Int64] = []
  private var gold: [Int64] = []
  private var models: [Int64: [ModelVote]] = [:]
  private var declined: [Int64: Int] = [:]
  private var hasRounds = false

  private struct ModelVote {
    let unit: Int
    let label: Int64
  }

  /// A row that comes twice from one annotator is the one of the last round.
  private struct Line {
    let annotator: Int64
    let vote: Int64
    let at: Int64
    let milliseconds: Int64
    let round: RoundID?
  }

  private static let none: Int64 = 0
  private static let rowsBetweenQuestions = 8192

  init(_ database: Database, settings: Settings, question: Int64) throws {
    self.database = database
    self.question = question
    book = NameBook(database, settings: settings)
    abstained = try Int64.fetchOne(
      database, sql: "SELECT id FROM value WHERE content = ?",
      arguments: [Canonical.text(Value.abstained.canonical)])
  }

  /// - Returns: false where it was stopped.
  mutating func walk(while isWanted: () -> Bool) throws -> Bool {
    let rows = try BoundStatement(
      database,
      """
      SELECT item, annotator, value, origin, at, milliseconds, round FROM rating
      WHERE question = ? AND in_force = 1 ORDER BY item, batch, ordinal
      """)
    rows.add(question)
    var unit: [Line] = []
    var isWhole = true
    var count = 0
    try rows.forEachRow { row in
      guard isWhole else { return }
      count += 1
      if count % Self.rowsBetweenQuestions == 0 { isWhole = isWanted() }
      let item = row.int64(0)
      if items.last != item {
        if !items.isEmpty { close(&unit) }
        items.append(item)
        gold.append(Self.none)
      }
      try take(row, into: &unit)
    }
    if !items.isEmpty { close(&unit) }
    return isWhole
  }

  private mutating func take(_ row: BoundStatement, into unit: inout [Line]) throws {
    let value = row.int64(2)
    let vote = try value == abstained ? Self.none : vote(value)
    switch Origin(code: row.int64(3)) {
    case .person:
      unit.append(
        Line(
          annotator: row.int64(1), vote: vote, at: row.optionalInt64(4) ?? VoteTable.noTime,
          milliseconds: row.optionalInt64(5) ?? -1, round: row.text(6).map { RoundID($0) }))
    case .model:
      guard vote != Self.none else { return }
      models[row.int64(1), default: []].append(ModelVote(unit: items.count - 1, label: vote))
    case .gold: gold[items.count - 1] = vote
    case .trial: break
    }
  }

  /// Ends a unit: of each annotator the rating of the last round counts.
  private mutating func close(_ unit: inout [Line]) {
    for (place, line) in unit.enumerated()
    where line.annotator == 0 || isLast(line, at: place, in: unit) {
      guard line.vote != Self.none else {
        if line.annotator != 0 { declined[line.annotator, default: 0] += 1 }
        continue
      }
      annotators.append(line.annotator)
      labels.append(line.vote)
      times.append(line.at)
      durations.append(line.milliseconds)
    }
    offsets.append(labels.count)
    unit.removeAll(keepingCapacity: true)
  }

  private func isLast(_ line: Line, at place: Int, in unit: [Line]) -> Bool {
    for (other, entry) in unit.enumerated() where other != place {
      guard entry.annotator == line.annotator else { continue }
      let (own, theirs) = (line.round ?? RoundID(""), entry.round ?? RoundID(""))
      if own.precedes(theirs) { return false }
      // One of a round is in force; of equal ones the first counts, as everywhere.
      if !theirs.precedes(own), other < place { return false }
    }
    return true
  }

  private mutating func vote(_ value: Int64) throws -> Int64 {
    if votes.count <= Int(value) {
      votes.append(contentsOf: repeatElement(Self.none, count: Int(value) + 1 - votes.count))
    }
    guard votes[Int(value)] == Self.none else { return votes[Int(value)] }
    let vote =
      try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT vote FROM value WHERE id = ?"), arguments: [value])
      ?? value
    votes[Int(value)] = vote
    return vote
  }

  /// Everything under codes that depend on names alone.
  func columns() throws -> VoteColumns {
    let rulings = try rulings()
    let marks = try GoldTable.marks(question, database)
    let codes = try LabelCodes(
      book, seen: Set(votes).subtracting([Self.none]),
      also: rulings.values + marks.values.compactMap(\.self))
    let names = try names()
    let nobody = AnnotatorID("")
    let people = persons.sorted { names[$0, default: nobody] < names[$1, default: nobody] }
    var personCodes = Array(repeating: Int32(-1), count: Int(people.max() ?? 0) + 1)
    for (code, id) in people.enumerated() { personCodes[Int(id)] = Int32(code) }
    let table = VoteTable(
      offsets: offsets, annotators: annotators.map { personCodes[Int($0)] },
      labels: labels.map { codes.code($0) }, annotatorCount: people.count,
      labelCount: codes.values.count,
      times: times.contains { $0 != VoteTable.noTime } ? times : [],
      durations: durations.contains { $0 >= 0 } ? durations : [])
    return VoteColumns(
      votes: table, people: people.map { names[$0, default: nobody] },
      abstentions: people.map { declined[$0] ?? 0 },
      models: models.keys.map { id in
        VoteColumns.Model(
          name: names[id, default: nobody], labels: labels(of: models[id] ?? [], codes))
      }.sorted { $0.name < $1.name },
      values: codes.values,
      gold: gold(marks, codes),
      ruled: ruled(rulings, codes))
  }

  /// The last mark of a unit, else the value that came in as gold.
  private func gold(_ marks: [Int64: Outcome?], _ codes: LabelCodes) -> [Int32] {
    let labels = zip(items, gold).map { item, vote -> Int32 in
      guard let mark = marks[item] else { return codes.code(vote) }
      return mark?.value.flatMap { codes.code($0) } ?? AnnotatorEvidence.unknown
    }
    return labels.contains { $0 >= 0 } ? labels : []
  }

  private func labels(of votes: [ModelVote], _ codes: LabelCodes) -> [Int32] {
    var labels = Array(repeating: Int32(-1), count: items.count)
    for vote in votes { labels[vote.unit] = codes.code(vote.label) }
    return labels
  }

  /// Everybody who rated or declined.
  private var persons: [Int64] {
    var isThere: [Bool] = []
    for id in annotators {
      if isThere.count <= Int(id) {
        isThere.append(contentsOf: repeatElement(false, count: Int(id) + 1 - isThere.count))
      }
      isThere[Int(id)] = true
    }
    let raters = isThere.indices.dropFirst().filter { isThere[$0] }.map { Int64($0) }
    return raters + declined.keys.filter { !isThere.indices.contains(Int($0)) || !isThere[Int($0)] }
  }

  private func names() throws -> [Int64: AnnotatorID] {
    let rows = try Row.fetchAll(database, sql: "SELECT id, name FROM annotator")
    return Dictionary(
      rows.map { ($0[0] as Int64, AnnotatorID($0[1])) }, uniquingKeysWith: { first, _ in first })
  }

  /// What stands ruled, by item.
  private func rulings() throws -> [Int64: Outcome] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT u.item, s.status, s.seq, s.by, s.outcome, u.ruled
        FROM seat s JOIN unit u ON u.id = s.unit
        WHERE u.question = ? AND s.seat = ? AND s.status = ?
        """,
      arguments: [question, Seat.main.rawValue, SeatStanding.Status.ruled.rawValue])
    var rulings: [Int64: Outcome] = [:]
    while let row = try cursor.next() {
      let outcome = try SeatTable.standing(row, from: 1).outcome
      // A migration left it without meaning.
      if outcome.value != nil, (row[5] as Int64) == 0 { continue }
      rulings[row[0]] = outcome
    }
    return rulings
  }

  private func ruled(_ rulings: [Int64: Outcome], _ codes: LabelCodes) -> [Int32] {
    guard !rulings.isEmpty else { return [] }
    return items.map { item in
      switch rulings[item] {
      case .value(let value): codes.code(value) ?? AnnotatorEvidence.noneOfThese
      case .noneOfThese: AnnotatorEvidence.noneOfThese
      case .ambiguous, .notAnnotatable, .outsideGuideline, .escalated, nil:
        AnnotatorEvidence.unknown
      }
    }
  }
}
