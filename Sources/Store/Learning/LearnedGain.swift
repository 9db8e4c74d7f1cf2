import GRDB

/// `learned_gain(unit, gain)` in SQL: what the models of annotators make a unit worth, or what its votes
/// do where there are no models.
enum LearnedGain {
  static let name = "learned_gain"

  static func function(_ learned: LearnedQueue) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 2, pure: false) { arguments in
      guard let row = Int64.fromDatabaseValue(arguments[0]) else { return arguments[1] }
      return learned.figures?.gain(of: row) ?? Double.fromDatabaseValue(arguments[1])
    }
  }
}
