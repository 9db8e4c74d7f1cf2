package import Domain
package import Ledger
import Synchronization

/// A log in PostgreSQL: the same lines, with the same hashes, as a file would hold.
///
/// An append is one statement and one transaction: the head is moved by compare-and-swap, and the
/// lines, all of whose bytes were made here, are checked and inserted. Where the answer to it is lost
/// the append is *unknown*, not failed: the log is asked for the operations, and where they are not
/// there the same bytes are sent again, which the server takes once at most.
///
/// What was seen once must still be there: a head that went back, or another line under a position
/// that was seen, is a broken log.
package final class PostgresEventStore: EventStore {
  /// How lines come into the log.
  package enum Manner: Sendable {
    /// Each by whoever acted, who must hold the role.
    case asMember
    /// By the owner of the tables, from a log that was decided elsewhere.
    case loading

    fileprivate var function: String {
      switch self {
      case .asMember: "append"
      case .loading: "load"
      }
    }
  }

  private let pool: ConnectionPool
  private let project: OperationID
  private let manner: Manner
  private let seen: Mutex<Head>

  /// Rows that are read in one statement.
  private static let block = 1024
  /// How often an append that met others' transactions is sent again.
  private static let patience = 20

  /// - Parameter known: heads that were seen before: the index's, the remembered one. The log must have
  ///   them all.
  /// - Throws: `.noLog` where the schema has no such project, `.broken`, `.server`.
  package init(
    _ pool: ConnectionPool, project: OperationID, known: [Head] = [], manner: Manner = .asMember
  ) throws(LedgerError) {
    self.pool = pool
    self.project = project
    self.manner = manner
    seen = Mutex(.empty)
    for head in known.sorted(by: { $0.seq < $1.seq }) { try require(head) }
    _ = try head()
  }

  package func head() throws(LedgerError) -> Head {
    let before = seen.withLock { $0 }
    let rows = try reading { connection throws(ServerFailure) in
      try connection.query(
        """
        SELECT h.seq, h.hash,
          (SELECT l.hash FROM log l WHERE l.project = h.project AND l.seq = $2)
        FROM head h WHERE h.project = $1
        """, [.text(project.hex), .integer(before.seq)])
    }
    guard let head = Self.head(rows, 0) else { throw .noLog(path: path) }
    guard before.seq >= 0 else { return note(head) }
    guard head.seq >= before.seq else {
      throw .broken(.endsBefore(before, end: head, path: path))
    }
    let found = rows.text(0, 2).flatMap { Digest(hex: $0) } ?? .zero
    guard found == before.hash else { throw .broken(.differs(before, found: found, path: path)) }
    return note(head)
  }

  package func read(from: Int, limit: Int) throws(LedgerError) -> [Event] {
    var events: [Event] = []
    try lines(from: from, limit: limit) { (line) throws(LedgerError) in
      events.append(try event(line))
    }
    return events
  }

  package func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult {
    let encoded = try EncodedDraft.all(drafts)
    let lines = try EncodedDraft.lines(encoded, after: expecting)
    for attachment in encoded.flatMap(\.attachments) { try store(attachment) }
    guard !lines.isEmpty else {
      try require(expecting)
      return .appended([])
    }
    let deadline = Deadline(pool.times.patience)
    var attempt = 0
    while true {
      switch send(lines, expecting) {
      case .success(.taken):
        let events = lines.map(\.event)
        if let last = events.last { _ = note(Head(of: last)) }
        return .appended(events)
      case .success(.lost(let head, let known)):
        guard known == expecting.hash || expecting.seq < 0 else {
          try require(expecting)
          continue
        }
        return .conflict(note(head))
      case .success(.unclear):
        let outlook = try outlook(drafts, expecting)
        if case .appended = outlook { continue }
        return outlook
      case .failure(let failure):
        guard failure.isToBeRepeated || failure.isPassing else { throw .server(failure) }
        attempt += 1
        guard attempt < Self.patience, !deadline.isOver else { throw .server(failure) }
        deadline.pause(min(20 << min(attempt, 5), 500))
        guard failure.isPassing else { continue }
        // Asked before it is sent again, and not only by the server's compare-and-swap: so that what
        // came through is known for that even where the head has moved on.
        let outlook = try outlook(drafts, expecting)
        guard case .appended = outlook else { return outlook }
      }
    }
  }

  /// The log's lines as they stand, without line feeds, in order and chained.
  package func forEachLine(
    from start: Int, _ take: ([UInt8]) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    try lines(from: start, limit: Int.max) { (line) throws(LedgerError) in
      try take(line.line.bytes.dropLast())
    }
  }

  /// What a line names by digest; nil where it is not there.
  package func attachment(_ digest: Digest) throws(LedgerError) -> [UInt8]? {
    let rows = try reading { connection throws(ServerFailure) in
      try connection.query(
        "SELECT a.content FROM attachment a WHERE a.project = $1 AND a.digest = $2",
        [.text(project.hex), .text(digest.hex)])
    }
    return rows.bytes(0, 0)
  }

  // MARK: - Appending

  private enum Answer {
    case taken
    /// The head is another one, none of the operations is there, and this is the hash of the expected
    /// one's line.
    case lost(Head, known: Digest?)
    /// Some of the operations are there, or nothing is.
    case unclear
  }

  /// What the server says to the lines.
  private func send(
    _ lines: [EncodedDraft.Line], _ expecting: Head
  ) -> Result<Answer, ServerFailure> {
    let block = lines.map { $0.bytes.dropLast() }.joined(separator: [0x0A])
    do throws(ServerFailure) {
      let rows = try pool.once { connection throws(ServerFailure) in
        try connection.query(
          """
          SELECT head_seq, head_hash, is_appended, known_hash, is_there
          FROM \(manner.function)($1, $2, $3, $4)
          """,
          [
            .text(project.hex), .integer(expecting.seq), .text(expecting.hash.hex),
            .textBytes(Array(block)),
          ])
      }
      if rows.boolean(0, 2) == true { return .success(.taken) }
      guard let head = Self.head(rows, 0), rows.boolean(0, 4) == false else {
        return .success(.unclear)
      }
      return .success(.lost(head, known: rows.text(0, 3).flatMap { Digest(hex: $0) }))
    } catch {
      return .failure(error)
    }
  }

  /// What became of drafts that were perhaps appended; `.appended` where nothing came after the
  /// expected head, and they may be sent.
  private func outlook(
    _ drafts: [EventDraft], _ expecting: Head
  ) throws(LedgerError) -> AppendResult {
    try require(expecting)
    var later: [ReadLine] = []
    try lines(from: expecting.seq + 1, limit: Int.max) { (line) throws(LedgerError) in
      later.append(line)
    }
    let operations = drafts.map(\.operation)
    switch AppendOutlook(operations: operations, since: later.map(\.operation)) {
    case .free: return .appended([])
    case .conflict: return .conflict(later.last?.head ?? expecting)
    case .alreadyThere(let places):
      var events: [Event] = []
      for place in places { events.append(try event(later[place])) }
      return .alreadyThere(events)
    }
  }

  private func store(_ attachment: Attachment) throws(LedgerError) {
    let rows = try reading { connection throws(ServerFailure) in
      try connection.query("SELECT attach($1, $2)", [.text(project.hex), .bytes(attachment.bytes)])
    }
    guard rows.text(0, 0) == attachment.digest.hex else {
      throw .attachment(attachment.digest, path: path)
    }
  }

  // MARK: - Reading

  /// Requires that the log has a line, as it was seen.
  private func require(_ known: Head) throws(LedgerError) {
    guard known.seq >= 0 else { return }
    let rows = try reading { connection throws(ServerFailure) in
      try connection.query(
        """
        SELECT h.seq, h.hash, l.hash
        FROM head h LEFT JOIN log l ON l.project = h.project AND l.seq = $2 AND l.seq <= h.seq
        WHERE h.project = $1
        """, [.text(project.hex), .integer(known.seq)])
    }
    guard let head = Self.head(rows, 0) else { throw .noLog(path: path) }
    guard let found = rows.text(0, 2).flatMap({ Digest(hex: $0) }) else {
      throw .broken(.endsBefore(known, end: head, path: path))
    }
    guard found == known.hash else { throw .broken(.differs(known, found: found, path: path)) }
    _ = note(known)
  }

  /// Hands over the lines of a range in order, each checked, the first against the one before it too.
  private func lines(
    from: Int, limit: Int, _ take: (ReadLine) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let first = max(0, from)
    var left = limit
    var next = first
    var chain = LineChain(after: first == 0 ? .empty : nil, path: path)
    while left > 0 {
      // The line before comes along once, for its hash.
      let start = next == first && first > 0 ? first - 1 : next
      let count = min(left, Self.block)
      let page = try page(from: start, to: next + count - 1)
      if page.last < next { return }
      for (seq, stored) in page.lines {
        let line = try chain.take(seq: seq, stored: stored)
        if seq >= next { try take(line) }
      }
      guard chain.last?.seq == page.last else {
        throw chain.broken(
          .sequence(expected: (chain.last?.seq ?? start - 1) + 1, found: -1), start)
      }
      if chain.last?.seq == page.head.seq, chain.last != page.head {
        throw .broken(.differs(page.head, found: chain.last?.hash ?? .zero, path: path))
      }
      left -= page.last - next + 1
      next = page.last + 1
    }
  }

  private struct Page {
    let head: Head
    /// The last position that is to be among the lines.
    let last: Int
    let lines: [(seq: Int, stored: [UInt8])]
  }

  private func page(from: Int, to: Int) throws(LedgerError) -> Page {
    let rows = try reading { connection throws(ServerFailure) in
      try connection.query(
        """
        SELECT h.seq, h.hash, l.seq, l.line
        FROM head h LEFT JOIN log l ON l.project = h.project
          AND l.seq BETWEEN $2 AND least($3, h.seq)
        WHERE h.project = $1 ORDER BY l.seq
        """, [.text(project.hex), .integer(from), .integer(to)])
    }
    guard let head = Self.head(rows, 0) else { throw .noLog(path: path) }
    let before = seen.withLock { $0 }
    guard head.seq >= before.seq else {
      throw .broken(.endsBefore(before, end: head, path: path))
    }
    let lines = (0..<rows.count).compactMap { row in
      rows.integer(row, 2).flatMap { seq in rows.bytes(row, 3).map { (seq: seq, stored: $0) } }
    }
    return Page(head: head, last: min(to, head.seq), lines: lines)
  }

  private func event(_ line: ReadLine) throws(LedgerError) -> Event {
    var contents: [Digest: [UInt8]] = [:]
    for digest in line.references {
      guard let bytes = try attachment(digest), Attachment(bytes: bytes).digest == digest else {
        throw .attachment(digest, path: path)
      }
      contents[digest] = bytes
    }
    do {
      return try line.event(attachments: contents)
    } catch {
      throw .broken(LogEvidence(path: path, finding: .line(error), seq: line.seq))
    }
  }

  private func reading(
    _ body: (Connection) throws(ServerFailure) -> Rows
  ) throws(LedgerError) -> Rows {
    do throws(ServerFailure) {
      return try pool.repeating(body)
    } catch {
      throw .server(error)
    }
  }

  private static func head(_ rows: Rows, _ row: Int) -> Head? {
    guard let seq = rows.integer(row, 0), let hash = rows.text(row, 1).flatMap({ Digest(hex: $0) })
    else { return nil }
    return Head(seq: seq, hash: hash)
  }

  /// Remembers what was seen, for as long as the program runs.
  private func note(_ head: Head) -> Head {
    seen.withLock { $0 = $0.seq < head.seq ? head : $0 }
    return head
  }

  private var path: String { pool.address.shown }
}
