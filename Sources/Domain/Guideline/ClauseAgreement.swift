/// Which of the rulings that stand come out as a clause says, and which do not.
///
/// What a clause says is told by its cases, not by its words. Its **verdict** is the outcome that most
/// rulings behind it were given: those on its examples and those it was made from; where there are none
/// of these, those that cite it. Cases on its counter-examples have no say. Where two outcomes were given
/// equally often there is no verdict, and every ruling is silent.
///
/// A ruling **agrees** where it was given the verdict, and **contradicts** where it was given another of
/// the labels in question: the clause's own, and those its ratings stood between. On a counter-example it
/// is the other way round: the verdict contradicts, all else agrees. Whatever else was ruled (none of
/// these, a third label) is **silent**.
///
/// It speaks of rulings behind the clause, on its examples and counter-examples, that cite it, and of
/// those whose ratings stood between its labels; of no others. An escalated unit has no ruling.
public struct ClauseAgreement: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// No ruling stands behind the clause.
    case missing
    /// Equally often: in the order of their words.
    case split([Outcome])
    case outcome(Outcome)

    public var outcome: Outcome? {
      if case .outcome(let outcome) = self { outcome } else { nil }
    }
  }

  public enum Stand: String, Sendable, CaseIterable {
    case contradicts
    case agrees
    case silent
  }

  /// Why a ruling is among those that the clause speaks of; the first that holds.
  public enum Tie: String, Sendable, CaseIterable {
    case counterExample = "counter_example"
    case example
    /// The clause was made from it.
    case born
    case cites
    /// Its ratings stood between the clause's labels.
    case labels
  }

  public struct Case: Hashable, Sendable {
    public let ruling: RuledCase
    public let tie: Tie
    public let stand: Stand

    public init(ruling: RuledCase, tie: Tie, stand: Stand) {
      self.ruling = ruling
      self.tie = tie
      self.stand = stand
    }
  }

  public let verdict: Verdict
  /// Those that contradict, those that agree, those that are silent; of each the latest first.
  public let cases: [Case]

  /// - Parameters:
  ///   - text: the clause as it would be.
  ///   - id: its number, where it has one.
  ///   - rulings: at least those that it speaks of. O(rulings · log rulings).
  public init(of text: ClauseText, id: ClauseID?, rulings: [RuledCase]) {
    let counters = Set(text.counterExamples.compactMap(\.unit))
    let examples = Set(text.examples.compactMap(\.unit))
    let born = Set(text.bornFrom)
    func tie(_ ruling: RuledCase) -> Tie? {
      if counters.contains(ruling.unit) { return .counterExample }
      if examples.contains(ruling.unit) { return .example }
      if born.contains(ruling.seq) { return .born }
      if let id, ruling.cites.contains(id) { return .cites }
      return ruling.isContested(among: text.labels) ? .labels : nil
    }
    let tied = rulings.compactMap { ruling in
      ruling.outcome == .escalated ? nil : tie(ruling).map { (ruling: ruling, tie: $0) }
    }
    let behind = tied.filter { $0.tie == .example || $0.tie == .born }.map(\.ruling.outcome)
    let citing = tied.filter { $0.tie == .cites }.map(\.ruling.outcome)
    let verdict = Self.verdict(of: behind.isEmpty ? citing : behind, labels: text.labels)
    self.verdict = verdict
    var stands: [Stand: [Case]] = [:]
    for (ruling, tie) in tied {
      let stand = Self.stand(ruling, tie, verdict.outcome, labels: text.labels)
      stands[stand, default: []].append(Case(ruling: ruling, tie: tie, stand: stand))
    }
    cases = Stand.allCases.flatMap { stand in
      (stands[stand] ?? []).sorted { $0.ruling.seq > $1.ruling.seq }
    }
  }

  public func count(_ stand: Stand) -> Int {
    cases.count { $0.stand == stand }
  }

  private static func verdict(of outcomes: [Outcome], labels: [LabelID]) -> Verdict {
    var votes: [Outcome: Int] = [:]
    for outcome in outcomes.flatMap({ $0.votes(among: labels) }) { votes[outcome, default: 0] += 1 }
    guard let most = votes.values.max() else { return .missing }
    let leading = votes.filter { $0.value == most }.keys.sorted { $0.order < $1.order }
    return leading.count == 1 ? .outcome(leading[0]) : .split(leading)
  }

  private static func stand(
    _ ruling: RuledCase, _ tie: Tie, _ verdict: Outcome?, labels: [LabelID]
  ) -> Stand {
    guard let verdict else { return .silent }
    let isVerdict = ruling.outcome.gives(verdict)
    if tie == .counterExample { return isVerdict ? .contradicts : .agrees }
    if isVerdict { return .agrees }
    let given = ruling.outcome.value?.mentionedLabels ?? []
    return given.contains { labels.contains($0) || ruling.contest.contains($0) }
      ? .contradicts : .silent
  }
}

extension Outcome {
  /// What it says for a clause: a label, each of the clause's labels in a set, or that there is none.
  fileprivate func votes(among labels: [LabelID]) -> [Outcome] {
    switch self {
    case .value(.label), .noneOfThese, .ambiguous, .notAnnotatable, .outsideGuideline: [self]
    case .value(.labels(let set)):
      set.filter { labels.contains($0) }.map { .value(.label($0)) }
    case .value, .escalated: []
    }
  }

  /// Whether it says what a verdict says: the same, or a set with its label.
  fileprivate func gives(_ verdict: Outcome) -> Bool {
    if self == verdict { return true }
    guard case .value(.labels(let set)) = self, case .value(.label(let label)) = verdict else {
      return false
    }
    return set.contains(label)
  }

  /// Labels by id, then the others by their words.
  fileprivate var order: Identifier<Never> {
    Identifier("\(value?.mentionedLabels.first?.text ?? "\u{10FFFF}")\u{0}\(kind.rawValue)")
  }
}
