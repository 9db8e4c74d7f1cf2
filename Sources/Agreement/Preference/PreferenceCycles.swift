/// Systems that beat each other in a circle: A over B, B over C, C over A.
public struct PreferenceCycles: Equatable, Sendable {
  /// Three systems, each preferred to the next and the last to the first.
  public struct Triad: Equatable, Sendable {
    /// The lowest code first.
    public let systems: [Int]

    /// How many votes the weakest of the three preferences leads by: the larger, the worse.
    public let margin: Int
  }

  /// No more cycles than these are listed.
  public static let listLimit = 20

  /// Threes of systems of which every two have a winner.
  public let triads: Int

  /// Those that run in a circle. With winners drawn at random it is one in four.
  public let cyclic: Int

  /// The ones with the widest margins first.
  public let worst: [Triad]

  /// The share of triads that are circles. It has no interval: triads share pairs.
  public var share: Estimate {
    guard triads > 0 else { return Estimate(undefined: .undefinedNoPairs) }
    return Estimate(
      value: Double(cyclic) / Double(triads), standardError: nil, interval: nil,
      intervalStatus: .noFormula)
  }

  /// Kendall & Babington Smith's (1940) ζ, which is 1 without a circle and 0 with as many as there can
  /// be; nil unless every two systems have a winner.
  public let consistence: Double?

  /// Looks at every three systems of a table, the winner of two being who was preferred more often.
  /// O(systems³).
  public init(_ table: WinTable) {
    let count = table.systemCount
    let leads = (0..<count).map { one in
      (0..<count).map { table.wins(one, over: $0) - table.wins($0, over: one) }
    }
    var triads = 0
    var found: [Triad] = []
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) where leads[a][b] != 0 {
        for c in (b + 1)..<max(count, b + 1) where leads[a][c] != 0 && leads[b][c] != 0 {
          triads += 1
          guard let triad = Self.cycle(a, b, c, leads) else { continue }
          found.append(triad)
        }
      }
    }
    self.triads = triads
    cyclic = found.count
    worst = Array(
      found.sorted { one, other in
        one.margin == other.margin
          ? one.systems.lexicographicallyPrecedes(other.systems) : one.margin > other.margin
      }.prefix(Self.listLimit))
    let all = count * (count - 1) * (count - 2) / 6
    let most =
      count.isMultiple(of: 2)
      ? count * (count * count - 4) / 24 : count * (count * count - 1) / 24
    consistence = triads == all && most > 0 ? 1 - Double(found.count) / Double(most) : nil
  }

  private static func cycle(_ a: Int, _ b: Int, _ c: Int, _ leads: [[Int]]) -> Triad? {
    if leads[a][b] > 0, leads[b][c] > 0, leads[c][a] > 0 {
      return Triad(systems: [a, b, c], margin: min(leads[a][b], leads[b][c], leads[c][a]))
    }
    if leads[a][c] > 0, leads[c][b] > 0, leads[b][a] > 0 {
      return Triad(systems: [a, c, b], margin: min(leads[a][c], leads[c][b], leads[b][a]))
    }
    return nil
  }
}
