import Agreement
import Domain
import GRDB

/// Finds the rulings on texts like one's own, among those on the same two values.
///
/// The rarest words of the text name candidates, and these are compared in full. What is looked at is
/// bounded, so that a search among many rulings costs about as much as among a few thousand.
struct PrecedentSearch {
  /// What stands against each other in a unit.
  struct Contest {
    let unit: Int64
    let question: Int64
    let low: Int64
    let high: Int64
    /// Position of the unit's own ruling; −1 for none.
    let settled: Int

    /// nil where no two values stand against each other.
    init?(_ unit: Int64, _ database: Database) throws {
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT question, low, high, settled FROM unit WHERE id = ? AND low > 0"),
        arguments: [unit])
      guard let row else { return nil }
      self.unit = unit
      question = row[0]
      low = row[1]
      high = row[2]
      settled = row[3]
    }
  }

  /// A ruling, and how alike its text is.
  struct Found {
    let seq: Int
    let unit: UnitID
    let likeness: Double?
  }

  /// How many places of words are read, the rarest words first, and how many texts are compared.
  private static let reads = 4000
  private static let comparisons = 100
  /// The same where every ruling of a project is held beside the others.
  private static let readsOfMany = 400
  private static let comparisonsOfMany = 10
  /// How many of the latest rulings are compared in any case: where little was ruled, all.
  private static let latest = 9

  /// The item of a ruling by its position, where it stands and the same values stood against each other.
  static let ruling = """
    SELECT u.item_name, u.question_name, i.payload FROM seat s JOIN unit u ON u.id = s.unit
      JOIN item i ON i.id = u.item
    WHERE s.seq = ? AND s.seat = 'main' AND u.settled = s.seq
      AND u.low = ? AND u.high = ? AND u.question = ?
    """

  private let database: Database
  let weights: WordWeights

  init(_ database: Database) throws {
    self.database = database
    weights = try WordWeights(database)
  }

  /// The most alike first, of equals the later; without words, the latest first.
  func nearest(to unit: Contest, showing payload: Payload, count: Int) throws -> [Found] {
    let bag = WordBag(payload)
    let latest = try latestRulings(max(count, Self.latest), for: unit)
    guard !bag.isEmpty else {
      return try latest.prefix(count).compactMap { try compared($0, for: unit, beside: nil) }
    }
    let own = try weights.weighed(bag)
    let near = try sharing(bag, for: unit, reads: Self.reads).prefix(Self.comparisons)
    let candidates = Set(near).union(latest).sorted(by: >)
    let found = try candidates.compactMap { try compared($0, for: unit, beside: own) }
    let sorted = found.sorted {
      ($0.likeness ?? -1, $0.seq) > ($1.likeness ?? -1, $1.seq)
    }
    return Array(sorted.prefix(count))
  }

  /// Earlier rulings that came out otherwise than the unit's own, those that share the rarest words with
  /// it; `outcomes` says by position how rulings came out.
  func contradicting(_ unit: Contest, _ outcomes: [Int: String]) throws -> [Found] {
    let payload = try String.fetchOne(
      database.cachedStatement(
        sql: "SELECT i.payload FROM unit u JOIN item i ON i.id = u.item WHERE u.id = ?"),
      arguments: [unit.unit])
    guard let shown = payload.flatMap({ StoredText.payload($0) }) else { return [] }
    let bag = WordBag(shown)
    guard !bag.isEmpty else { return [] }
    let own = try weights.weighed(bag)
    let candidates = try sharing(bag, for: unit, reads: Self.readsOfMany).filter {
      $0 < unit.settled && outcomes[$0] != outcomes[unit.settled]
    }
    return try candidates.prefix(Self.comparisonsOfMany).compactMap {
      try compared($0, for: unit, beside: own)
    }
  }

  /// Positions of the latest rulings on the same values.
  private func latestRulings(_ count: Int, for unit: Contest) throws -> [Int] {
    try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT settled FROM unit
          WHERE low = ? AND high = ? AND settled >= 0 AND question = ? AND id <> ?
          ORDER BY settled DESC LIMIT ?
          """), arguments: [unit.low, unit.high, unit.question, unit.unit, count])
  }

  /// Positions of the rulings that share the most weight in the rarest words of a text.
  private func sharing(_ bag: WordBag, for unit: Contest, reads: Int) throws -> [Int] {
    var known: [(word: UInt32, count: Int)] = []
    for word in bag.words {
      let count = try weights.count(of: word.number)
      if count > 0 { known.append((word.number, count)) }
    }
    known.sort { ($0.count, $0.word) < ($1.count, $1.word) }
    let reading = try BoundStatement(
      database,
      """
      SELECT seq FROM precedent_word
      WHERE question = ? AND low = ? AND high = ? AND word = ? ORDER BY seq DESC LIMIT ?
      """)
    var shared: [Int: Double] = [:]
    var left = reads
    for (word, _) in known {
      let weight = try weights.weight(of: word)
      reading.add(unit.question)
      reading.add(unit.low)
      reading.add(unit.high)
      reading.add(Int64(word))
      reading.add(left)
      try reading.forEachRow { row in
        shared[row.int(0), default: 0] += weight
        left -= 1
      }
      guard left > 0 else { break }
    }
    shared[unit.settled] = nil
    return shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
  }

  /// A ruling by its position; nil where it does not stand any more.
  private func compared(
    _ seq: Int, for unit: Contest, beside own: WeighedWords?
  ) throws -> Found? {
    let row = try Row.fetchOne(
      database.cachedStatement(sql: Self.ruling),
      arguments: [seq, unit.low, unit.high, unit.question])
    guard let row else { return nil }
    var likeness: Double?
    if let own, let payload = StoredText.payload(row[2]) {
      likeness = own.likeness(to: try weights.weighed(WordBag(payload)))
    }
    return Found(
      seq: seq, unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])),
      likeness: likeness)
  }
}
