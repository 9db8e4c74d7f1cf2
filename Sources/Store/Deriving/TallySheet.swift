import Domain
import GRDB

/// Differences of the integer tables, gathered over a transaction and written at its end.
struct TallySheet {
  private struct Queue: Hashable {
    let status: Int64
    let isQueued: Bool
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
    /// Units that are open, and pairs of ratings in them.
    var units = 0
    var pairs = 0
    /// Units, wherever they stand.
    var every = 0

    var isNothing: Bool { units == 0 && pairs == 0 && every == 0 }
  }

  /// Two values that met where something was ruled; 0 for a ruling that names no value.
  private struct RuledPair: Hashable {
    let pair: Pair
    let ruled: Int64
  }

  private struct Verdicts {
    var ratings = 0
    var units = 0
  }

  private var queue: [Queue: Int] = [:]
  private var gold: [Gold: Int] = [:]
  private var open: [Pair: Meetings] = [:]
  private var overruled: [Pair: Verdicts] = [:]
  private var ruledPairs: [RuledPair: Int] = [:]
  private var days: [Int64: Int] = [:]
  private var counters: [Counter: Int] = [:]

  private struct Gold: Hashable {
    let question: Int64
    let value: Int64
    let source: GoldTally.Source
  }

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
    let queued = unit.isQueued
    let place = Queue(
      status: unit.status.code, isQueued: queued, route: queued ? unit.route : 0,
      tier: unit.tier, due: queued ? unit.due : UnitRecord.never)
    queue[place, default: 0] += times
    counters[.units, default: 0] += times
    counters[.ratings, default: 0] += times * unit.ratings
    addPairs(unit, times: times)
    if let source = GoldTally.Source(unit) {
      let value = source == .ruled ? unit.ruled : unit.lead
      gold[Gold(question: unit.question, value: value, source: source), default: 0] += times
    }
    if unit.settled >= 0 { days[unit.day, default: 0] += times }
    guard unit.ruled > 0 else { return }
    for vote in unit.votes {
      let pair = Pair(question: unit.question, first: vote.value.id, second: unit.ruled)
      overruled[pair, default: Verdicts()].ratings += times * vote.votes
      overruled[pair, default: Verdicts()].units += times
    }
  }

  private mutating func addPairs(_ unit: UnitRecord, times: Int) {
    let isOpen = unit.status.isQueued
    for (position, vote) in unit.votes.enumerated() {
      for other in unit.votes[..<position] {
        let pair = Pair(
          question: unit.question, first: min(vote.value.id, other.value.id),
          second: max(vote.value.id, other.value.id))
        open[pair, default: Meetings()].every += times
        if unit.settled >= 0 {
          ruledPairs[RuledPair(pair: pair, ruled: unit.ruled), default: 0] += times
        }
        guard isOpen else { continue }
        open[pair, default: Meetings()].units += times
        open[pair, default: Meetings()].pairs += times * vote.votes * other.votes
      }
    }
  }

  /// Adds the differences to the tables and forgets them. Rows that reach zero are dropped.
  mutating func flush(to database: Database) throws {
    try flushQueue(database)
    try flushGold(database)
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
          INSERT INTO tally (status, queued, route, tier, due, units) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET units = units + excluded.units
          """,
        arguments: [
          place.status, place.isQueued, place.route, place.tier, place.due, count,
        ])
    }
    try database.execute(sql: "DELETE FROM tally WHERE units = 0")
  }

  private func flushGold(_ database: Database) throws {
    for (place, count) in gold where count != 0 {
      try database.execute(
        sql: """
          INSERT INTO gold_tally (question, value, source, units) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET units = units + excluded.units
          """, arguments: [place.question, place.value, place.source.rawValue, count])
    }
    try database.execute(sql: "DELETE FROM gold_tally WHERE units = 0")
  }

  private func flushPairs(_ database: Database) throws {
    for (pair, meetings) in open where !meetings.isNothing {
      try database.execute(
        sql: """
          INSERT INTO met_pair (question, low, high, units, pairs, every)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET units = units + excluded.units,
            pairs = pairs + excluded.pairs, every = every + excluded.every
          """,
        arguments: [
          pair.question, pair.first, pair.second, meetings.units, meetings.pairs, meetings.every,
        ])
      try database.execute(
        sql: "DELETE FROM met_pair WHERE question = ? AND low = ? AND high = ? AND every = 0",
        arguments: [pair.question, pair.first, pair.second])
    }
    for (place, units) in ruledPairs where units != 0 {
      let pair = place.pair
      try database.execute(
        sql: """
          INSERT INTO ruled_pair (question, low, high, ruled, units) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET units = units + excluded.units
          """, arguments: [pair.question, pair.first, pair.second, place.ruled, units])
      try database.execute(
        sql: """
          DELETE FROM ruled_pair
          WHERE question = ? AND low = ? AND high = ? AND ruled = ? AND units = 0
          """, arguments: [pair.question, pair.first, pair.second, place.ruled])
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
