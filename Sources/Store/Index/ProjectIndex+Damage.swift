import GRDB

extension ProjectIndex {
  /// What SQLite finds wrong with the file at a path; nil where it is sound. O(size), nothing is changed.
  package static func damage(path: String) -> String? {
    do {
      let pool = try DatabasePool(path: path)
      return try pool.read { database in
        let findings = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
        return findings == ["ok"] ? nil : findings.first ?? "it cannot be checked"
      }
    } catch {
      guard case .damaged(let reason) = IndexFailure(error) else { return nil }
      return reason
    }
  }
}
