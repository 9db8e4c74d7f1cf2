import Domain

/// A value as votes are counted by it, with all that its place in an order and its price depend on.
///
/// `4.5` and `4.50` are two values in a batch and one here.
struct VoteValue {
  let id: Int64
  let value: Value
  /// The canonical text.
  let content: String
  /// Place among the declared labels; `Int.max` for everything else.
  let rank: Int
  /// For numbers, and for labels on a scale of numbers.
  let number: Double?
  /// What it costs to release something else where this is right.
  let cost: Double
  /// The costliest tier of its labels.
  let tier: Tier?

  /// Declared labels in their order, then numbers by size, then bytes.
  static func areInOrder(_ left: VoteValue, _ right: VoteValue) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if let a = left.number, let b = right.number, a != b { return a < b }
    return left.content.utf8.lexicographicallyPrecedes(right.content.utf8)
  }
}

/// How many people said it.
struct VoteCount {
  let value: VoteValue
  var votes: Int

  /// Most votes first, then the order of the values.
  static func areInOrder(_ left: VoteCount, _ right: VoteCount) -> Bool {
    left.votes == right.votes
      ? VoteValue.areInOrder(left.value, right.value) : left.votes > right.votes
  }
}
