package import Domain
import GRDB

extension ProjectIndex {
  /// The votes of a question as columns, in one consistent state. O(ratings), one walk over the table.
  ///
  /// - Parameter isWanted: asked now and then; where it says no, nothing is returned.
  /// - Returns: nil for a question that nobody was asked, too.
  package func voteColumns(
    _ question: QuestionID, while isWanted: () -> Bool = { true }
  ) throws(ReadFailure) -> VoteColumns? {
    try reading { database in
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM question WHERE name = ?", arguments: [question.text])
      guard let id else { return nil }
      var reader = try VoteColumnReader(
        database, settings: EventFolder.settings(database, derivation), question: id)
      guard try reader.walk(while: isWanted) else { return nil }
      return try reader.columns()
    }
  }
}
