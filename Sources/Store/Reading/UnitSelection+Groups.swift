import Domain
import GRDB

/// A list whose units stand together by what they have in common.
struct GroupedUnits {
  /// The units of one group, in the order of the list.
  struct Group {
    let key: QueueGroup.Key
    var units: [Int64] = []
    var overdue = 0
  }

  fileprivate(set) var groups: [Group] = []

  var units: [Int64] { groups.flatMap(\.units) }
  var overdue: Int { groups.reduce(0) { $0 + $1.overdue } }

  /// The groups as they are shown.
  func groups(_ reader: RowReader) throws -> [QueueGroup] {
    try groups.map { group in
      var question: QuestionID?
      var values: [Value] = []
      if case .pair(let number, let low, let high) = group.key {
        question = try String.fetchOne(
          reader.database.cachedStatement(sql: "SELECT name FROM question WHERE id = ?"),
          arguments: [number]
        ).map { QuestionID($0) }
        if low > 0 { values = [try reader.value(low), try reader.value(high)] }
      }
      return QueueGroup(
        key: group.key, question: question, values: values, count: group.units.count,
        overdue: group.overdue)
    }
  }
}

extension UnitSelection {
  /// The condition on `unit u` that holds for the units of one group.
  static func sql(_ group: QueueGroup.Key) -> SQL {
    switch group {
    case .pair(let question, let low, let high):
      SQL("u.question = \(question) AND u.low = \(low) AND u.high = \(high)")
    case .tier(let tier): SQL("u.tier = \(tier?.text ?? "")")
    case .route(let number): SQL("u.route = \(number)")
    }
  }

  /// All units, gathered in one pass. O(units).
  func grouped(by grouping: QueueGrouping) throws -> GroupedUnits {
    // What a group needs lies beside the queue's own columns, but for names.
    let isScanned = !isWidened && query.order != .item
    let request = SQLRequest<Row>(
      literal: SQL(
        """
        SELECT u.id, u.due, \(sql: columns(of: grouping)) FROM unit u \
        \(sql: isScanned ? "INDEXED BY unit_scan" : "") WHERE \(condition) ORDER BY \(order)
        """))
    var found = GroupedUnits()
    var places: [QueueGroup.Key: Int] = [:]
    let now = query.now.milliseconds
    let cursor = try request.fetchCursor(database)
    while let row = try cursor.next() {
      let key = key(of: row, grouping)
      let place = places[key] ?? found.groups.count
      if place == found.groups.count {
        places[key] = place
        found.groups.append(GroupedUnits.Group(key: key))
      }
      found.groups[place].units.append(row[0])
      let due: Int64 = row[1]
      if due < now { found.groups[place].overdue += 1 }
    }
    let front = try drawn()
    for place in found.groups.indices where !front.isEmpty {
      let own = Set(found.groups[place].units)
      found.groups[place].units = Self.moved(
        front.filter { own.contains($0) }, before: found.groups[place].units)
    }
    found.groups.sort { precedes($0, $1) }
    return found
  }

  private func columns(of grouping: QueueGrouping) -> String {
    switch grouping {
    case .pair: "u.question, u.low, u.high"
    case .tier: "u.tier"
    case .route: "u.route"
    }
  }

  private func key(of row: Row, _ grouping: QueueGrouping) -> QueueGroup.Key {
    switch grouping {
    case .pair: return .pair(question: row[2], low: row[3], high: row[4])
    case .tier:
      let tier: String = row[2]
      return .tier(tier.isEmpty ? nil : TierID(tier))
    case .route: return .route(row[2])
    }
  }

  /// The order of two groups: never that in which the store met them.
  private func precedes(_ left: GroupedUnits.Group, _ right: GroupedUnits.Group) -> Bool {
    switch (left.key, right.key) {
    case (.pair(let question, let low, let high), .pair(let other, let otherLow, let otherHigh)):
      // Where there is no pair there is nothing to tell apart: that comes last.
      if (low == 0) != (otherLow == 0) { return otherLow == 0 }
      if left.units.count != right.units.count { return left.units.count > right.units.count }
      return (question, low, high) < (other, otherLow, otherHigh)
    case (.tier(let tier), .tier(let other)):
      let places = [tier, other].map { tier in tiers.firstIndex { $0 == tier } ?? tiers.count }
      if places[0] != places[1] { return places[0] < places[1] }
      guard let tier, let other else { return tier != nil }
      return tier < other
    case (.route(let number), .route(let other)):
      if (number == 0) != (other == 0) { return other == 0 }
      return number < other
    default: return false
    }
  }
}
