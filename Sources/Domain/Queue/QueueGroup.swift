/// By what the rows of a list are gathered under headings.
public enum QueueGrouping: String, Sendable, CaseIterable {
  /// The two foremost values, the most frequent pair first.
  case pair
  /// The tier, the costliest first.
  case tier
  /// The route that sends it, in the order of `tiebreak.toml`; what no route sends comes last.
  case route
}

/// Rows of a list that stand together under one heading, in the list's order.
public struct QueueGroup: Hashable, Sendable {
  /// Tells the groups of one list apart. Numbers are the store's own: they stand while it stands.
  public enum Key: Hashable, Sendable {
    case pair(question: Int64, low: Int64, high: Int64)
    case tier(TierID?)
    /// From 1; 0 for none.
    case route(Int)
  }

  public let key: Key
  /// The question that a pair of values answers.
  public let question: QuestionID?
  /// The two values of a pair; none where there are not two.
  public let values: [Value]
  public let count: Int
  /// How many of them are past their date.
  public let overdue: Int

  public init(
    key: Key, question: QuestionID? = nil, values: [Value] = [], count: Int, overdue: Int
  ) {
    self.key = key
    self.question = question
    self.values = values
    self.count = count
    self.overdue = overdue
  }
}

/// A whole list in order: what is kept of it while it is worked.
public struct QueueList: Hashable, Sendable {
  public let handles: [UnitHandle]
  /// The groups in order, where the query asked for some; their counts add up to the list.
  public let groups: [QueueGroup]

  public init(handles: [UnitHandle], groups: [QueueGroup] = []) {
    self.handles = handles
    self.groups = groups
  }
}
