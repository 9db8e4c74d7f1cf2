import Domain
import GRDB

/// Differences of the integer tables, gathered over a transaction and written at its end.
struct TallySheet {
  private struct Queue: Hashable {
    let status: Int64
    let route: Int
    let tier: String
    let due: Int64
  }

  private struct Pair: Hashable {
    let question: Int64
    let first: Int64
    let second: Int64
  }

  private struct Meetings {
    var units = 0
    var pairs = 0
  }

  private struct Verdicts {
    var ratings = 0
    var units = 0
  }

  private var queue: [Queue: Int] = [:]
  private var open: [Pair: Meetings] = [:]
  private var overruled: [Pair: Verdicts] = [:]
  private var days: [Int64: Int] = [:]
  private var counters: [Counter: Int] = [:]

  /// Numbers of the whole project.
  enum Counter: String, CaseIterable {
    case items
    case units
    case ratings
  }

  mutating func add(_ count: Int, to counter: Counter) {
    counters[counter, default: 0] += count
  }

  /// Replaces what a unit contributes. O(values of the unit, squared).
  mutating func move(from old: UnitRecord?, to new: UnitRecord?) {
    if let old { add(old, times: -1) }
    if let new { add(new, times: 1) }
  }

  private mutating func add(_ unit: UnitRecord, times: Int) {
    let queued = unit.status.isQueued
    let place = Queue(
      status: unit.status.code, route: queued ? unit.route : 0, tier: queued ? unit.tier : "",
      due: queued ? unit.due : UnitRecord.never)
    queue[place, default: 0] += times
    counters[.units, default: 0] += times
    counters[.ratings, default: 0] += times * unit.ratings
    if queued { addOpenPairs(unit, times: times) }
    if unit.settled >= 0 { days[unit.day, default: 0] += times }
    guard unit.ruled > 0 else { return }
    for vote in unit.votes {
      let pair = Pair(question: unit.question, first: vote.value.id, second: unit.ruled)
      overruled[pair, default: Verdicts()].ratings += times * vote.votes
      overruled[pair, default: Verdicts()].units += times
    }
  }

  private mutating func addOpenPairs(_ unit: UnitRecord, times: Int) {
    for (position, vote) in unit.votes.enumerated() {
      for other in unit.votes[..<position] {
        let pair = Pair(
          question: unit.question, first: min(vote.value.id, other.value.id),
          second: max(vote.value.id, other.value.id))
        open[pair, default: Meetings()].units += times
        open[pair, default: Meetings()].pairs += times * vote.votes * other.votes
      }
    }
  }

  /// Adds the differences to the tables and forgets them. Rows that reach zero are dropped.
  mutating func flush(to database: Database) throws {
    try flushQueue(database)
    try flushPairs(database)
    for (day, count) in days where count != 0 {
      try database.execute(
        sql: """
          INSERT INTO settled_day (day, rulings) VALUES (?, ?)
          ON CONFLICT DO UPDATE SET rulings = rulings + excluded.rulings
          """, arguments: [day, count])
    }
    try database.execute(sql: "DELETE FROM settled_day WHERE rulings = 0")
    for (counter, count) in counters where count != 0 {
      try database.execute(
        sql: """
          INSERT INTO counter (name, count) VALUES (?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count
          """, arguments: [counter.rawValue, count])
    }
    self = TallySheet()
  }

  private func flushQueue(_ database: Database) throws {
    for (place, count) in queue where count != 0 {
      try database.execute(
        sql: """
          INSERT INTO tally (status, route, tier, due, units) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET units = units + excluded.units
          """, arguments: [place.status, place.route, place.tier, place.due, count])
    }
    try database.execute(sql: "DELETE FROM tally WHERE units = 0")
  }

  private func flushPairs(_ database: Database) throws {
    for (pair, meetings) in open where meetings.units != 0 || meetings.pairs != 0 {
      try database.execute(
        sql: """
          INSERT INTO open_pair (question, low, high, units, pairs) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE
          SET units = units + excluded.units, pairs = pairs + excluded.pairs
          """,
        arguments: [pair.question, pair.first, pair.second, meetings.units, meetings.pairs])
      try database.execute(
        sql: "DELETE FROM open_pair WHERE question = ? AND low = ? AND high = ? AND units = 0",
        arguments: [pair.question, pair.first, pair.second])
    }
    for (pair, verdicts) in overruled where verdicts.ratings != 0 || verdicts.units != 0 {
      try database.execute(
        sql: """
          INSERT INTO overruled (question, rated, ruled, count, units) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count, units = units + excluded.units
          """,
        arguments: [pair.question, pair.first, pair.second, verdicts.ratings, verdicts.units])
      try database.execute(
        sql: "DELETE FROM overruled WHERE question = ? AND rated = ? AND ruled = ? AND units = 0",
        arguments: [pair.question, pair.first, pair.second])
    }
  }
}
