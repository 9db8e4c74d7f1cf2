/// How often an annotator gives a label, beside how often others give it to the same units.
public struct LabelHabit: Equatable, Sendable {
  /// A difference stands out where it is this many standard errors from none. Many labels of many
  /// annotators are looked at, so it takes more than for a single one: one in a thousand.
  public static let threshold = 3.2905267314919

  /// Smaller differences do not stand out, however many ratings show them.
  public static let leastDifference = 0.05

  /// The label's code.
  public let label: Int

  /// The annotator's ratings in units that others rated too.
  public let units: Int

  /// The share of these that give the label.
  public let own: Double

  /// The mean share of the others' ratings of the same units that give it.
  public let others: Double

  /// own − others, with an interval from the spread between units.
  public let difference: Estimate

  /// The difference by its standard error; nil where it has none.
  public var z: Double? {
    guard let value = difference.value, let error = difference.standardError, error > 0 else {
      return nil
    }
    return value / error
  }

  /// Whether the difference is both beyond chance and large enough to matter.
  public var standsOut: Bool {
    guard let z, let value = difference.value else { return false }
    return z.magnitude >= Self.threshold && value.magnitude >= Self.leastDifference
  }

  /// Every annotator's habits, by code of the annotator; within, by label. Labels that neither the
  /// annotator nor the others gave are left out. O(Σ r d) for d labels in a unit.
  public static func all(_ votes: VoteTable) -> [[LabelHabit]] {
    var tallies: [[Int32: Tally]] = Array(repeating: [:], count: votes.annotatorCount)
    var units = Array(repeating: 0, count: votes.annotatorCount)
    for unit in 0..<votes.unitCount {
      let places = votes.votes(of: unit)
      guard places.count > 1 else { continue }
      var counts: [(label: Int32, count: Int)] = []
      for vote in places {
        if let known = counts.firstIndex(where: { $0.label == votes.labels[vote] }) {
          counts[known].count += 1
        } else {
          counts.append((votes.labels[vote], 1))
        }
      }
      let rest = Double(places.count - 1)
      for vote in places where votes.annotators[vote] >= 0 {
        let annotator = Int(votes.annotators[vote])
        units[annotator] += 1
        for entry in counts {
          let isOwn = entry.label == votes.labels[vote]
          let share = Double(entry.count - (isOwn ? 1 : 0)) / rest
          tallies[annotator][entry.label, default: Tally()].add(isOwn: isOwn, share: share)
        }
      }
    }
    return zip(tallies, units).map { tally, units in
      tally.keys.sorted().map { LabelHabit(Int($0), tally[$0] ?? Tally(), units: units) }
    }
  }

  private struct Tally {
    var given = 0
    /// Of units in which the label occurs; in all others both sides are 0.
    var shares: [Double] = []
    var differences: [Double] = []

    mutating func add(isOwn: Bool, share: Double) {
      if isOwn { given += 1 }
      shares.append(share)
      differences.append((isOwn ? 1 : 0) - share)
    }
  }

  private init(_ label: Int, _ tally: Tally, units: Int) {
    let count = Double(units)
    let mean = OrderFreeSum.of(tally.differences) / count
    let squares = OrderFreeSum.of(tally.differences.map { $0 * $0 })
    self.label = label
    self.units = units
    own = Double(tally.given) / count
    others = OrderFreeSum.of(tally.shares) / count
    let spread = max(0, squares - count * mean * mean)
    difference = Estimate(
      value: mean, observed: nil, expected: nil,
      uncertainty: .variance(units > 1 ? spread / (count * (count - 1)) : 0), units: units)
  }
}
