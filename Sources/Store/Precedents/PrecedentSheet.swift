import Agreement
import Domain
import GRDB

/// Differences of the tables that precedents are found by, gathered over a transaction.
///
/// A ruling stands in them where it holds at the main seat, two values stood against each other, and
/// the item has words; always with the words that the item has now.
struct PrecedentSheet {
  /// Differences that are held before some are written.
  private static let limit = 1 << 18

  private struct Place: Hashable {
    let question: Int64
    let low: Int64
    let high: Int64
    let seq: Int

    /// nil for a unit whose ruling is no precedent.
    init?(_ unit: UnitRecord) {
      guard unit.settled >= 0, unit.low > 0 else { return nil }
      question = unit.question
      low = unit.low
      high = unit.high
      seq = unit.settled
    }

    /// Reads question, low, high and settled.
    init(_ row: Row) {
      question = row[0]
      low = row[1]
      high = row[2]
      seq = row[3]
    }
  }

  private struct Entry: Hashable, Comparable {
    let place: Place
    let word: UInt32

    static func < (left: Entry, right: Entry) -> Bool {
      let (a, b) = (left.place, right.place)
      return (a.question, a.low, a.high, left.word, a.seq)
        < (b.question, b.low, b.high, right.word, b.seq)
    }
  }

  private let database: Database
  private var entries: [Entry: Int] = [:]
  private var uses: [UInt32: Int] = [:]
  private var texts = 0

  init(_ database: Database) {
    self.database = database
  }

  /// Follows a unit whose ruling or contest changed. O(words of the item) where one did.
  mutating func move(from old: UnitRecord, to new: UnitRecord) throws {
    let (before, after) = (Place(old), Place(new))
    guard before != after else { return }
    let payload = try String.fetchOne(
      database.cachedStatement(sql: "SELECT payload FROM item WHERE id = ?"),
      arguments: [new.item])
    guard let shown = payload.flatMap({ StoredText.payload($0) }) else { return }
    let bag = WordBag(shown)
    if let before { add(bag, at: before, times: -1) }
    if let after { add(bag, at: after, times: 1) }
    if entries.count > Self.limit { try flush() }
  }

  /// Follows an item that shows something else from now on.
  mutating func move(_ item: Int64, from old: Payload, to new: Payload) throws {
    let places = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT question, low, high, settled FROM unit
          WHERE item = ? AND settled >= 0 AND low > 0
          """), arguments: [item]
    ).map { Place($0) }
    guard !places.isEmpty else { return }
    let (before, after) = (WordBag(old), WordBag(new))
    for place in places {
      add(before, at: place, times: -1)
      add(after, at: place, times: 1)
    }
  }

  private mutating func add(_ bag: WordBag, at place: Place, times: Int) {
    guard !bag.isEmpty else { return }
    texts += times
    for word in bag.words {
      entries[Entry(place: place, word: word.number), default: 0] += times
      uses[word.number, default: 0] += times
    }
  }

  /// Writes the differences and forgets them.
  mutating func flush() throws {
    guard !entries.isEmpty else { return }
    let inserting = try BoundStatement(
      database,
      """
      INSERT OR IGNORE INTO precedent_word (question, low, high, word, seq) VALUES (?, ?, ?, ?, ?)
      """)
    let deleting = try BoundStatement(
      database,
      """
      DELETE FROM precedent_word
      WHERE question = ? AND low = ? AND high = ? AND word = ? AND seq = ?
      """)
    // In the order of the table, so that many go to one page.
    for (entry, times) in entries.sorted(by: { $0.key < $1.key }) where times != 0 {
      let statement = times > 0 ? inserting : deleting
      statement.add(entry.place.question)
      statement.add(entry.place.low)
      statement.add(entry.place.high)
      statement.add(Int64(entry.word))
      statement.add(entry.place.seq)
      try statement.run()
    }
    try flushUses()
    self = PrecedentSheet(database)
  }

  private func flushUses() throws {
    let adding = try BoundStatement(
      database,
      """
      INSERT INTO word_use (word, texts) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET texts = texts + excluded.texts
      """)
    for (word, count) in uses.sorted(by: { $0.key < $1.key }) where count != 0 {
      adding.add(Int64(word))
      adding.add(count)
      try adding.run()
      guard count < 0 else { continue }
      try database.cachedStatement(sql: "DELETE FROM word_use WHERE word = ? AND texts = 0")
        .execute(arguments: [Int64(word)])
    }
    try database.execute(
      sql: """
        INSERT INTO counter (name, count) VALUES ('precedents', ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """, arguments: [texts])
  }
}
