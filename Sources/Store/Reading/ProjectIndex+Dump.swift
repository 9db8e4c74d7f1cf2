import Agreement
package import Domain
import GRDB

extension ProjectIndex {
  /// All derived tables as sorted lines, for `doctor --dump`: equal where the tables say the same.
  package func dump() throws(ReadFailure) -> String {
    let names = try reading { try String.fetchAll($0, sql: "SELECT name FROM question") }
    var lines = try reading { try IndexDump.lines($0) }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let sums = try sums(QuestionID(name)) else { continue }
      lines += sums.sums.rows.map { row in
        let keys = [row.table.rawValue, row.first, row.second, row.third, row.fourth, row.count]
        return "\"sums\"\t\"\(name)\"\t" + keys.map(String.init).joined(separator: "\t")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
