import Agreement
package import Domain
import GRDB

extension ProjectIndex {
  /// The pairs of rulings that stand, on the same values and on texts very alike, which came out
  /// differently; the most alike first, of equals the later.
  ///
  /// Each ruling is held beside a few earlier ones that share its rarest words. O(rulings).
  package func contradictingPrecedents() throws(ReadFailure) -> [ContradictingPrecedents] {
    try reading { database in
      let search = try PrecedentSearch(database)
      var outcomes: [Int: String] = [:]
      let standing = try Row.fetchCursor(
        database, sql: "SELECT seq, outcome FROM seat WHERE seat = 'main' AND status = 'ruled'")
      while let row = try standing.next() { outcomes[row[0]] = row[1] }
      let units = try Int64.fetchAll(
        database, sql: "SELECT id FROM unit WHERE settled >= 0 AND low > 0 ORDER BY settled")
      var pairs: [ContradictingPrecedents] = []
      for unit in units {
        guard let contest = try PrecedentSearch.Contest(unit, database) else { continue }
        for found in try search.contradicting(contest, outcomes) {
          guard let likeness = found.likeness, likeness >= Precedent.veryAlike,
            let earlier = try precedent(found.seq, on: found.unit, likeness: likeness, database),
            let own = try Self.name(of: unit, database),
            let later = try precedent(contest.settled, on: own, likeness: likeness, database)
          else { continue }
          pairs.append(
            ContradictingPrecedents(earlier: earlier, later: later, likeness: likeness))
        }
      }
      return pairs.sorted {
        ($0.likeness, $0.later.seq, $0.earlier.seq) > ($1.likeness, $1.later.seq, $1.earlier.seq)
      }
    }
  }

  private static func name(of unit: Int64, _ database: Database) throws -> UnitID? {
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT item_name, question_name FROM unit WHERE id = ?"),
      arguments: [unit])
    return row.map { UnitID(item: ItemID($0[0]), question: QuestionID($0[1])) }
  }
}
