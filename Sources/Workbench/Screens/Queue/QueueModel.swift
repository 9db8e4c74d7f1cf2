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
  /// The place of the row under the bar; while the bar is on a heading, of the row it was on before.
  package var cursor = 0
  /// The first line in view.
  package var top = 0
  /// By what the list is grouped.
  package var grouping: QueueGrouping?
  package var groups: [ListedGroup] = []
  package var folded: Set<QueueGroup.Key> = []
  /// The number of the group whose heading the bar is on; nil while it is on a row.
  package var heading: Int?
  /// Where the cursor is to go once the list is there.
  package var wanted: UnitID?
  /// The width of the id column, fixed while the list stands.
  package var idWidth = 4
  /// Whether items have slices, as far as the first page tells.
  package var hasSlices = false
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

  /// The row under the bar; nil while it is on a heading.
  package var current: QueueRow? { heading == nil ? row(at: cursor) : nil }
}
