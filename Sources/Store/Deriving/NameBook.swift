import Domain
import GRDB

/// Names and values with their numbers, looked up once a transaction and made where they are new.
///
/// It belongs to one transaction of one connection.
final class NameBook {
  /// A question, and what was seen under it so far.
  struct Question {
    let id: Int64
    let name: QuestionID
    /// Counts changes of `values` and of the range: figures computed on an older basis are stale.
    var basis: Int64
    /// The votes that were ever given.
    var values: Set<Int64>
    var range: ClosedRange<Double>?
  }

  /// The number of a value as written, and of the vote that it is.
  struct Entry {
    let id: Int64
    let vote: Int64
  }

  let database: Database
  let settings: Settings
  private(set) var questions: [Int64: Question] = [:]
  private var questionIDs: [QuestionID: Int64] = [:]
  private var annotators: [AnnotatorID: Int64] = [:]
  private var values: [Value: Entry] = [:]
  private var numbers: [AnyContent: Entry] = [:]
  private var votes: [Int64: VoteValue] = [:]
  private(set) var touchedQuestions: Set<Int64> = []

  /// Texts of values, compared by bytes.
  private typealias AnyContent = Identifier<VoteValue>

  init(_ database: Database, settings: Settings) {
    self.database = database
    self.settings = settings
  }

  func question(_ name: QuestionID) throws -> Int64 {
    if let id = questionIDs[name] { return id }
    let found = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM question WHERE name = ?"),
      arguments: [name.text])
    let id: Int64
    if let found {
      id = found
    } else {
      try database.execute(
        sql: "INSERT INTO question (name, basis) VALUES (?, 0)", arguments: [name.text])
      id = database.lastInsertedRowID
    }
    questionIDs[name] = id
    _ = try question(numbered: id)
    return id
  }

  func question(numbered id: Int64) throws -> Question {
    if let question = questions[id] { return question }
    let row = try Row.fetchOne(
      database, sql: "SELECT name, basis, low, high FROM question WHERE id = ?", arguments: [id])
    let seen = try Int64.fetchSet(
      database, sql: "SELECT value FROM question_value WHERE question = ?", arguments: [id])
    let name: String = row?[0] ?? ""
    var range: ClosedRange<Double>?
    if let low: Double = row?[2], let high: Double = row?[3] { range = low...max(low, high) }
    let question = Question(
      id: id, name: QuestionID(name), basis: row?[1] ?? 0, values: seen, range: range)
    questions[id] = question
    return question
  }

  /// Remembers that a vote was given under a question. O(1) where it was given before.
  func note(_ vote: Int64, under question: Int64) throws {
    guard var known = questions[question], !known.values.contains(vote) else { return }
    known.values.insert(vote)
    known.basis += 1
    if let number = try self.vote(vote).number {
      let range = known.range ?? number...number
      known.range = min(range.lowerBound, number)...max(range.upperBound, number)
    }
    questions[question] = known
    touchedQuestions.insert(question)
    try database.execute(
      sql: "INSERT INTO question_value (question, value) VALUES (?, ?)",
      arguments: [question, vote])
  }

  /// Writes what was learnt of questions.
  func flush() throws {
    for id in touchedQuestions.sorted() {
      guard let question = questions[id] else { continue }
      try database.execute(
        sql: "UPDATE question SET basis = ?, low = ?, high = ? WHERE id = ?",
        arguments: [question.basis, question.range?.lowerBound, question.range?.upperBound, id])
    }
    touchedQuestions = []
  }

  /// 0 for nobody.
  func annotator(_ name: AnnotatorID?) throws -> Int64 {
    guard let name else { return 0 }
    if let id = annotators[name] { return id }
    let person = settings.resolved(name)
    let found = try Int64.fetchOne(
      database, sql: "SELECT id FROM annotator WHERE name = ?", arguments: [person.text])
    let id: Int64
    if let found {
      id = found
    } else {
      try database.execute(
        sql: "INSERT INTO annotator (name) VALUES (?)", arguments: [person.text])
      id = database.lastInsertedRowID
    }
    annotators[name] = id
    return id
  }

  func entry(_ value: Value) throws -> Entry {
    // Equal numbers may be written differently, and what was written is kept.
    if case .number = value {
      let content = Canonical.text(value.canonical)
      if let entry = numbers[AnyContent(content)] { return entry }
      let entry = try stored(value, content: content)
      numbers[AnyContent(content)] = entry
      return entry
    }
    if let entry = values[value] { return entry }
    let entry = try stored(value, content: Canonical.text(value.canonical))
    values[value] = entry
    return entry
  }

  /// A value by its number as a vote.
  func vote(_ id: Int64) throws -> VoteValue {
    if let vote = votes[id] { return vote }
    let content =
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT content FROM value WHERE id = ?"), arguments: [id])
      ?? ""
    let vote = settings.voteValue(
      id: id, value: StoredText.value(content) ?? .abstained, content: content)
    votes[id] = vote
    return vote
  }

  private func stored(_ value: Value, content: String) throws -> Entry {
    let row = try Row.fetchOne(
      database, sql: "SELECT id, vote FROM value WHERE content = ?", arguments: [content])
    if let row { return Entry(id: row[0], vote: row[1]) }
    if case .number(let number) = value, let plain = Number(number.canonicalText),
      !plain.source.utf8.elementsEqual(number.source.utf8)
    {
      let vote = try entry(.number(plain)).vote
      try database.execute(
        sql: "INSERT INTO value (content, vote, name) VALUES (?, ?, ?)",
        arguments: [content, vote, value.name])
      return Entry(id: database.lastInsertedRowID, vote: vote)
    }
    try database.execute(
      sql: "INSERT INTO value (content, vote, name) VALUES (?, 0, ?)",
      arguments: [content, value.name])
    let id = database.lastInsertedRowID
    try database.execute(sql: "UPDATE value SET vote = id WHERE id = ?", arguments: [id])
    for label in value.mentionedLabels {
      try database.execute(
        sql: "INSERT INTO value_label (label, value) VALUES (?, ?)", arguments: [label.text, id])
    }
    return Entry(id: id, vote: id)
  }
}
