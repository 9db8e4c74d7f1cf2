/// One annotator's habits with preferences.
public struct PreferenceAnnotator: Equatable, Sendable {
  public let name: String
  public let counts: PreferenceCounts

  /// The share of votes without a side, with Wilson's interval.
  public let tieShare: Estimate

  /// How much is said where a side is taken: the mean strength; nil where none is.
  public let meanStrength: Double?

  public let position: PositionBias
  public let swaps: SwapConsistency
  public let cycles: PromptCycles

  /// The share of decided votes that go with the majority of the others' decided votes, units without
  /// one left out, with Wilson's interval.
  public let withOthers: Estimate

  init(_ annotator: Int32, name: String, units: [PreferenceUnit]) {
    let votes = units.flatMap { $0.votes.filter { $0.annotator == annotator } }
    let counts = PreferenceCounts(votes)
    self.name = name
    self.counts = counts
    tieShare = .share(counts.total - counts.decided, of: counts.total)
    let strengths = votes.reduce(0) { $0 + $1.strength }
    meanStrength = counts.decided == 0 ? nil : Double(strengths) / Double(counts.decided)
    position = PositionBias(units, annotator: annotator)
    swaps = SwapConsistency(units, annotator: annotator)
    cycles = PromptCycles(units, annotator: annotator)
    withOthers = Self.withOthers(annotator, units)
  }

  private static func withOthers(_ annotator: Int32, _ units: [PreferenceUnit]) -> Estimate {
    var judged = 0
    var same = 0
    for unit in units {
      let others = PreferenceCounts(unit.votes.filter { $0.annotator != annotator })
      guard others.first != others.second else { continue }
      for vote in unit.votes where vote.annotator == annotator && vote.choice.isDecided {
        judged += 1
        if (vote.choice == .first) == (others.first > others.second) { same += 1 }
      }
    }
    return .share(same, of: judged)
  }
}
