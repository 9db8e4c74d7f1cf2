import Agreement
package import Domain
import GRDB

extension ProjectIndex {
  /// Characters of a text that are handed on to be recognised by.
  private static let excerptLength = 200
  /// After how many texts it is asked whether anybody still waits.
  private static let stretch = 512

  /// The open units with a text very like a unit's that `viewer` may rule on, and that nobody else
  /// holds.
  ///
  /// The same two values stand against each other in them, as far as the viewer may know: where votes
  /// are hidden until a first verdict, only the text counts. O(open units).
  ///
  /// - Returns: nil for a unit that is not there, and where nobody waits any more.
  package func alike(
    _ unit: UnitID, viewer: MemberID?, now: Instant, while isWanted: () -> Bool = { true }
  ) throws(ReadFailure) -> LikeUnits? {
    try reading { database in
      let id = try Int64.fetchOne(
        database.cachedStatement(
          sql: "SELECT id FROM unit WHERE item_name = ? AND question_name = ?"),
        arguments: [unit.item.text, unit.question.text])
      let reader = try self.reader(database, now)
      guard let id, let record = try reader.record(id),
        let payload = try reader.item(record.item)?.payload
      else { return nil }
      let found = try self.alike(record, showing: payload, viewer, database, isWanted)
      guard let found else { return nil }
      let batch = try Int.fetchOne(database, sql: "SELECT coalesce(max(number), 0) FROM batch")
      let units = try found.compactMap { like -> LikeUnit? in
        guard let record = try reader.record(like.id) else { return nil }
        let row = try reader.row(record)
        if let lease = row.lease, lease.holder != viewer { return nil }
        return LikeUnit(row: row, likeness: like.likeness, text: like.text)
      }
      return LikeUnits(
        unit: unit, least: Precedent.veryAlike, batch: batch ?? 0,
        found: units.sorted {
          $0.likeness == $1.likeness ? $0.row.unit < $1.row.unit : $0.likeness > $1.likeness
        })
    }
  }

  private struct Like {
    let id: Int64
    let likeness: Double
    let text: String
  }

  private func alike(
    _ unit: UnitRecord, showing payload: Payload, _ viewer: MemberID?, _ database: Database,
    _ isWanted: () -> Bool
  ) throws -> [Like]? {
    let bag = WordBag(payload)
    guard !bag.isEmpty else { return [] }
    let weights = try WordWeights(database)
    let own = try weights.weighed(bag)
    let probe = try WordProbe(bag) { try weights.weight(of: $0) }
    let request = try openUnits(beside: unit, viewer, database)
    let payloads = try database.cachedStatement(sql: "SELECT payload FROM item WHERE id = ?")
    var found: [Like] = []
    var looked = 0
    let cursor = try request.fetchCursor(database)
    while let row = try cursor.next() {
      looked += 1
      if looked % Self.stretch == 0, !isWanted() { return nil }
      guard probe.share(in: row[2]) >= WordProbe.leastShare else { continue }
      guard let stored = try String.fetchOne(payloads, arguments: [row[1] as Int64]),
        let shown = StoredText.payload(stored),
        let likeness = own.likeness(to: try weights.weighed(WordBag(shown))),
        likeness >= Precedent.veryAlike
      else { continue }
      let text = shown.texts.joined(separator: "\n").unicodeScalars.prefix(Self.excerptLength)
      found.append(
        Like(id: row[0], likeness: likeness, text: String(String.UnicodeScalarView(text))))
    }
    return found
  }

  /// Number, item and text of the open units that may be compared with one.
  private func openUnits(
    beside unit: UnitRecord, _ viewer: MemberID?, _ database: Database
  ) throws -> SQLRequest<Row> {
    let settings = try EventFolder.settings(database, derivation).configuration
    var conditions = [
      SQL("u.queued = 1 AND u.status = \(UnitStatus.open.code)"),
      SQL("u.question = \(unit.question) AND u.id <> \(unit.id)"),
    ]
    if let viewer { conditions += try Viewer(viewer, database, under: settings).conditions }
    let hidden = settings.routesWithHiddenVotes
    let isOwnHidden = hidden.contains(unit.route) && unit.settled < 0
    if viewer == nil || !isOwnHidden {
      let shown = viewer == nil ? SQL("0") : SQL("u.route IN \(hidden)")
      conditions.append(
        SQL(
          """
          (\(shown) OR (u.low, u.high) =
            (SELECT low, high FROM unit WHERE id = \(unit.id) AND low > 0))
          """))
    }
    return SQLRequest(
      literal: SQL(
        """
        SELECT u.id, u.item, t.folded FROM unit u JOIN item_text t ON t.item = u.item
        WHERE \(conditions.joined(separator: " AND "))
        """))
  }
}
