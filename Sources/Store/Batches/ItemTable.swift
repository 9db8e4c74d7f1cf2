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
  private let finding: BoundStatement
  private let inserting: BoundStatement
  private let insertingText: BoundStatement

  init(_ database: Database) throws {
    self.database = database
    finding = try BoundStatement(
      database, "SELECT id, source, payload, batch FROM item WHERE name = ?")
    inserting = try BoundStatement(
      database,
      "INSERT INTO item (name, source, payload, version, batch) VALUES (?, ?, ?, 1, ?)")
    insertingText = try BoundStatement(
      database, "INSERT OR REPLACE INTO item_text (item, folded) VALUES (?, ?)")
  }

  func find(_ item: ItemID) throws -> Stored? {
    var stored: Stored?
    finding.add(item.text)
    try finding.forEachRow { row in
      stored = Stored(
        id: row.int64(0), source: row.text(1), payload: row.text(2) ?? "", batch: row.int(3))
    }
    return stored
  }

  static func batch(of item: Int64, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT batch FROM item WHERE id = ?"), arguments: [item]) ?? 0
  }

  func insert(_ item: Item, _ batch: Int) throws -> Int64 {
    inserting.add(item.id.text)
    inserting.add(item.source)
    inserting.add(Canonical.text(item.payload.canonical))
    inserting.add(batch)
    try inserting.run()
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
    if !item.slices.isEmpty, try Self.slices(of: stored.id, database) != item.slices {
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

  static func slices(of item: Int64, _ database: Database) throws -> [Slice] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT name, content FROM slice WHERE item = ? ORDER BY name"),
      arguments: [item]
    ).map { Slice(key: $0[0], value: $0[1]) }
  }

  private func writeText(_ payload: Payload, of item: Int64) throws {
    guard payload != .none else { return }
    insertingText.add(item)
    insertingText.add(payload.foldedText)
    try insertingText.run()
  }

  private func writeSlices(_ slices: [Slice], of item: Int64) throws {
    guard !slices.isEmpty else { return }
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO slice (item, name, content) VALUES (?, ?, ?)")
    for slice in slices {
      try statement.execute(arguments: [item, slice.key, slice.value])
    }
  }
}
