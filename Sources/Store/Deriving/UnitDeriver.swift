import Domain
import GRDB

/// Computes what a unit's row says from its votes, its flag and its seats.
struct UnitDeriver {
  let book: NameBook
  private let times: BatchTimes
  private let routes: RouteFinder
  /// Whether label sets changed: then some ratings say nothing any more.
  private let hasMigrated: Bool

  init(book: NameBook, reading: LabelReading) {
    self.book = book
    hasMigrated = !reading.isEmpty
    times = BatchTimes(book.database)
    routes = RouteFinder(book: book)
  }

  /// Figures, tier, date and route of `unit`, from its votes; then its status.
  func refresh(_ unit: inout UnitRecord, seats: [Seat: SeatStanding]) throws {
    let question = try book.question(numbered: unit.question)
    unit.votes.sort(by: VoteCount.areInOrder)
    let declared = book.settings.declaredCount(for: unit.votes.first?.value.value)
    unit.agreement = ItemAgreement(
      scale: book.settings.scale, labels: declared ?? 0, range: question.range
    ).of(unit.votes)
    let expected = ExpectedGain(
      votes: unit.votes.map { .init(votes: $0.votes, cost: $0.value.cost) },
      admissible: declared ?? question.values.count)
    unit.wrong = expected.wrong
    unit.gain = expected.gain
    unit.basis = question.basis
    let tier = costliestTier(unit.votes)
    unit.tier = tier?.id.text ?? ""
    unit.due = UnitRecord.never
    if let days = tier?.dueDays {
      unit.due = try times.at(unit.batch).advanced(days: days).milliseconds
    }
    unit.route = try routes.route(of: unit)
    unit.status = try status(unit, seats)
  }

  /// Where it stands, from its figures and what was decided.
  func status(_ unit: UnitRecord, _ seats: [Seat: SeatStanding]) throws -> UnitStatus {
    let main = seats[.main]
    switch main?.status {
    case .ruled:
      // Two rulings that differ make a unit for a lead.
      guard let second = seats[.second], second.status == .ruled,
        second.outcome != main?.outcome
      else { return unit.doubt != 0 ? .doubted : .ruled }
      return .escalated
    case .escalated: return .escalated
    case .reopened: return .open
    case .withdrawn, nil: break
    }
    if unit.isFlagged { return .open }
    guard let agreement = unit.agreement else {
      // What a migration leaves fewer than two votes of is settled by nobody.
      if try hasEndedRatings(unit) { return .open }
      return unit.votes.isEmpty ? .unrated : .single
    }
    return agreement < book.settings.below ? .open : .agreed
  }

  /// Whether ratings of people are in force that a migration left without meaning.
  private func hasEndedRatings(_ unit: UnitRecord) throws -> Bool {
    guard hasMigrated else { return false }
    return try Bool.fetchOne(
      book.database.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM rating r JOIN value v ON v.id = r.value
            WHERE r.item = ? AND r.question = ? AND r.in_force = 1 AND r.origin = 0
              AND r.given IS NOT NULL AND v.content = ?)
          """),
      arguments: [unit.item, unit.question, Canonical.text(Value.abstained.canonical)]) ?? false
  }

  private func costliestTier(_ votes: [VoteCount]) -> Tier? {
    var costliest: Tier?
    for tier in votes.lazy.compactMap(\.value.tier) {
      guard let other = costliest else {
        costliest = tier
        continue
      }
      let isCostlier = tier.cost > other.cost || (tier.cost == other.cost && tier.id < other.id)
      if isCostlier { costliest = tier }
    }
    return costliest
  }
}

/// When batches came in, by number.
final class BatchTimes {
  private let database: Database
  private var known: [Int: Instant] = [:]

  init(_ database: Database) {
    self.database = database
  }

  func at(_ batch: Int) throws -> Instant {
    if let at = known[batch] { return at }
    let milliseconds =
      try Int64.fetchOne(
        database, sql: "SELECT at FROM batch WHERE number = ?", arguments: [batch]) ?? 0
    let at = Instant(milliseconds: milliseconds)
    known[batch] = at
    return at
  }
}
