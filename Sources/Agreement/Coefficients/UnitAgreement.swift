import Glibc

/// How one unit's ratings stand to each other.
public struct UnitAgreement: Equatable, Sendable {
  /// A label with its number of ratings.
  public struct Standing: Equatable, Sendable {
    public let label: Int
    public let ratings: Int
  }

  /// The unit's labels, most ratings first; equal ones by ascending code.
  public let standings: [Standing]

  /// The share of pairs of ratings that agree, P_u; nil with fewer than two ratings.
  public let pairwise: Double?

  /// The unit's ratings.
  public var ratings: Int { standings.reduce(0) { $0 + $1.ratings } }

  public var leading: Standing? { standings.first }

  public var runnerUp: Standing? { standings.count > 1 ? standings[1] : nil }

  /// True if no label has more ratings than every other: there is no majority to speak of.
  public var isTied: Bool { standings.count > 1 && standings[0].ratings == standings[1].ratings }

  /// The share of the leading label less that of the runner-up; 0 without a rating.
  public var margin: Double {
    guard let leading else { return 0 }
    return Double(leading.ratings - (runnerUp?.ratings ?? 0)) / Double(ratings)
  }

  /// −Σ p ln p of the labels' shares, in nats: 0 where all agree, and without a rating.
  public var entropy: Double {
    let total = Double(ratings)
    let terms = standings.map { standing in
      let share = Double(standing.ratings) / total
      return -share * log(share)
    }
    return OrderFreeSum.of(terms)
  }

  /// Reads one unit's ratings, as `init(_:)` of their span.
  public init(_ unit: [UnitRating]) {
    self.init(unit.span)
  }

  /// Reads one unit's ratings. O(r log r).
  public init(_ unit: Span<UnitRating>) {
    var labels: [Int32] = []
    labels.reserveCapacity(unit.count)
    for index in unit.indices { labels.append(unit[index].label) }
    labels.sort()
    var standings: [Standing] = []
    var start = 0
    for index in labels.indices
    where index + 1 == labels.count || labels[index + 1] != labels[index] {
      standings.append(Standing(label: Int(labels[index]), ratings: index + 1 - start))
      start = index + 1
    }
    standings.sort { ($1.ratings, $0.label) < ($0.ratings, $1.label) }
    let agreeing = standings.reduce(0) { $0 + $1.ratings * ($1.ratings - 1) }
    let pairs = Double(labels.count) * Double(labels.count - 1)
    self.standings = standings
    pairwise = labels.count < 2 ? nil : Double(agreeing) / pairs
  }
}
