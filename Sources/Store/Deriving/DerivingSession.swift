import Domain
import GRDB

/// One transaction's worth of changes: names, rows, and the differences of the integer tables.
///
/// `flush` writes the differences; without it the transaction must be rolled back.
struct DerivingSession {
  let database: Database
  let project: String
  /// How what was said before label sets changed reads now.
  let reading: LabelReading
  let book: NameBook
  let deriver: UnitDeriver
  let versions: VersionTimes
  var writer: UnitWriter
  var sums = SumsSheet()

  init(
    _ database: Database, settings: Settings, reading: LabelReading, project: String
  ) throws {
    self.database = database
    self.project = project
    self.reading = reading
    book = NameBook(database, settings: settings)
    deriver = UnitDeriver(book: book, reading: reading)
    versions = VersionTimes(database)
    writer = try UnitWriter(book: book)
  }

  mutating func flush() throws {
    try book.flush()
    try sums.flush(to: database)
    try writer.sheet.flush(to: database)
    try writer.cuts.flush()
    try writer.precedents.flush()
  }

  /// Computes a row anew and writes it. `change` may alter it first.
  mutating func refresh(
    _ id: Int64, _ change: (inout UnitRecord) throws -> Void = { _ in }
  ) throws {
    guard let old = try UnitRecord.fetch(id, book) else { return }
    var new = old
    try change(&new)
    try deriver.refresh(&new, seats: SeatTable.seats(of: id, database))
    try writer.update(old, to: new)
  }

  /// Computes rows anew that rest on less than what is now known of their question.
  mutating func refreshStale() throws {
    for question in book.touchedQuestions.sorted() {
      guard let basis = book.questions[question]?.basis else { continue }
      let stale = try Int64.fetchAll(
        database, sql: "SELECT id FROM unit WHERE question = ? AND basis <> ?",
        arguments: [question, basis])
      for id in stale { try refresh(id) }
    }
  }

  /// The unit's number; a unit nobody has heard of is made, without ratings.
  mutating func unit(_ name: UnitID) throws -> Int64 {
    let found = try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT id FROM unit WHERE item_name = ? AND question_name = ?"),
      arguments: [name.item.text, name.question.text])
    if let found { return found }
    let items = try ItemTable(database)
    let item: Int64
    if let stored = try items.find(name.item) {
      item = stored.id
    } else {
      item = try items.insert(Item(id: name.item, payload: .none), 0)
      writer.sheet.add(1, to: .items)
    }
    var unit = UnitRecord(
      item: item, question: try book.question(name.question), name: name, project: project,
      batch: try ItemTable.batch(of: item, database))
    try deriver.refresh(&unit, seats: [:])
    try writer.insert(&unit)
    return unit.id
  }
}
