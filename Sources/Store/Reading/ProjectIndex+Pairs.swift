package import Agreement
package import Domain
import GRDB

extension ProjectIndex {
  /// How many units stand behind each two values that met, and what became of them. O(cells).
  package func pairUnits(_ question: QuestionID) throws(ReadFailure) -> [HeatPairUnits] {
    try reading { database in
      let book = NameBook(database, settings: try EventFolder.settings(database, derivation))
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM question WHERE name = ?", arguments: [question.text])
      guard let id else { return [] }
      var rulings: [Place: [(value: VoteValue?, units: Int)]] = [:]
      let ruled = try Row.fetchCursor(
        database, sql: "SELECT low, high, ruled, units FROM ruled_pair WHERE question = ?",
        arguments: [id])
      while let row = try ruled.next() {
        let value: Int64 = row[2]
        rulings[Place(low: row[0], high: row[1]), default: []].append(
          (value > 0 ? try book.vote(value) : nil, row[3]))
      }
      let met = try Row.fetchAll(
        database, sql: "SELECT low, high, every, units FROM met_pair WHERE question = ?",
        arguments: [id])
      return try met.map { row in
        let place = Place(low: row[0], high: row[1])
        let outcomes = (rulings[place] ?? []).sorted { one, other in
          guard one.units == other.units else { return one.units > other.units }
          guard let first = one.value, let second = other.value else { return other.value == nil }
          return VoteValue.areInOrder(first, second)
        }
        let names = try [place.low, place.high].map { try book.vote($0) }
          .sorted(by: VoteValue.areInOrder).map(\.value.name)
        return HeatPairUnits(
          pair: HeatPair(first: names[0], second: names[1]), units: row[2], open: row[3],
          rulings: outcomes.map { HeatRuling(label: $0.value?.value.name, units: $0.units) })
      }.sorted { ($0.units, $1.pair.name) > ($1.units, $0.pair.name) }
    }
  }

  private struct Place: Hashable {
    let low: Int64
    let high: Int64
  }
}
