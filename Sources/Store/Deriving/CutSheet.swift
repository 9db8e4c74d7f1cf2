import Agreement
import Domain
import GRDB

/// Differences of the sums of each part of the units: those of a batch, a week, a slice, those that
/// stand open and those that were ruled on. Heat maps are drawn from them.
///
/// What units say is gathered by multiset of values and becomes sums when it is written. Spans, boxes
/// and free texts are hardly ever the same twice, so units with them are in no part.
struct CutSheet {
  private struct Part: Hashable {
    let question: Int64
    let cut: Int64
  }

  private struct Vote: Hashable {
    let value: Int64
    let votes: Int
  }

  /// More than this many differences are not kept in memory.
  private static let mostGathered = 1 << 14

  let book: CutBook
  private let database: Database
  private var differences: [Part: [[Vote]: Int]] = [:]
  private var gathered = 0

  init(_ database: Database) {
    self.database = database
    book = CutBook(database)
  }

  /// Replaces what a unit contributes. O(parts + values of the unit).
  mutating func move(from old: UnitRecord?, to new: UnitRecord?) throws {
    let (before, after) = (old.map(Self.votes) ?? [], new.map(Self.votes) ?? [])
    if let old, let new, before == after {
      guard !before.isEmpty else { return }
      let (left, entered) = (try places(of: old), try places(of: new))
      for cut in left where !entered.contains(cut) {
        try add(before, -1, Part(question: old.question, cut: cut))
      }
      for cut in entered where !left.contains(cut) {
        try add(after, 1, Part(question: new.question, cut: cut))
      }
      return
    }
    if let old, !before.isEmpty { try add(old, before, times: -1) }
    if let new, !after.isEmpty { try add(new, after, times: 1) }
  }

  /// Moves a unit whose item has other slices now.
  mutating func move(_ unit: UnitRecord, from old: [Int64], to new: [Int64]) throws {
    let votes = Self.votes(unit)
    guard !votes.isEmpty else { return }
    for cut in old { try add(votes, -1, Part(question: unit.question, cut: cut)) }
    for cut in new { try add(votes, 1, Part(question: unit.question, cut: cut)) }
  }

  /// Adds the differences to the tables and forgets them. Rows that reach zero are dropped.
  mutating func flush() throws {
    let adding = try BoundStatement(
      database,
      """
      INSERT INTO cut_sums (question, cut, place, first, second, third, count)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """)
    for (part, units) in differences {
      try write(units, of: part, by: adding)
      guard units.values.contains(where: { $0 < 0 }) else { continue }
      try database.cachedStatement(
        sql: "DELETE FROM cut_sums WHERE question = ? AND cut = ? AND count = 0"
      ).execute(arguments: [part.question, part.cut])
    }
    differences = [:]
    gathered = 0
  }

  private mutating func add(_ unit: UnitRecord, _ votes: [Vote], times: Int) throws {
    let places = try places(of: unit) + book.slices(of: unit.item)
    for cut in places { try add(votes, times, Part(question: unit.question, cut: cut)) }
  }

  private mutating func add(_ votes: [Vote], _ times: Int, _ part: Part) throws {
    let isNew = differences[part, default: [:]][votes] == nil
    differences[part, default: [:]][votes, default: 0] += times
    if isNew { gathered += 1 }
    if gathered >= Self.mostGathered { try flush() }
  }

  /// The parts that a unit is in by what stands in its own row.
  private func places(of unit: UnitRecord) throws -> [Int64] {
    var places: [Int64] = []
    if unit.status.isQueued { places.append(try book.cut(.open)) }
    if unit.ruled > 0 { places.append(try book.cut(.ruled)) }
    if let batch = unit.lastBatch { places.append(try book.cut(.batch, content: String(batch))) }
    if let version = unit.lastVersion {
      places.append(try book.cut(.version, content: VersionName.text(version)))
    }
    if let week = unit.lastWeek {
      places.append(try book.cut(.week, content: Week(number: week).text))
    }
    return places
  }

  /// Codes are given to the values at hand; rows have the numbers of values, less one as in `sums`.
  private func write(
    _ units: [[Vote]: Int], of part: Part, by statement: BoundStatement
  ) throws {
    let values = Set(units.keys.joined().map(\.value)).sorted()
    let codes = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, Int32($0)) })
    var sums = AgreementSums(detail: .none)
    for (votes, times) in units where times != 0 {
      sums.add(
        votes.flatMap { vote in
          repeatElement(UnitRating(label: codes[vote.value] ?? 0), count: vote.votes)
        }, times: times)
    }
    for row in sums.rows {
      var (second, third) = (row.second, row.third)
      switch row.table {
      case .labelPair: (second, third) = (Int(values[second]) - 1, Int(values[third]) - 1)
      case .labelRatings, .labelAgreement, .labelMoment: second = Int(values[second]) - 1
      case .units, .agreement, .agreementSquared, .annotatorLabel, .annotatorPair: break
      }
      statement.add(part.question)
      statement.add(part.cut)
      statement.add(row.table.rawValue)
      statement.add(row.first)
      statement.add(second)
      statement.add(third)
      statement.add(row.count)
      try statement.run()
    }
  }

  /// What a unit says, in the order of the values' numbers; empty for what is not counted by parts.
  private static func votes(_ unit: UnitRecord) -> [Vote] {
    let isCounted = unit.votes.allSatisfy { vote in
      switch vote.value.value {
      case .label, .labels, .number, .ranking: true
      case .spans, .boxes, .text, .abstained: false
      }
    }
    guard isCounted else { return [] }
    return unit.votes.map { Vote(value: $0.value.id, votes: $0.votes) }
      .sorted { $0.value < $1.value }
  }
}
