public import Domain

/// One adjudicator in the list, measured as annotators are.
public struct AdjudicatorStanding: Equatable, Sendable {
  /// Shares of fewer cases than this say too little about one adjudicator.
  public static let enough = 20

  /// How many days `days` holds.
  public static let daysShown = 28

  /// A share with what it is a share of.
  public struct Share: Equatable, Sendable {
    public let count: Int
    public let total: Int
    /// With Wilson's interval; undefined where there was no case.
    public let estimate: Estimate

    public var isEnough: Bool { total >= AdjudicatorStanding.enough }

    init(_ count: Int, of total: Int) {
      self.count = count
      self.total = total
      estimate = .share(count, of: total)
    }
  }

  /// How often an outcome was given.
  public struct OutcomeCount: Equatable, Sendable {
    public let kind: OutcomeKind
    public let count: Int
  }

  public let member: MemberID

  /// Rulings that settled something, those that were taken back later among them.
  public let rulings: Int

  /// Of the rulings on units whose ratings one value leads: those with another value, or with none of
  /// those given. Where somebody ruled on a unit several times, their last ruling counts.
  public let againstLeading: Share

  /// Of the rulings: those that they took back themselves.
  public let withdrawn: Share

  /// Of the rulings: those that a lead reopened, or that somebody else ruled otherwise later.
  public let overturned: Share

  /// Of the units that were shown to them again unawares: those that they ruled as before.
  public let again: Share

  /// Of the rulings with a first verdict before the votes were shown: those that came out otherwise.
  public let changedMind: Share

  /// Of the rulings: those that cite a clause, and those that say why in a word or more.
  public let citing: Share
  public let reasoned: Share

  /// Every kind of outcome, escalations too, in the order of `OutcomeKind`.
  public let outcomes: [OutcomeCount]

  /// From opening an item to ruling on it.
  public let pace: RatingPace

  /// Rulings a day, in UTC, oldest first; the last entry is the day that was asked for.
  public let days: [Int]

  /// Days with a ruling.
  public let daysWorked: Int

  /// Everybody who ruled, the most rulings first, then by name. O(rulings).
  ///
  /// - Parameters:
  ///   - leading: the value that leads the ratings of a unit; nil where none leads alone.
  ///   - today: the last day of `days`.
  public static func all(
    _ tally: AdjudicationTally, leading: (UnitID) -> Value?, today: Instant
  ) -> [AdjudicatorStanding] {
    var counts = tally.members.map { _ in Counts() }
    let last = today.days(since: Instant(milliseconds: 0))
    let leaders = tally.units.map(leading)
    for ruling in tally.rulings where ruling.seat != .repeat {
      counts[Int(ruling.member)].add(ruling, leader: leaders[Int(ruling.unit)], today: last)
    }
    for again in tally.repeats { counts[Int(again.member)].add(again) }
    return zip(tally.members, counts).map { AdjudicatorStanding($0, $1) }.sorted {
      $0.rulings == $1.rulings ? $0.member < $1.member : $0.rulings > $1.rulings
    }
  }

  private init(_ member: MemberID, _ counts: Counts) {
    self.member = member
    rulings = counts.rulings
    let judged = counts.againstLeading.values
    againstLeading = Share(judged.count { $0 }, of: judged.count)
    withdrawn = Share(counts.withdrawn, of: rulings)
    overturned = Share(counts.overturned, of: rulings)
    again = Share(counts.same, of: counts.repeats)
    changedMind = Share(counts.changed, of: counts.blind)
    citing = Share(counts.citing, of: rulings)
    reasoned = Share(counts.reasoned, of: rulings)
    outcomes = OutcomeKind.allCases.map { kind in
      OutcomeCount(kind: kind, count: counts.outcomes[kind] ?? 0)
    }
    pace = RatingPace(counts.durations)
    days = counts.days
    daysWorked = counts.worked.count
  }

  private struct Counts {
    /// What a member's last ruling of a unit is found by.
    struct Place: Hashable {
      let unit: Int32
      let seat: Seat
    }

    var rulings = 0
    var againstLeading: [Place: Bool] = [:]
    var withdrawn = 0
    var overturned = 0
    var repeats = 0
    var same = 0
    var blind = 0
    var changed = 0
    var citing = 0
    var reasoned = 0
    var outcomes: [OutcomeKind: Int] = [:]
    var durations: [Int64] = []
    var days = Array(repeating: 0, count: AdjudicatorStanding.daysShown)
    var worked: Set<Int> = []

    mutating func add(_ again: AdjudicationTally.Again) {
      repeats += 1
      if again.isSame { same += 1 }
    }

    mutating func add(_ ruling: AdjudicationTally.Ruling, leader: Value?, today: Int) {
      outcomes[ruling.outcome.kind, default: 0] += 1
      if let first = ruling.first {
        blind += 1
        if first != ruling.outcome { changed += 1 }
      }
      if let milliseconds = ruling.milliseconds { durations.append(milliseconds) }
      guard ruling.settles else { return }
      rulings += 1
      if let leader, let isAgainst = ruling.outcome.isAgainst(leader) {
        againstLeading[Place(unit: ruling.unit, seat: ruling.seat)] = isAgainst
      }
      if ruling.fate == .withdrawn { withdrawn += 1 }
      if ruling.fate == .reopened || ruling.isOverruled { overturned += 1 }
      if ruling.cites { citing += 1 }
      if ruling.saysWhy { reasoned += 1 }
      worked.insert(ruling.day)
      let place = days.count - 1 - (today - ruling.day)
      if days.indices.contains(place) { days[place] += 1 }
    }
  }
}

extension Outcome {
  /// Whether it says something else than `leader`; nil where it judges no value.
  fileprivate func isAgainst(_ leader: Value) -> Bool? {
    switch self {
    case .value(let value): value != leader
    case .noneOfThese: true
    case .ambiguous, .notAnnotatable, .outsideGuideline, .escalated: nil
    }
  }
}
