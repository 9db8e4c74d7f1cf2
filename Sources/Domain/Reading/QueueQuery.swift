/// Which units are listed, and how.
public struct QueueQuery: Hashable, Sendable {
  /// Terms about status in the limit widen the list beyond open units.
  public var limit: Limit
  public var order: QueueOrder
  /// Whose queue: leaves out what they rated and what routes give to others; nil for all.
  public var viewer: MemberID?
  /// What the member tagged, for `tag:*`.
  public var tagged: Set<UnitID>
  /// For ages and due dates.
  public var now: Instant
  /// By what the rows are gathered; nil for one list in order.
  public var grouping: QueueGrouping?
  /// The one group that is looked at; nil for all.
  public var group: QueueGroup.Key?

  public init(
    limit: Limit = .all, order: QueueOrder = .policy(.gain), viewer: MemberID? = nil,
    tagged: Set<UnitID> = [], now: Instant, grouping: QueueGrouping? = nil
  ) {
    self.grouping = grouping
    self.limit = limit
    self.order = order
    self.viewer = viewer
    self.tagged = tagged
    self.now = now
  }
}

/// The order of a list.
public enum QueueOrder: Hashable, Sendable {
  case policy(QueuePolicy)
  /// By item id, then question.
  case item
  case due
}

/// The first rows of a list, and how much there is in all.
public struct QueuePage: Hashable, Sendable {
  public let rows: [QueueRow]
  /// How many units the limit finds.
  public let total: Int
  public let overdue: Int
  /// The groups of the whole list, where the query asked for some.
  public let groups: [QueueGroup]

  public init(rows: [QueueRow], total: Int, overdue: Int, groups: [QueueGroup] = []) {
    self.groups = groups
    self.rows = rows
    self.total = total
    self.overdue = overdue
  }
}
