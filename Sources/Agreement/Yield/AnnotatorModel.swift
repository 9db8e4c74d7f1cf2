internal import Domain

/// What the votes and the rulings so far say of every unit: which label to release, how likely that is
/// wrong, and what a ruling on it is worth. The queue's order comes from it.
///
/// Three members (the share of the votes; Dawid & Skene's model; the same with easy and hard items)
/// are joined by a pool whose weights the rulings teach. The figures are a cache: they follow from
/// votes, standings and seed, and are never in the log. After `sweep` they follow from these and from
/// the figures before; between sweeps a ruling's influence is taken to first order.
///
/// No randomness but the seed's, no clock, no hash order, no logarithm or exponential of the C library,
/// one order of every sum: the same calls give the same bits on every machine and with any number of
/// cores. Figures that order are rounded to 2⁻²⁰ all the same, and ties go by a hash of seed and key.
///
/// Memory: about 9 K numbers of 8 bytes a unit, 220 bytes for three labels.
public struct AnnotatorModel: Sendable {
  /// The named policy and its version, as it stands in decisions.
  public static let policyName = QueueLearning.modelPolicyName

  /// Sweeps from the share of the votes, at opening.
  static let openingSweeps = 20
  /// Sweeps at a time where every ruling is followed by them.
  static let smallSweeps = 3
  /// Rulings between two sweeps where a sweep takes longer than a person should wait.
  static let rulingsPerSweep = 10
  /// Votes times latent classes up to which every ruling is followed by sweeps.
  static let smallWork = 100_000
  /// Units of the anchor.
  static let anchorUnits = 300

  public let options: AnnotatorModelOptions

  /// One more than the largest label code of the votes.
  let labelCount: Int
  /// Annotators with a code; votes of nobody known are those of one more.
  let annotatorCount: Int
  private(set) var votes: YieldVotes
  private(set) var standings: StandingList
  private(set) var members: [ConfusionMember]
  private(set) var table: ForecastTable
  private(set) var pool: ForecastPool
  private(set) var releases: ReleaseTable

  /// What the last ruling, or whatever was done last, changed elsewhere.
  public private(set) var effect = RulingEffect()

  /// Whether the confusion models have a say yet, and why not.
  public private(set) var trust = ModelTrust.trusted

  /// Steps since the last sweep.
  public private(set) var stepsSinceSweep = 0

  /// What the votes alone make doubtful, before any ruling.
  private let doubt: ModelTrust.Reason?
  /// By unit: what decides between equal gains.
  let ties: [UInt64]
  private let anchor: [Int]
  private var touched: TouchedUnits
  private let source: VoteTable
  private let keys: [UInt64]

  /// Fits the model from the start. O(sweeps × votes × 3K).
  ///
  /// - Parameters:
  ///   - votes: Of repeats of one annotator in a unit the last counts.
  ///   - keys: By unit: a number that follows from its name, as `key` makes it.
  ///   - standings: Of units that are not open, labels in the order of their rulings. A label that
  ///     nobody voted for is one more class.
  public init(
    votes: VoteTable, keys: [UInt64], standings: [UnitRuling] = [],
    options: AnnotatorModelOptions = AnnotatorModelOptions()
  ) {
    precondition(keys.count == votes.unitCount, "every unit has a key")
    var list = StandingList(units: votes.unitCount)
    for one in standings { list.set(one.unit, one.standing) }
    self.init(votes, keys, list, options, kept: nil)
  }

  /// A number that follows from a unit's name, the same everywhere.
  public static func key(_ item: String, _ question: String) -> UInt64 {
    SeededOrder.hash(item, question)
  }

  /// - Parameter kept: What an earlier model knows, and by unit its number there.
  private init(
    _ source: VoteTable, _ keys: [UInt64], _ standings: StandingList,
    _ options: AnnotatorModelOptions, kept: (model: AnnotatorModel, units: [Int?])?
  ) {
    let votes = YieldVotes(source, ruled: standings.ruledLabels)
    self.source = source
    self.keys = keys
    self.votes = votes
    self.standings = standings
    self.options = options
    labelCount = source.labelCount
    annotatorCount = source.annotatorCount
    members = [MemberForm.plain, .easyHard].map { ConfusionMember(votes, form: $0) }
    table = ForecastTable(votes)
    pool = ForecastPool(classCount: votes.classCount)
    releases = ReleaseTable(votes, costs: options.costs)
    ties = keys.map { key in
      var order = SeededOrder(seed: key ^ options.seed)
      return order.next()
    }
    anchor = Self.drawAnchor(keys, seed: options.seed)
    touched = TouchedUnits(count: votes.unitCount)
    // What the votes mean is judged without rulings: these come from contested units, and say how
    // lopsided errors are there.
    let plain = StandingList(units: votes.unitCount)
    members[0].sweep(votes, plain, Self.openingSweeps, into: &table, number: 1, options.shards)
    doubt = ModelTrust.reason(source, pooled: members[0].pooled, classes: votes.classes)
    if !standings.closed.isEmpty { members[0] = ConfusionMember(votes, form: .plain) }
    var sweeps = Self.openingSweeps
    if let kept, kept.model.votes.classes == votes.classes {
      for number in members.indices {
        members[number].take(kept.model.members[number], units: kept.units)
      }
      pool = kept.model.pool
      sweeps = Self.smallSweeps
    }
    // Without any ruling the first member has had its sweeps.
    let isDone = kept == nil && standings.closed.isEmpty
    settle(sweeps: sweeps, members: isDone ? 1..<members.count : members.indices)
    effect = RulingEffect()
  }

  /// The units of the anchor: those whose key, mixed with the seed, is least. A new unit takes the
  /// place of at most one other.
  private static func drawAnchor(_ keys: [UInt64], seed: UInt64) -> [Int] {
    let drawn = keys.indices.map { unit in
      var order = SeededOrder(seed: keys[unit] &+ SeededOrder.hash("anchor", String(seed)))
      return (order.next(), unit)
    }
    return drawn.sorted { $0 < $1 }.prefix(anchorUnits).map(\.1).sorted()
  }
}

// MARK: - Steps

extension AnnotatorModel {
  /// Whether a sweep is due, for whoever would rather do it when nobody waits. The next step does it
  /// first where nobody did.
  public var isSweepDue: Bool { stepsSinceSweep >= Self.rulingsPerSweep }

  /// Gives one unit another standing: a ruling, its undoing (`.open`), a doubt.
  ///
  /// Up to `smallWork` every step sweeps; else it goes by the unit's annotators alone,
  /// O(their votes × K + units × K), and a sweep is due every ten steps.
  public mutating func set(_ unit: Int, _ standing: UnitStanding) {
    set([UnitRuling(unit: unit, standing: standing)])
  }

  /// Several at once, in their order.
  public mutating func set(_ changes: [UnitRuling]) {
    let changes = changes.filter { standings[$0.unit] != $0.standing }
    guard !changes.isEmpty else {
      effect = RulingEffect()
      return
    }
    if changes.contains(where: { bringsClass($0.standing) }) {
      var list = standings
      for change in changes { list.set(change.unit, change.standing) }
      self = AnnotatorModel(source, keys, list, options, kept: nil)
      return
    }
    if isSweepDue { sweep() }
    for change in changes {
      standings.set(change.unit, change.standing)
      for number in members.indices {
        if sweepsAlways {
          members[number].restate(change.unit, change.standing, votes)
        } else {
          members[number].move(
            change.unit, change.standing, votes, into: &table, member: number + 1,
            touched: &touched)
        }
      }
    }
    if sweepsAlways { return settle(sweeps: Self.smallSweeps, except: changes.map(\.unit)) }
    stepsSinceSweep += changes.count
    refresh(except: changes.map(\.unit))
  }

  /// All sums anew, and what each unit's truth is under them. O(votes × 3K).
  public mutating func sweep() {
    settle(sweeps: 1)
  }

  /// Takes other votes: a new batch, changed or retracted ratings. O(sweeps × votes × 3K).
  ///
  /// - Parameters:
  ///   - units: By unit of `votes`: its number so far, or nil for a new one. Standings go with it.
  public mutating func take(votes: VoteTable, keys: [UInt64], units: [Int?]) {
    precondition(keys.count == votes.unitCount && units.count == keys.count, "one entry a unit")
    var list = StandingList(units: votes.unitCount)
    var places: [Int32: Int] = [:]
    for (unit, old) in units.enumerated() {
      guard let old else { continue }
      if standings.label(of: old) == nil {
        list.set(unit, standings[old])
      } else {
        places[Int32(old)] = unit
      }
    }
    for old in standings.ruled {
      if let unit = places[old] { list.set(unit, standings[Int(old)]) }
    }
    self = AnnotatorModel(votes, keys, list, options, kept: (self, units))
  }

  private var sweepsAlways: Bool { votes.voteCount * 3 * votes.classCount <= Self.smallWork }

  private func bringsClass(_ standing: UnitStanding) -> Bool {
    guard case .ruled(let label) = standing else { return false }
    return !votes.classByLabel.indices.contains(Int(label)) || votes.classByLabel[Int(label)] < 0
  }

  private mutating func settle(
    sweeps: Int, members numbers: Range<Int>? = nil, except units: [Int] = []
  ) {
    for number in numbers ?? members.indices {
      members[number].sweep(
        votes, standings, sweeps, into: &table, number: number + 1, options.shards)
    }
    stepsSinceSweep = 0
    refresh(except: units)
  }

  private mutating func refresh(except units: [Int]) {
    let heard = trust
    trust = ModelTrust(doubt, rulings: standings.ruled.count)
    if trust == .trusted {
      pool.learn(lessons(), isFirst: heard != .trusted)
    } else {
      pool.hearVotes()
    }
    let difference = releases.refresh(table, weights: pool.weights)
    effect = RulingEffect(difference, model: self, except: units)
  }

  private func lessons() -> PoolLessons {
    var lessons = PoolLessons(classCount: votes.classCount)
    for unit in standings.ruled.suffix(ForecastPool.window) {
      guard let label = standings.label(of: Int(unit)) else { continue }
      lessons.append(Int(unit), ruled: Int(votes.classByLabel[Int(label)]), table)
    }
    guard lessons.hasRuling else { return lessons }
    let first = ForecastPool.first(classCount: votes.classCount)
    let weight = ForecastPool.anchorWeight / Double(anchor.count)
    for unit in anchor where standings.isWaiting(unit) {
      lessons.append(anchor: unit, weight: weight, first: first, table)
    }
    return lessons
  }
}
