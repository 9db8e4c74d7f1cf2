/// Why a change of the guideline puts a ruling in doubt.
public enum DoubtReason: String, Sendable, CaseIterable, Comparable {
  /// It cites the clause that changes.
  case cites
  /// Its unit is an example of the clause and it came out another way, or a counter-example and it
  /// came out as the clause would have it.
  case example
  /// It settles a contest between labels of the part, and not as the clause says.
  case labels

  /// The stronger reason first.
  public static func < (left: DoubtReason, right: DoubtReason) -> Bool {
    left.place < right.place
  }

  private var place: Int {
    switch self {
    case .cites: 0
    case .example: 1
    case .labels: 2
    }
  }
}

/// A ruling that a change puts in doubt, and the strongest reason for it.
public struct DoubtedRuling: Hashable, Sendable {
  public let ruling: StandingRuling
  /// The part whose change does it.
  public let part: GuidelinePart
  public let reason: DoubtReason

  public init(ruling: StandingRuling, part: GuidelinePart, reason: DoubtReason) {
    self.ruling = ruling
    self.part = part
    self.reason = reason
  }
}

/// A part whose meaning changes, with the rulings that may rest on it. What there is of each list is
/// the store's to find; what follows from it is decided here.
public struct PartImpact: Hashable, Sendable {
  public let part: GuidelinePart
  /// What the clause will say; nil for a section, and for a clause that goes.
  public let text: ClauseText?
  /// Those that cite it.
  public var citing: [StandingRuling] = []
  /// Those it was made from, and those on its examples and counter-examples, as far as they stand.
  public var evidence: [StandingRuling] = []
  /// Those that settle a contest between its labels.
  public var contested: [StandingRuling] = []

  public init(part: GuidelinePart, text: ClauseText?) {
    self.part = part
    self.text = text
  }

  /// The rulings that are in doubt, by position, each once with its strongest reason. O(rulings).
  public var doubts: [DoubtedRuling] {
    var reasons: [Int: DoubtedRuling] = [:]
    let note = { (ruling: StandingRuling, reason: DoubtReason) in
      guard ruling.standing.status == .ruled else { return }
      if let known = reasons[ruling.seq], known.reason <= reason { return }
      reasons[ruling.seq] = DoubtedRuling(ruling: ruling, part: part, reason: reason)
    }
    let born = Set(text?.bornFrom ?? [])
    for ruling in citing where !born.contains(ruling.seq) { note(ruling, .cites) }
    guard let text else {
      for ruling in contested { note(ruling, .labels) }
      return reasons.values.sorted { $0.ruling.seq < $1.ruling.seq }
    }
    let examples = Set(text.examples.compactMap(\.unit))
    let counterExamples = Set(text.counterExamples.compactMap(\.unit))
    let verdict = text.verdict(from: evidence)
    if let verdict {
      for ruling in evidence {
        let isAsRuled = ruling.standing.outcome == verdict
        if examples.contains(ruling.unit), !isAsRuled { note(ruling, .example) }
        if counterExamples.contains(ruling.unit), isAsRuled { note(ruling, .example) }
      }
    }
    for ruling in contested where !born.contains(ruling.seq) {
      guard !examples.contains(ruling.unit), !counterExamples.contains(ruling.unit),
        text.stance(on: ruling.standing.outcome, verdict: verdict) != .agrees
      else { continue }
      note(ruling, .labels)
    }
    return reasons.values.sorted { $0.ruling.seq < $1.ruling.seq }
  }
}

/// How a ruling stands to a clause on the same labels.
public enum ClauseStance: Hashable, Sendable {
  case agrees
  case contradicts
  /// The clause does not show which way its cases come out.
  case unknown
}

extension ClauseText {
  /// What the clause's cases come out as: the one outcome of the rulings it was made from, without
  /// those on its counter-examples, or where there are none of those on its examples. nil where they
  /// differ or there are none.
  public func verdict(from evidence: [StandingRuling]) -> Outcome? {
    let counterExamples = Set(counterExamples.compactMap(\.unit))
    let ruled = evidence.filter {
      $0.standing.status == .ruled && !counterExamples.contains($0.unit)
    }
    let born = Set(bornFrom)
    let made = ruled.filter { born.contains($0.seq) }
    let examples = Set(examples.compactMap(\.unit))
    let outcomes = Set(
      (made.isEmpty ? ruled.filter { examples.contains($0.unit) } : made).map(\.standing.outcome))
    return outcomes.count == 1 ? outcomes.first : nil
  }

  /// How an outcome of a contest between the clause's labels stands to what its cases come out as.
  /// Outcomes that name none of its labels contradict nothing.
  public func stance(on outcome: Outcome, verdict: Outcome?) -> ClauseStance {
    if outcome == verdict { return .agrees }
    let mentioned = outcome.value?.mentionedLabels ?? []
    guard labels.isEmpty || mentioned.contains(where: { labels.contains($0) }) else {
      return .agrees
    }
    return verdict == nil ? .unknown : .contradicts
  }
}

/// What publishing would put in doubt.
public struct GuidelineImpact: Hashable, Sendable {
  /// By position, each ruling once.
  public let doubts: [DoubtedRuling]
  /// Rulings that would have been in doubt for reasons that were left out.
  public let spared: Int

  /// - Parameter sparing: reasons that are not to count.
  public init(of parts: [PartImpact], sparing: Set<DoubtReason> = []) {
    var strongest: [Int: DoubtedRuling] = [:]
    for doubt in parts.flatMap(\.doubts) {
      if let known = strongest[doubt.ruling.seq], known.reason <= doubt.reason { continue }
      strongest[doubt.ruling.seq] = doubt
    }
    let all = strongest.values.sorted { $0.ruling.seq < $1.ruling.seq }
    doubts = all.filter { !sparing.contains($0.reason) }
    spared = all.count - doubts.count
  }

  /// Positions of the rulings in doubt, upwards.
  public var rulings: [Int] { doubts.map(\.ruling.seq) }

  /// How many are in doubt for each reason, the strongest first; none with zero.
  public var byReason: [(reason: DoubtReason, rulings: Int)] {
    DoubtReason.allCases.sorted().compactMap { reason in
      let count = doubts.count { $0.reason == reason }
      return count > 0 ? (reason, count) : nil
    }
  }

  /// How many go back by which route, in their order; those that no route sends come last.
  public var byRoute: [(route: Int?, rulings: Int)] {
    var counts: [Int: Int] = [:]
    for doubt in doubts { counts[doubt.ruling.route ?? .max, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key == .max ? nil : $0.key, $0.value) }
  }
}

extension Guideline {
  /// Whether publishing the last proposal of a part can put rulings in doubt: a definition that was
  /// never in force has misled nobody, and no ruling rests on a policy by name.
  public func maySway(_ part: GuidelinePart) -> Bool {
    switch part {
    case .clause: true
    case .section(let id):
      if case .label = id { sections[id]?.published != nil } else { false }
    }
  }

  /// What a clause would say if its last proposal were published; nil where it goes, and for a section.
  public func proposal(of part: GuidelinePart) -> ClauseText? {
    guard case .clause(let id) = part else { return nil }
    return clauses[id]?.proposed
  }

  /// Whether a part speaks of one of these labels, as a version has it or had it before.
  public func concerns(_ part: GuidelinePart, _ labels: Set<LabelID>, in version: Int) -> Bool {
    switch part {
    case .clause(let id):
      guard let clause = clauses[id] else { return false }
      let text = clause.content(in: version) ?? clause.content(in: version - 1)
      return text?.labels.contains { labels.contains($0) } ?? false
    case .section(.label(let label)): return labels.contains(label)
    case .section(.policy): return false
    }
  }
}
