import GRDB

/// Every derived row as text, by names and not by numbers of rows: two indexes that say the same have
/// the same dump, whatever happened on the way.
enum IndexDump {
  /// One query a table; the first column of each line is the table's name.
  private static let queries = [
    """
    SELECT 'meta', name, content FROM meta
    """,
    """
    SELECT 'item', i.name, i.source, i.payload, i.version, i.batch, t.folded
    FROM item i LEFT JOIN item_text t ON t.item = i.id
    """,
    """
    SELECT 'slice', i.name, s.name, s.content FROM slice s JOIN item i ON i.id = s.item
    """,
    """
    SELECT 'question', q.name, q.low, q.high,
      (SELECT count(*) FROM question_value v WHERE v.question = q.id)
    FROM question q
    """,
    """
    SELECT 'batch', number, seq, at, sha256, mapping, digest FROM batch
    """,
    """
    SELECT 'rating', i.name, q.name, r.batch, r.ordinal, a.name, v.content, r.origin, r.round,
      r.at, r.milliseconds, r.confidence, r.note, r.is_flagged, g.content, r.in_force, r.is_vote
    FROM rating r JOIN item i ON i.id = r.item JOIN question q ON q.id = r.question
      JOIN value v ON v.id = r.value LEFT JOIN annotator a ON a.id = r.annotator
      LEFT JOIN value g ON g.id = r.given
    """,
    """
    SELECT 'unit', u.item_name, u.question_name, i.name, q.name, u.hash, u.batch, u.status,
      u.queued, u.ratings, u.agreement, u.wrong, u.gain, u.tier, u.due, u.route, u.is_flagged,
      a.content, b.content, u.settled, u.day, r.content, u.doubt, u.last_batch, u.last_week,
      u.last_version, u.audit
    FROM unit u JOIN item i ON i.id = u.item JOIN question q ON q.id = u.question
      LEFT JOIN value a ON a.id = u.lead LEFT JOIN value r ON r.id = u.ruled
      LEFT JOIN value b ON b.id = CASE WHEN u.low = u.lead THEN u.high ELSE u.low END
    """,
    """
    SELECT 'precedent_word', q.name, min(a.content, b.content), max(a.content, b.content), p.seq,
      count(*), sum(p.word)
    FROM precedent_word p JOIN question q ON q.id = p.question
      JOIN value a ON a.id = p.low JOIN value b ON b.id = p.high
    GROUP BY p.question, p.low, p.high, p.seq
    """,
    "SELECT 'word_use', word, texts FROM word_use",
    """
    SELECT 'vote', u.item_name, u.question_name, v.place, c.content, v.votes
    FROM vote v JOIN unit u ON u.id = v.unit JOIN value c ON c.id = v.value
    """,
    """
    SELECT 'seat', u.item_name, u.question_name, s.seat, s.status, s.seq, s.by, s.outcome
    FROM seat s JOIN unit u ON u.id = s.unit
    """,
    """
    SELECT 'history', u.item_name, u.question_name, h.seq
    FROM history h JOIN unit u ON u.id = h.unit
    """,
    "SELECT 'operation', operation, seq FROM operation",
    "SELECT 'member', id, user, roles, annotators FROM member",
    """
    SELECT 'flag', u.item_name, u.question_name, f.is_raised, f.content
    FROM flag f JOIN unit u ON u.id = f.unit
    """,
    """
    SELECT 'gold', u.item_name, u.question_name, g.seq, g.by, g.at, g.outcome, g.ruling, g.guideline
    FROM gold g JOIN unit u ON u.id = g.unit
    """,
    "SELECT 'calibration', seq, draw FROM calibration",
    "SELECT 'audit', seq FROM audit",
    "SELECT 'route', number, targets FROM route",
    """
    SELECT 'met_pair', q.name, min(a.content, b.content), max(a.content, b.content), p.units,
      p.pairs, p.every
    FROM met_pair p JOIN question q ON q.id = p.question
      JOIN value a ON a.id = p.low JOIN value b ON b.id = p.high
    """,
    """
    SELECT 'ruled_pair', q.name, min(a.content, b.content), max(a.content, b.content), r.content,
      p.units
    FROM ruled_pair p JOIN question q ON q.id = p.question
      JOIN value a ON a.id = p.low JOIN value b ON b.id = p.high LEFT JOIN value r ON r.id = p.ruled
    """,
    """
    SELECT 'overruled', q.name, a.content, b.content, o.count, o.units
    FROM overruled o JOIN question q ON q.id = o.question
      JOIN value a ON a.id = o.rated JOIN value b ON b.id = o.ruled
    """,
    """
    SELECT 'cut_sums', q.name, c.kind, c.name, c.content, s.place, s.first,
      CASE WHEN s.place = 7 THEN min(a.content, b.content) WHEN s.place > 3 THEN a.content END,
      CASE WHEN s.place = 7 THEN max(a.content, b.content) END, s.count
    FROM cut_sums s JOIN question q ON q.id = s.question JOIN cut c ON c.id = s.cut
      LEFT JOIN value a ON a.id = s.second + 1 LEFT JOIN value b ON b.id = s.third + 1
    """,
    """
    SELECT 'gold_tally', q.name, v.content, g.source, g.units
    FROM gold_tally g JOIN question q ON q.id = g.question JOIN value v ON v.id = g.value
    """,
    "SELECT 'ruling_tally', by, outcome, rulings FROM ruling_tally",
    "SELECT 'clause', id, seq, by, at, content, is_taken_out, stage FROM clause",
    "SELECT 'clause_version', id, version, seq, content FROM clause_version",
    """
    SELECT 'guideline_section', id, seq, by, at, content, is_taken_out, stage
    FROM guideline_section
    """,
    "SELECT 'section_version', id, version, seq, content FROM section_version",
    """
    SELECT 'guideline_version', version, seq, at, by, digest, changes, calibration, waived
    FROM guideline_version
    """,
    "SELECT 'doubt', ruling, cause, votes, fate FROM doubt",
    "SELECT 'migration', seq, batch, mapping FROM migration",
    """
    SELECT 'citation', c.clause, c.seq, u.item_name, u.question_name
    FROM citation c JOIN unit u ON u.id = c.unit
    """,
    "SELECT 'tally', status, queued, route, tier, due, units FROM tally",
    "SELECT 'settled_day', day, rulings FROM settled_day",
    "SELECT 'counter', name, count FROM counter WHERE count <> 0",
  ]

  /// Sorted by bytes. O(rows · log rows).
  static func lines(_ database: Database) throws -> [String] {
    var lines: [String] = []
    for query in queries {
      let cursor = try Row.fetchCursor(database, sql: query)
      while let row = try cursor.next() {
        lines.append(row.databaseValues.map(text).joined(separator: "\t"))
      }
    }
    return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Tabs and line ends in texts are escaped, so that a row stays a line.
  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "-"
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): escaped(text)
    case .blob: "blob"
    }
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
    return String(decoding: bytes, as: UTF8.self)
  }
}
