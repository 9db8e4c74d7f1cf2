import Agreement
import GRDB

/// What words weigh in a project: by how many of the texts that were ruled on have them.
final class WordWeights {
  private let database: Database
  private let use: WordUse
  private var counts: [UInt32: Int] = [:]

  init(_ database: Database) throws {
    self.database = database
    use = WordUse(
      texts: try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count FROM counter WHERE name = 'precedents'")) ?? 0)
  }

  /// How many texts have a word.
  func count(of word: UInt32) throws -> Int {
    if let known = counts[word] { return known }
    let statement = try BoundStatement(database, "SELECT texts FROM word_use WHERE word = ?")
    statement.add(Int64(word))
    var count = 0
    try statement.forEachRow { count = $0.int(0) }
    counts[word] = count
    return count
  }

  func weight(of word: UInt32) throws -> Double {
    use.weight(of: try count(of: word))
  }

  func weighed(_ bag: WordBag) throws -> WeighedWords {
    try WeighedWords(bag) { try weight(of: $0) }
  }
}
