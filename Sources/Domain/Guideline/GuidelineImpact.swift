/// Why a change of the guideline puts a ruling in doubt.
public enum DoubtReason: String, Sendable, CaseIterable, Comparable {
  /// It cites the clause that changes.
  case cites
  /// Its unit is an example of the clause, or it is behind it, and it came out another way; or a
  /// counter-example, and it came out as the clause would have it.
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
  public let ruling: RuledCase
  /// The part whose change does it.
  public let part: GuidelinePart
  public let reason: DoubtReason

  public init(ruling: RuledCase, part: GuidelinePart, reason: DoubtReason) {
    self.ruling = ruling
    self.part = part
    self.reason = reason
  }
}

/// A part whose meaning changes, with the rulings that may rest on it.
public struct PartImpact: Hashable, Sendable {
  public let part: GuidelinePart
  /// What the clause will say; nil for a section, and for a clause that goes.
  public let text: ClauseText?
  /// At least those that it speaks of: see `ClauseAgreement`.
  public let rulings: [RuledCase]

  public init(part: GuidelinePart, text: ClauseText?, rulings: [RuledCase]) {
    self.part = part
    self.text = text
    self.rulings = rulings
  }

  /// The rulings that are in doubt, by position, each once. O(rulings · log rulings).
  ///
  /// Those that cite a clause that changes are, but for those that it is made from; so are those that
  /// contradict what it says. Of a definition those that were contested with its label are: what it
  /// says of them is told by no case.
  public var doubts: [DoubtedRuling] {
    let found: [DoubtedRuling]
    switch part {
    case .clause(let id):
      guard let text else {
        found = rulings.filter { $0.cites.contains(id) }.map { doubt($0, .cites) }
        break
      }
      let born = Set(text.bornFrom)
      found = ClauseAgreement(of: text, id: id, rulings: rulings).cases.compactMap { entry in
        let ruling = entry.ruling
        if ruling.cites.contains(id), !born.contains(ruling.seq) { return doubt(ruling, .cites) }
        guard entry.stand == .contradicts else { return nil }
        return doubt(ruling, entry.tie == .labels ? .labels : .example)
      }
    case .section(.label(let label)):
      found = rulings.filter { $0.isContested(among: [label]) }.map { doubt($0, .labels) }
    case .section(.policy): found = []
    }
    return found.sorted { $0.ruling.seq < $1.ruling.seq }
  }

  private func doubt(_ ruling: RuledCase, _ reason: DoubtReason) -> DoubtedRuling {
    DoubtedRuling(ruling: ruling, part: part, reason: reason)
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
