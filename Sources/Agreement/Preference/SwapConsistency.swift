/// What annotators say when the same two answers change places.
public struct SwapConsistency: Equatable, Sendable {
  /// Pairs of one annotator's votes on the same two answers, shown once each way round.
  public let repeats: Int

  /// The share of these that say the same of the answers, with Wilson's interval.
  public let consistent: Estimate

  /// Repeats where the annotator preferred whatever was shown first, both times.
  public let alwaysFirst: Int

  /// Repeats where the annotator preferred whatever was shown second, both times.
  public let alwaysSecond: Int

  /// The exact sign test of the two; nil without either. It needs no assumption about the answers.
  public let p: Double?

  /// Compares the votes of units that show the same pair with the systems the other way round, of all
  /// annotators or of one. O(units log units).
  ///
  /// Where an annotator saw one order more than once, the n-th vote on it is compared with the n-th
  /// on the other.
  public init(_ units: [PreferenceUnit], annotator: Int32? = nil) {
    var counts = Counts()
    var pairs: [Int32: [PreferenceUnit]] = [:]
    for unit in units where unit.pair >= 0 && unit.hasSystems {
      pairs[unit.pair, default: []].append(unit)
    }
    for (_, units) in pairs where units.count > 1 {
      let low = min(units[0].first, units[0].second)
      counts.add(
        units.filter { $0.first == low }, units.filter { $0.first != low }, annotator: annotator)
    }
    repeats = counts.repeats
    consistent = .share(counts.consistent, of: counts.repeats)
    alwaysFirst = counts.alwaysFirst
    alwaysSecond = counts.alwaysSecond
    p = PositionBias.signTest(counts.alwaysFirst, counts.alwaysSecond)
  }

  /// Integers only, so the order of the pairs is of no consequence.
  private struct Counts {
    var repeats = 0
    var consistent = 0
    var alwaysFirst = 0
    var alwaysSecond = 0

    mutating func add(
      _ straight: [PreferenceUnit], _ swapped: [PreferenceUnit], annotator: Int32?
    ) {
      let one = Self.choices(straight, annotator)
      let other = Self.choices(swapped, annotator)
      for (person, choices) in one {
        for (choice, again) in zip(choices, other[person] ?? []) {
          repeats += 1
          if choice == again.swapped { consistent += 1 }
          if choice == .first, again == .first { alwaysFirst += 1 }
          if choice == .second, again == .second { alwaysSecond += 1 }
        }
      }
    }

    private static func choices(
      _ units: [PreferenceUnit], _ annotator: Int32?
    ) -> [Int32: [PreferenceChoice]] {
      var choices: [Int32: [PreferenceChoice]] = [:]
      for vote in units.lazy.flatMap(\.votes) where vote.annotator >= 0 {
        guard annotator == nil || vote.annotator == annotator else { continue }
        choices[vote.annotator, default: []].append(vote.choice)
      }
      return choices
    }
  }
}
