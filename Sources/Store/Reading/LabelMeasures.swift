package import Domain

/// How often something was said that is there, by what was said.
package struct ValueUse: Hashable, Sendable {
  package let value: Value
  /// Ratings of people in force.
  package var ratings = 0
  /// Rulings that stand at main seats.
  package var rulings = 0
  /// Units that are gold with this value.
  package var gold = 0

  package init(value: Value) {
    self.value = value
  }
}

/// What a border between two label sets leaves behind.
package struct BorderFigures: Hashable, Sendable {
  /// Position of the migration.
  package let seq: Int
  /// Units whose ratings that count came partly before it and partly after.
  package let mixed: Int

  package init(seq: Int, mixed: Int) {
    self.seq = seq
    self.mixed = mixed
  }
}

/// The queue before something would happen, and after.
package struct QueueOutlook: Hashable, Sendable {
  package var before = 0
  package var after = 0
  /// Units that would wait and do not wait now.
  package var entering = 0
  /// Units that wait now and would not.
  package var leaving = 0

  package init() {}
}
