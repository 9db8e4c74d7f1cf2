import Domain
import GRDB

/// The items with their texts and slices.
struct ItemTable {
  /// What stands of an item.
  struct Stored {
    let id: Int64
    let source: String?
    /// The canonical text.
    let payload: String
    let batch: Int
  }

  private let database: Database
  private let finding: Statement?
  private let inserting: Statement?

  /// For single items.
  init(_ database: Database) {
    self.database = database
    finding = nil
    inserting = nil
  }

  /// For many: the statements are prepared once.
  init(preparing database: Database) throws {
    self.database = database
    finding = try database.makeStatement(sql: Self.findingSQL)
    inserting = try database.makeStatement(sql: Self.insertingSQL)
  }

  func find(_ item: ItemID) throws -> Stored? {
    let statement = try finding ?? database.cachedStatement(sql: Self.findingSQL)
    let row = try Row.fetchOne(statement, arguments: [item.text])
    return row.map { Stored(id: $0[0], source: $0[1], payload: $0[2], batch: $0[3]) }
  }

  func batch(of item: Int64) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT batch FROM item WHERE id = ?"), arguments: [item]) ?? 0
  }

  func insert(_ item: Item, _ batch: Int) throws -> Int64 {
    let statement = try inserting ?? database.cachedStatement(sql: Self.insertingSQL)
    try statement.execute(arguments: [
      item.id.text, item.source, Canonical.text(item.payload.canonical), batch,
    ])
    let id = database.lastInsertedRowID
    try writeText(item.payload, of: id)
    try writeSlices(item.slices, of: id)
    return id
  }

  /// Takes in what a later export says of an item. What it does not say stays.
  ///
  /// - Returns: whether the item is another now.
  func update(_ stored: Stored, to item: Item, batch: Int) throws -> Bool {
    var changed = false
    if item.payload != .none {
      let payload = Canonical.text(item.payload.canonical)
      if !payload.utf8.elementsEqual(stored.payload.utf8) {
        changed = true
        try database.execute(
          sql: "UPDATE item SET payload = ? WHERE id = ?", arguments: [payload, stored.id])
        try writeText(item.payload, of: stored.id)
      }
    }
    if !item.slices.isEmpty, try slices(of: stored.id) != item.slices {
      changed = true
      try database.execute(sql: "DELETE FROM slice WHERE item = ?", arguments: [stored.id])
      try writeSlices(item.slices, of: stored.id)
    }
    if let source = item.source, source != stored.source {
      changed = true
      try database.execute(
        sql: "UPDATE item SET source = ? WHERE id = ?", arguments: [source, stored.id])
    }
    if changed {
      try database.execute(
        sql: "UPDATE item SET version = version + 1 WHERE id = ?", arguments: [stored.id])
    }
    return changed
  }

  /// Remembers that a batch changed the item or a rating of it.
  func touch(_ item: Int64, batch: Int) throws {
    try database.cachedStatement(sql: "UPDATE item SET batch = ? WHERE id = ?")
      .execute(arguments: [batch, item])
  }

  func slices(of item: Int64) throws -> [Slice] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT name, content FROM slice WHERE item = ? ORDER BY name"),
      arguments: [item]
    ).map { Slice(key: $0[0], value: $0[1]) }
  }

  private func writeText(_ payload: Payload, of item: Int64) throws {
    guard payload != .none else { return }
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO item_text (item, folded) VALUES (?, ?)"
    ).execute(arguments: [item, payload.foldedText])
  }

  private func writeSlices(_ slices: [Slice], of item: Int64) throws {
    guard !slices.isEmpty else { return }
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO slice (item, name, content) VALUES (?, ?, ?)")
    for slice in slices {
      try statement.execute(arguments: [item, slice.key, slice.value])
    }
  }

  private static let findingSQL = "SELECT id, source, payload, batch FROM item WHERE name = ?"
  private static let insertingSQL =
    "INSERT INTO item (name, source, payload, version, batch) VALUES (?, ?, ?, 1, ?)"
}
