public import Domain

/// What a log says of how adjudicators rule, taken in event by event.
///
/// Nobody is above being measured: those who settle what others rated are held to the same standard.
/// Only decisions and what became of them are looked at, so any prefix of a log can be.
public struct AdjudicationTally: Sendable {
  /// What became of a ruling.
  enum Fate: Sendable {
    case stands
    /// Whoever made it took it back.
    case withdrawn
    /// A lead put the unit back into the queue.
    case reopened
  }

  struct Ruling: Sendable {
    /// By its number in `units`.
    let unit: Int32
    let seat: Seat
    /// By its number in `members`.
    let member: Int32
    let outcome: Outcome
    /// What was chosen before the votes were shown, where that was asked for.
    let first: Outcome?
    let milliseconds: Int64?
    /// Days since 1970, in UTC.
    let day: Int
    let cites: Bool
    let saysWhy: Bool
    var fate = Fate.stands
    /// Whether somebody else ruled on the same unit later, and otherwise.
    var isOverruled = false

    /// Whether it speaks for the unit: not a handing on, and not the same question asked again.
    var settles: Bool { seat != .repeat && outcome != .escalated }
  }

  /// A ruling on a unit that was shown again to whoever had ruled on it, unknown to them.
  struct Again: Sendable {
    let member: Int32
    let isSame: Bool
  }

  private(set) var units: [UnitID] = []
  private(set) var members: [MemberID] = []
  private(set) var rulings: [Ruling] = []
  private(set) var repeats: [Again] = []

  private let question: QuestionID?
  private var unitNumbers: [UnitID: Int32] = [:]
  private var memberNumbers: [MemberID: Int32] = [:]
  /// What was decided last at a seat, by its place in `rulings`.
  private var latest: [SeatID: Int] = [:]
  /// By unit: its rulings, oldest first.
  private var byUnit: [[Int32]] = []

  /// - Parameter question: nil: rulings on every question.
  public init(question: QuestionID? = nil) {
    self.question = question
  }

  /// The units that were ruled on.
  public var ruledUnits: [UnitID] { units }

  /// Takes in the next event of the log. O(rulings of the unit).
  public mutating func add(_ event: Event) {
    switch event.body {
    case .decision(let decision): add(decision, by: event.draft.actor, at: event.draft.at)
    case .withdraw(let body): end(body.seatID, .withdrawn)
    case .reopen(let body): end(body.seatID, .reopened)
    default: break
    }
  }

  private mutating func add(_ decision: Decision, by member: MemberID, at moment: Instant) {
    guard question == nil || decision.seatID.unit.question == question else { return }
    let ruling = Ruling(
      unit: number(of: decision.seatID.unit), seat: decision.seatID.seat,
      member: number(of: member), outcome: decision.outcome,
      first: decision.votesSeen == .afterFirstVerdict ? decision.first : nil,
      milliseconds: decision.milliseconds.map { Int64($0) },
      day: moment.days(since: Instant(milliseconds: 0)), cites: !decision.cites.isEmpty,
      saysWhy: decision.reason != nil || decision.rationale != nil)
    if ruling.seat == .repeat {
      compare(ruling)
    } else if ruling.settles {
      for place in byUnit[Int(ruling.unit)] where isUpset(rulings[Int(place)], by: ruling) {
        rulings[Int(place)].isOverruled = true
      }
    }
    latest[decision.seatID] = rulings.count
    byUnit[Int(ruling.unit)].append(Int32(rulings.count))
    rulings.append(ruling)
  }

  private func isUpset(_ earlier: Ruling, by later: Ruling) -> Bool {
    earlier.settles && earlier.fate != .withdrawn && earlier.member != later.member
      && earlier.outcome != later.outcome
  }

  /// Holds a ruling on a unit shown again against the same member's last one.
  private mutating func compare(_ again: Ruling) {
    let before = byUnit[Int(again.unit)].last {
      rulings[Int($0)].member == again.member && rulings[Int($0)].settles
    }
    guard let before else { return }
    repeats.append(
      Again(member: again.member, isSame: rulings[Int(before)].outcome == again.outcome))
  }

  private mutating func end(_ seat: SeatID, _ fate: Fate) {
    guard let place = latest.removeValue(forKey: seat) else { return }
    rulings[place].fate = fate
  }

  private mutating func number(of unit: UnitID) -> Int32 {
    if let known = unitNumbers[unit] { return known }
    let number = Int32(units.count)
    units.append(unit)
    byUnit.append([])
    unitNumbers[unit] = number
    return number
  }

  private mutating func number(of member: MemberID) -> Int32 {
    if let known = memberNumbers[member] { return known }
    let number = Int32(members.count)
    members.append(member)
    memberNumbers[member] = number
    return number
  }
}
