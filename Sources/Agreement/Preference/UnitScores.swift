/// The scores of units at the maximum of a likelihood, and the covariance of the parameters that
/// follows: V = A (n/(n−1) Σ (s_u − s̄)(s_u − s̄)ᵀ) A with A the inverse information (Huber 1967;
/// White 1982; Liang & Zeger 1986). Pseudo-counts are in A, but are no unit.
struct UnitScores {
  /// Units of the same two systems with the same votes.
  private struct Kind: Hashable {
    let first: Int
    let second: Int
    let counts: WinTable.PairCounts

    /// Systems, then counts, smallest first.
    private var key: [Int] { [first, second, counts.first, counts.tied, counts.second] }

    static func precedes(_ one: Kind, _ other: Kind) -> Bool {
      one.key.lexicographicallyPrecedes(other.key)
    }
  }

  private let ties: TieHandling
  private let kinds: [(kind: Kind, units: Int)]

  /// Units with a comparison that counts.
  let units: Int

  /// Counts the units by kind. O(votes + kinds log kinds).
  init(_ units: [PreferenceUnit], ties: TieHandling, orderEffect: Bool) {
    var counts: [Kind: Int] = [:]
    for unit in units where unit.hasSystems {
      let votes = PreferenceCounts(unit.votes)
      let tied = ties == .ignored ? 0 : votes.tied + votes.neither
      guard votes.decided + tied > 0 else { continue }
      let isTurned = !orderEffect && unit.first > unit.second
      let kind = Kind(
        first: Int(isTurned ? unit.second : unit.first),
        second: Int(isTurned ? unit.first : unit.second),
        counts: WinTable.PairCounts(
          first: isTurned ? votes.second : votes.first, tied: tied,
          second: isTurned ? votes.first : votes.second))
      counts[kind, default: 0] += 1
    }
    self.ties = ties
    self.units = counts.values.reduce(0, +)
    kinds = counts.map { ($0.key, $0.value) }.sorted { Kind.precedes($0.kind, $1.kind) }
  }

  /// Row by row. O(kinds + parameters³).
  func covariance(
    at maximum: LikelihoodMaximum, of likelihood: ComparisonLikelihood
  ) -> [Double] {
    let size = maximum.parameters.count
    let count = Double(units)
    var mean = Array(repeating: 0.0, count: size)
    var middle = Array(repeating: 0.0, count: size * size)
    for (kind, units) in kinds {
      let score = likelihood.score(cell(kind), maximum.parameters)
      for (place, value) in score {
        mean[place] += Double(units) * value / count
        for (other, factor) in score {
          middle[place * size + other] += Double(units) * value * factor
        }
      }
    }
    for row in 0..<size {
      for column in 0..<size {
        middle[row * size + column] -= count * mean[row] * mean[column]
        middle[row * size + column] *= count / (count - 1)
      }
    }
    let inverse = maximum.covariance
    return Self.product(Self.product(inverse, middle, size: size), inverse, size: size)
  }

  private func cell(_ kind: Kind) -> ComparisonLikelihood.Cell {
    let half = ties == .halfWins ? Double(kind.counts.tied) / 2 : 0
    return ComparisonLikelihood.Cell(
      first: kind.first, second: kind.second, firstWins: Double(kind.counts.first) + half,
      ties: ties == .davidson ? Double(kind.counts.tied) : 0,
      secondWins: Double(kind.counts.second) + half)
  }

  private static func product(_ one: [Double], _ other: [Double], size: Int) -> [Double] {
    var product = Array(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for k in 0..<size where one[row * size + k] != 0 {
        for column in 0..<size {
          product[row * size + column] += one[row * size + k] * other[k * size + column]
        }
      }
    }
    return product
  }
}
