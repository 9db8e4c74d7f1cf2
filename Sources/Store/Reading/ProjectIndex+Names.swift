package import Domain
import GRDB

extension ProjectIndex {
  /// One property of items with its values.
  package struct SliceNames: Hashable, Sendable {
    package let key: String
    package let values: [String]
  }

  /// How many rows of properties are looked at, and how many values of one are named.
  private static let sliceRows = 200_000
  private static let sliceValues = 200

  /// The annotators, in byte order. O(annotators).
  package func annotatorNames() throws(ReadFailure) -> [AnnotatorID] {
    try reading { database in
      try String.fetchAll(database, sql: "SELECT name FROM annotator ORDER BY name")
        .map { AnnotatorID($0) }
    }
  }

  /// Properties with their values, the most frequent first, as far as the first rows of properties
  /// show them: names for completion, not a count.
  package func sliceValues() throws(ReadFailure) -> [SliceNames] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT name, content FROM (SELECT name, content FROM slice LIMIT ?)
          GROUP BY name, content ORDER BY name, count(*) DESC, content
          """, arguments: [Self.sliceRows])
      var found: [SliceNames] = []
      for row in rows {
        let key: String = row["name"]
        let value: String = row["content"]
        guard let last = found.last, last.key.utf8.elementsEqual(key.utf8) else {
          found.append(SliceNames(key: key, values: [value]))
          continue
        }
        guard last.values.count < Self.sliceValues else { continue }
        found[found.count - 1] = SliceNames(key: key, values: last.values + [value])
      }
      return found
    }
  }
}
