/// The fold of a log: who may do what, under which settings, and what was settled.
///
/// Nothing else decides. Every table beside the log is a copy of some of this and of the batches.
public struct ProjectState: Hashable, Sendable {
  public private(set) var genesis: Genesis?
  public private(set) var members: [MemberID: Member] = [:]
  public private(set) var configuration: ConfigurationChange?
  public private(set) var guideline = Guideline()
  /// With outcomes as they were recorded; how they read now, `reading` says.
  public private(set) var seats: [SeatID: SeatStanding] = [:]
  /// What puts the ruling at a main seat in doubt, as far as the log tells: which votes an import changed
  /// stands in its batch.
  public private(set) var doubts: [SeatID: DoubtCause] = [:]
  public private(set) var imports: [ImportRecord] = []
  /// Units whose flag is raised by a member, with the words of the last one.
  public private(set) var flags: [UnitID: String] = [:]
  /// What the last `gold` event of each unit made of it.
  public private(set) var gold: [UnitID: GoldStanding] = [:]
  /// Draws and results of calibrations, by position.
  public private(set) var calibrations: [Int: Calibration] = [:]
  /// The newest draw of an audit; nil before the first.
  public private(set) var audit: RecordedAudit?
  /// The migrations so far.
  public private(set) var reading = LabelReading()
  /// Position of the last event, −1 before the first.
  public private(set) var head = -1

  public init() {}

  /// The guideline's version in force; 0 before the first.
  public var guidelineVersion: Int { guideline.version }
  /// The digest of the version in force.
  public var guidelineDigest: Digest? { guideline.versions.last?.digest }

  /// Takes in the next event. Total: what is in a verified log cannot fail.
  public mutating func evolve(_ event: Event) {
    head = event.seq
    switch event.body {
    case .genesis(let body): genesis = body
    case .config(let change): configuration = change
    case .role(let member): members[member.id] = member
    case .imported(let record): imports.append(record)
    case .decision(let decision):
      let escalated = decision.outcome == .escalated
      doubts[decision.seatID] = nil
      seats[decision.seatID] = SeatStanding(
        status: escalated ? .escalated : .ruled, seq: event.seq, by: event.draft.actor,
        outcome: decision.outcome)
    case .withdraw(let body): settle(body.seatID, .withdrawn, event)
    case .reopen(let body): settle(body.seatID, .reopened, event)
    case .flag(let remark): flags[remark.unit] = remark.isRaised ? remark.text : nil
    case .clause, .guideline: guideline.evolve(event)
    case .publish(let publication):
      guideline.evolve(event)
      doubt(publication.inDoubt, .version(publication.version))
    case .migrate(let migration):
      configuration = migration.settings
      reading.add(migration, at: event.seq)
      doubt(migration.inDoubt, .migration(seq: event.seq))
    case .gold(let change): gold[change.unit] = GoldStanding(event)
    case .calibrate(let step): calibrations[event.seq] = step
    case .audit(let draw):
      audit = RecordedAudit(
        seq: event.seq, by: event.draft.actor, at: event.draft.at, draw: draw)
    case .comment, .refused, .recovered: break
    }
  }

  private mutating func settle(_ seat: SeatID, _ status: SeatStanding.Status, _ event: Event) {
    guard let standing = seats[seat] else { return }
    doubts[seat] = nil
    seats[seat] = SeatStanding(
      status: status, seq: event.seq, by: event.draft.actor, outcome: standing.outcome)
  }

  /// O(seats), where there are rulings in doubt.
  private mutating func doubt(_ inDoubt: [Int], _ cause: DoubtCause) {
    guard !inDoubt.isEmpty else { return }
    let rulings = Set(inDoubt)
    for (seat, standing) in seats where seat.seat == .main && standing.status == .ruled {
      guard rulings.contains(standing.seq) else { continue }
      if cause.outranks(doubts[seat]) { doubts[seat] = cause }
    }
  }

  /// The bytes whose SHA-256 is the state hash: one line a seat, then the members, the digest of the
  /// settings and the digest of the guideline. The same on every machine and in both stores.
  public var hashedBytes: [UInt8] {
    var bytes: [UInt8] = []
    for seat in seats.keys.sorted() {
      guard let standing = seats[seat] else { continue }
      let parts = [
        seat.unit.item.text, seat.unit.question.text, seat.seat.rawValue, String(standing.seq),
        standing.status.rawValue,
      ]
      bytes.append(contentsOf: parts.joined(separator: "\u{0}").utf8)
      bytes.append(0x0A)
    }
    for id in members.keys.sorted() {
      guard let member = members[id] else { continue }
      let roles = member.roles.map(\.rawValue).joined(separator: ",")
      let annotators = member.annotators.map(\.text).joined(separator: "\u{1}")
      let parts = [id.text, member.user ?? "", roles, annotators]
      bytes.append(contentsOf: parts.joined(separator: "\u{0}").utf8)
      bytes.append(0x0A)
    }
    bytes.append(contentsOf: (configuration?.digest ?? .zero).hex.utf8)
    bytes.append(0x0A)
    bytes.append(contentsOf: (guidelineDigest ?? .zero).hex.utf8)
    bytes.append(0x0A)
    return bytes
  }
}
