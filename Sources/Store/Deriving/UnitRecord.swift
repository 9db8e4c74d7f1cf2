import Domain
import GRDB

/// One row of `unit` with its votes: everything a list shows, computed beforehand.
struct UnitRecord {
  /// `due` of a unit without a date: after every other.
  static let never = Int64.max

  var id: Int64 = 0
  let item: Int64
  let question: Int64
  let name: UnitID
  /// Breaks ties, so that never the order of an import does.
  let hash: Int64
  var batch: Int
  var votes: [VoteCount] = []
  var agreement: Double?
  var wrong = 0.0
  var gain = 0.0
  /// Empty for none.
  var tier = ""
  var due = UnitRecord.never
  /// 0 for none.
  var route = 0
  var isFlagged = false
  var status = UnitStatus.unrated
  /// Position of the ruling that stands at the main seat; −1 for none.
  var settled = -1
  /// The day of that ruling, since 1970.
  var day: Int64 = 0
  /// The value ruled, as a vote; 0 for none, and where a migration left it without meaning.
  var ruled: Int64 = 0
  /// What puts that ruling in doubt, as `DoubtCause.code`; 0 for nothing.
  var doubt = 0
  /// Its place in the newest audit's draw, from 1; 0 where it was not drawn.
  var audit = 0
  /// The batch of the latest vote, and the week of the latest that says when it was given.
  var lastBatch: Int?
  var lastWeek: Int?
  /// The newest version of the guideline that a vote was given under; 0 before the first.
  var lastVersion: Int?
  /// See `NameBook.Question.basis`.
  var basis: Int64 = -1

  init(item: Int64, question: Int64, name: UnitID, project: String, batch: Int) {
    self.item = item
    self.question = question
    self.name = name
    self.batch = batch
    hash = Self.orderedHash(project: project, name)
  }

  /// Notes which of its votes are the latest.
  mutating func setLatest(of votes: [StoredRating], _ versions: VersionTimes) throws {
    lastVersion = try votes.map { try versions.version(of: $0.batch, at: $0.at) }.max()
    lastBatch = votes.lazy.map(\.batch).max()
    lastWeek = votes.lazy.compactMap(\.at).max().map {
      Week(Instant(milliseconds: $0)).number
    }
  }

  /// Notes what puts its ruling in doubt, where nothing stronger does.
  mutating func doubt(by cause: DoubtCause) {
    if cause.outranks(DoubtCause(code: doubt)) { doubt = cause.code }
  }

  /// Whether an audit drew it and waits for its ruling.
  var isDrawn: Bool { audit > 0 && settled < 0 }
  /// Whether it waits for somebody.
  var isQueued: Bool { status.isQueued || isDrawn }

  var ratings: Int { votes.reduce(0) { $0 + $1.votes } }
  var lead: Int64 { votes.first?.value.id ?? 0 }
  /// The two foremost values, smaller number first; 0 where there are not two.
  var low: Int64 { votes.count > 1 ? min(votes[0].value.id, votes[1].value.id) : 0 }
  var high: Int64 { votes.count > 1 ? max(votes[0].value.id, votes[1].value.id) : 0 }

  /// The tie-break, moved so that signed columns sort it as the unsigned number it is.
  static func orderedHash(project: String, _ unit: UnitID) -> Int64 {
    let hash = SeededOrder.hash(project, unit.item.text, unit.question.text)
    return Int64(bitPattern: hash ^ (1 << 63))
  }
}

extension UnitRecord {
  static let columns = """
    u.id, u.item, u.question, u.item_name, u.question_name, u.hash, u.batch, u.status, \
    u.agreement, u.wrong, u.gain, u.tier, u.due, u.route, u.is_flagged, u.settled, u.day, \
    u.ruled, u.basis, u.last_batch, u.last_week, u.doubt, u.last_version, u.audit
    """

  /// Reads a row of `columns`; the votes are to be filled in.
  init(_ row: Row) {
    id = row[0]
    item = row[1]
    question = row[2]
    name = UnitID(item: ItemID(row[3]), question: QuestionID(row[4]))
    hash = row[5]
    batch = row[6]
    status = UnitStatus(code: row[7]) ?? .unrated
    agreement = row[8]
    wrong = row[9]
    gain = row[10]
    tier = row[11]
    due = row[12]
    route = row[13]
    isFlagged = row[14]
    settled = row[15]
    day = row[16]
    ruled = row[17]
    basis = row[18]
    lastBatch = row[19]
    lastWeek = row[20]
    doubt = row[21]
    lastVersion = row[22]
    audit = row[23]
  }

  /// Reads a unit with its votes.
  static func fetch(_ id: Int64, _ book: NameBook) throws -> UnitRecord? {
    let statement = try book.database.cachedStatement(
      sql: "SELECT \(columns) FROM unit u WHERE u.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    return try UnitRecord(row).withVotes(book)
  }

  func withVotes(_ book: NameBook) throws -> UnitRecord {
    let statement = try book.database.cachedStatement(
      sql: "SELECT value, votes FROM vote WHERE unit = ? ORDER BY place")
    var record = self
    let cursor = try Row.fetchCursor(statement, arguments: [id])
    while let vote = try cursor.next() {
      record.votes.append(VoteCount(value: try book.vote(vote[0]), votes: vote[1]))
    }
    return record
  }
}
