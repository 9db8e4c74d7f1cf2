import Agreement
import GRDB

/// Differences of the sums for agreement, by question.
///
/// The codes are numbers of rows less one; readers give them the codes of a list of names.
struct SumsSheet {
  private var differences: [Int64: AgreementSums] = [:]
  private var unit: [UnitRating] = []

  /// Counts the votes of a unit `times` times, or takes them away.
  mutating func add(_ votes: [StoredRating], question: Int64, times: Int) {
    guard !votes.isEmpty else { return }
    unit.removeAll(keepingCapacity: true)
    for vote in votes {
      unit.append(
        UnitRating(
          annotator: vote.annotator == 0
            ? UnitRating.unknownAnnotator : Int32(truncatingIfNeeded: vote.annotator - 1),
          label: Int32(truncatingIfNeeded: vote.vote - 1)))
    }
    differences[question, default: AgreementSums()].add(unit, times: times)
  }

  mutating func flush(to database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO sums (question, place, first, second, third, fourth, count)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    for (question, sums) in differences {
      for row in sums.rows {
        try statement.execute(arguments: [
          question, row.table.rawValue, row.first, row.second, row.third, row.fourth, row.count,
        ])
      }
    }
    if !differences.isEmpty { try database.execute(sql: "DELETE FROM sums WHERE count = 0") }
    differences = [:]
  }
}
