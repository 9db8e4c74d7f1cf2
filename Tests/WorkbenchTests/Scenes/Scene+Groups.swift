import Domain

extension Scene {
  /// Rows as a store gathers them: by group, each in the order of the list.
  func grouped(
    _ rows: [QueueRow], by grouping: QueueGrouping?
  ) -> (
    rows: [QueueRow], groups: [QueueGroup]
  ) {
    guard let grouping else { return (rows, []) }
    var keys: [QueueGroup.Key] = []
    for row in rows where !keys.contains(key(row, grouping)) { keys.append(key(row, grouping)) }
    let parts = keys.map { key in rows.filter { self.key($0, grouping) == key } }
    let sorted = zip(keys, parts).sorted { $0.1.count > $1.1.count }
    let groups = sorted.map { key, rows in
      QueueGroup(
        key: key, question: rows[0].unit.question,
        values: grouping == .pair ? pair(rows[0]) : [], count: rows.count,
        overdue: rows.count { $0.due.map { $0 < Self.start } ?? false })
    }
    return (sorted.flatMap(\.1), groups)
  }

  private func pair(_ row: QueueRow) -> [Value] {
    guard let leads = row.leads, let against = row.against else { return [] }
    let both = [leads, against]
    return place(both[0]) <= place(both[1]) ? both : both.reversed()
  }

  private func place(_ value: Value) -> Int {
    configuration.labels.firstIndex { .label($0.id) == value } ?? -1
  }

  private func key(_ row: QueueRow, _ grouping: QueueGrouping) -> QueueGroup.Key {
    switch grouping {
    case .pair:
      let places = pair(row).map { Int64(place($0) + 1) }
      return .pair(question: 1, low: places.first ?? 0, high: places.last ?? 0)
    case .tier: return .tier(row.tier)
    case .route: return .route(row.route ?? 0)
    }
  }
}
