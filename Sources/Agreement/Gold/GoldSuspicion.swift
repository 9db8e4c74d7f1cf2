/// Of an item whose value is taken for right: whether people fail it more often than chance explains,
/// so that the value itself may be wrong.
public struct GoldSuspicion: Equatable, Sendable {
  /// How often an item was answered, and how often otherwise than its value.
  public struct Count: Equatable, Sendable {
    public let asked: Int
    public let failed: Int

    public init(asked: Int, failed: Int) {
      self.asked = asked
      self.failed = failed
    }
  }

  /// Below this, divided by the items that were looked at, chance does not explain it (Bonferroni).
  public static let limit = 0.05

  /// Place in the list of counts.
  public let item: Int
  public let count: Count
  /// The share of answers that fail the other items: (failed + ½) / (asked + 1), so that it is neither
  /// 0 nor 1.
  public let usual: Double
  /// How likely so many failures, or more, are where every answer fails as often as usual: the upper
  /// tail of the binomial distribution.
  public let chance: Double

  /// The items that most who answered failed, and more of them than chance explains; the least likely
  /// first, then by place. O(items).
  public static func all(_ counts: [Count]) -> [GoldSuspicion] {
    let asked = counts.reduce(0) { $0 + $1.asked }
    let failed = counts.reduce(0) { $0 + $1.failed }
    let looked = counts.count { $0.asked > 0 }
    let found = counts.enumerated().compactMap { item, count -> GoldSuspicion? in
      guard count.failed * 2 > count.asked, count.failed > 1 else { return nil }
      let usual = (Double(failed - count.failed) + 0.5) / (Double(asked - count.asked) + 1)
      let chance = tail(count, usual)
      guard chance * Double(looked) < limit else { return nil }
      return GoldSuspicion(item: item, count: count, usual: usual, chance: chance)
    }
    return found.sorted { ($0.chance, $0.item) < ($1.chance, $1.item) }
  }

  /// P(X ≥ failed) for X binomial: I_p(k, n − k + 1) (Abramowitz & Stegun 1964, 26.5.24).
  private static func tail(_ count: Count, _ share: Double) -> Double {
    IncompleteBeta.lower(share, Double(count.failed), Double(count.asked - count.failed + 1))
  }
}
