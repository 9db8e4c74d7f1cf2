import Domain
import GRDB

/// What units are sorted by in heat maps; the raw values are stored.
enum CutKind: Int64 {
  /// Units that are in the queue.
  case open = 0
  /// The batch of the latest vote.
  case batch = 1
  /// The week of the latest vote that says when it was given.
  case week = 2
  /// A value of a slice.
  case slice = 3
  /// Units with a ruling that names a value.
  case ruled = 4
  /// The version of the guideline that the latest vote was given under.
  case version = 5
}

/// Numbers for the parts into which units are sorted, looked up and made where they are new.
///
/// It belongs to one transaction of one connection.
final class CutBook {
  private struct Name: Hashable {
    let kind: CutKind
    let name: Identifier<CutBook>
    let content: Identifier<CutBook>
  }

  /// A slice may have as many values as there are items: no more of them are kept in mind.
  private static let remembered = 1 << 14

  private let database: Database
  private var numbers: [Name: Int64] = [:]
  private var item: Int64 = -1
  private var itemSlices: [Int64] = []

  init(_ database: Database) {
    self.database = database
  }

  /// - Parameter name: of the slice; empty for other kinds.
  func cut(_ kind: CutKind, name: String = "", content: String = "") throws -> Int64 {
    let key = Name(kind: kind, name: Identifier(name), content: Identifier(content))
    if let number = numbers[key] { return number }
    let found = try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT id FROM cut WHERE kind = ? AND name = ? AND content = ?"),
      arguments: [kind.rawValue, name, content])
    let number: Int64
    if let found {
      number = found
    } else {
      try database.cachedStatement(sql: "INSERT INTO cut (kind, name, content) VALUES (?, ?, ?)")
        .execute(arguments: [kind.rawValue, name, content])
      number = database.lastInsertedRowID
    }
    if numbers.count >= Self.remembered { numbers.removeAll(keepingCapacity: true) }
    numbers[key] = number
    return number
  }

  /// The slices of an item; those of the last item are kept in mind.
  func slices(of item: Int64) throws -> [Int64] {
    if item == self.item { return itemSlices }
    return try remember(ItemTable.slices(of: item, database), of: item)
  }

  /// Takes an item's slices as they were just written: of equal keys the last one holds.
  @discardableResult
  func remember(_ slices: [Slice], of item: Int64) throws -> [Int64] {
    var last: [Identifier<CutBook>: Slice] = [:]
    for slice in slices { last[Identifier(slice.key)] = slice }
    itemSlices = try last.values.map { try cut(.slice, name: $0.key, content: $0.value) }.sorted()
    self.item = item
    return itemSlices
  }

  /// What was known of an item's slices no longer holds.
  func forgetSlices() {
    item = -1
    itemSlices = []
  }
}
