package import Domain

/// The list: its order is fixed when it is read, its rows come by the window.
package struct QueueModel: Hashable, Sendable {
  package enum Phase: Hashable, Sendable {
    case loading
    case ready
    case failed(String)
  }

  /// As it was typed.
  package var limitText: String
  package var limit: Limit
  package var order: QueueOrder
  /// Counts requests, so that late answers to earlier ones are known.
  package var generation = 0
  package var phase = Phase.loading
  /// The list in order: the first page at first, then all of it.
  package var handles: [UnitHandle] = []
  package var isComplete = false
  /// How many units the list has, settled ones included while it is worked.
  package var total = 0
  /// How many of them still wait, and how many of those are over due.
  package var waiting = 0
  package var overdue = 0
  package var rows: [UnitHandle: QueueRow] = [:]
  package var requested: Set<UnitHandle> = []
  package var cursor = 0
  package var top = 0
  /// Where the cursor is to go once the list is there.
  package var wanted: UnitID?
  /// The width of the id column, fixed while the list stands.
  package var idWidth = 4
  /// What was asked for.
  package var query: QueueQuery?
  /// The newest batch when the list was read.
  package var batch = 0
  /// The rows of what is tagged, once they were read to be ruled on.
  package var tagged: [QueueRow]?
  package var needle = ""
  /// What the last search found, by place in the list, ascending.
  package var matches: [Int] = []
  /// The item in the preview.
  package var preview: Dossier?
  package var readAhead = ReadAhead()
  /// Where the bar was last moved: 1 downwards, −1 upwards, 0 before it was moved.
  package var direction = 0

  package init(limitText: String, limit: Limit, order: QueueOrder, wanted: UnitID?) {
    self.limitText = limitText
    self.limit = limit
    self.order = order
    self.wanted = wanted
  }

  /// The row at a place in the list, where it has been read.
  package func row(at index: Int) -> QueueRow? {
    guard handles.indices.contains(index) else { return nil }
    return rows[handles[index]]
  }

  /// The row under the bar.
  package var current: QueueRow? { row(at: cursor) }
}
