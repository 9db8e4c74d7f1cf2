package import Domain
import GRDB

extension ProjectIndex: ProjectReader {
  package func page(
    _ query: QueueQuery, offset: Int, count: Int
  ) throws(ReadFailure) -> QueuePage {
    try reading { database in
      let selection = try self.selection(query, database)
      let reader = try self.reader(database, query.now)
      if let grouping = query.grouping {
        let found = try selection.grouped(by: grouping)
        return QueuePage(
          rows: try reader.rows(found.units.dropFirst(offset).prefix(count)),
          total: found.units.count, overdue: found.overdue,
          groups: try found.groups(reader))
      }
      if let size = try selection.sizeFromSums() {
        let units = try selection.first(offset + count).dropFirst(offset)
        return QueuePage(
          rows: try reader.rows(units), total: size.total, overdue: size.overdue)
      }
      let list = try selection.all()
      return QueuePage(
        rows: try reader.rows(list.units.dropFirst(offset).prefix(count)),
        total: list.units.count, overdue: list.overdue)
    }
  }

  package func handles(_ query: QueueQuery) throws(ReadFailure) -> [UnitHandle] {
    try reading { database in
      let selection = try self.selection(query, database)
      let units = try query.grouping.map { try selection.grouped(by: $0).units }
      return try (units ?? selection.units()).map { UnitHandle(raw: $0) }
    }
  }

  package func list(_ query: QueueQuery) throws(ReadFailure) -> QueueList {
    try reading { database in
      let selection = try self.selection(query, database)
      guard let grouping = query.grouping else {
        return QueueList(handles: try selection.units().map { UnitHandle(raw: $0) })
      }
      let found = try selection.grouped(by: grouping)
      return QueueList(
        handles: found.units.map { UnitHandle(raw: $0) },
        groups: try found.groups(try self.reader(database, query.now)))
    }
  }

  package func units(_ handles: [UnitHandle]) throws(ReadFailure) -> [UnitID] {
    try reading { database in
      let statement = try database.cachedStatement(
        sql: "SELECT item_name, question_name FROM unit WHERE id = ?")
      return try handles.compactMap { handle in
        try Row.fetchOne(statement, arguments: [handle.raw]).map {
          UnitID(item: ItemID($0[0]), question: QuestionID($0[1]))
        }
      }
    }
  }

  package func rows(
    _ handles: [UnitHandle], now: Instant
  ) throws(ReadFailure) -> [QueueRow] {
    try reading { database in
      try self.reader(database, now).rows(handles.lazy.map(\.raw))
    }
  }

  /// Passes over what was skipped, what somebody else is looking at, and what is settled, whatever the
  /// limit shows.
  package func next(
    _ query: QueueQuery, skipping skipped: Set<UnitID>
  ) throws(ReadFailure) -> QueueRow? {
    try reading { database in
      let held = try self.leases?.live(at: query.now) ?? []
      let others = held.filter { $0.holder != query.viewer }
      let passed = skipped.union(others.map(\.unit))
      let reader = RowReader(database, leases: held, figures: try figures(database))
      let first = try self.selection(query, database, reach: .queue).first(passed.count + 1)
      for id in first {
        guard let unit = try reader.record(id), !passed.contains(unit.name) else { continue }
        return try reader.row(unit)
      }
      return nil
    }
  }

  /// What a query finds, under the settings in force.
  private func selection(
    _ query: QueueQuery, _ database: Database, reach: UnitSelection.Reach = .limit
  ) throws -> UnitSelection {
    guard query.viewer != nil || query.grouping == .tier else {
      return try UnitSelection(query, database, reach: reach, figures: try figures(database))
    }
    let settings = try EventFolder.settings(database, derivation).configuration
    return try UnitSelection(
      query, database, under: settings, reach: reach, figures: try figures(database))
  }

  /// A reader that knows who holds what.
  func reader(_ database: Database, _ now: Instant) throws -> RowReader {
    RowReader(
      database, leases: try leases?.live(at: now) ?? [], figures: try figures(database))
  }

  /// One consistent state: a prefix of the log.
  func reading<Outcome>(
    _ body: (Database) throws -> Outcome
  ) throws(ReadFailure) -> Outcome {
    do {
      return try pool.read(body)
    } catch {
      throw ReadFailure(error)
    }
  }
}
