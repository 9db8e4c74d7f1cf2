/// Which labels and slices the ratings cover, and how far their distribution is from a stated
/// target.
public struct CoverageReport: Equatable, Sendable {
  /// When a label counts as rare: with fewer ratings, or with a smaller share.
  public struct Rarity: Equatable, Sendable {
    public let ratings: Int
    public let share: Double

    public init(ratings: Int = 30, share: Double = 0) {
      self.ratings = ratings
      self.share = share
    }
  }

  /// One label.
  public struct Label: Equatable, Sendable {
    public let label: Int
    public let ratings: Int
    /// Its share of the ratings, with Wilson's interval.
    public let share: Estimate
    /// The share it should have, or nil without a target.
    public let target: Double?
    public let isRare: Bool
  }

  /// A label that occurs nowhere in a slice.
  public struct Cell: Equatable, Sendable {
    public let slice: Int
    public let label: Int
  }

  /// Distances from the target.
  public struct Distance: Equatable, Sendable {
    public let stabilityIndex: Estimate
    public let kullbackLeibler: Estimate
    public let jensenShannon: Estimate
    public let totalVariation: Estimate
    /// Against the target's shares, labels whose target is 0 and that do not occur left out. Nil
    /// with fewer than two labels; infinite where a label occurs that should not.
    public let chiSquare: ChiSquareTest?
    /// Labels that should have fewer than five ratings, too few for χ² to be trusted.
    public let smallCells: Int
    public let smoothing: Double
    /// What χ² was divided by, 1 or more: how many times larger the variance of shares is than if
    /// every rating were a unit of its own.
    public let designEffect: Double
  }

  public let ratings: Int
  public let labels: [Label]
  public let rarity: Rarity
  /// Nil without a target.
  public let distance: Distance?
  /// Slices without a rating.
  public let emptySlices: [Int]
  /// Labels missing in slices that have ratings, by slice, then by label.
  public let emptyCells: [Cell]

  /// Codes of the rare labels, ascending.
  public var rareLabels: [Int] { labels.filter(\.isRare).map(\.label) }

  /// - Parameters:
  ///   - counts: Ratings by label code.
  ///   - target: Shares or counts by label code, in any unit; nil: none stated.
  ///   - smoothing: Added to every count and to every target count (shares times ratings) before
  ///     distances are taken; nothing unless asked for.
  ///   - slices: Ratings by slice, then by label code.
  ///   - shares: By label code, the mean share over units with a standard error that knows of units,
  ///     where it is known. Ratings of one unit go together, so an interval and a test that take them
  ///     for independent say too much; these take their place, and χ² is divided by the mean design
  ///     effect (Rao & Scott 1981).
  public init(
    counts: [Int], target: [Double]? = nil, smoothing: Double = 0, rarity: Rarity = Rarity(),
    slices: [[Int]] = [], shares known: [Estimate?] = []
  ) {
    precondition(known.isEmpty || known.count == counts.count, "a share a label, or none")
    precondition(target.map { $0.count == counts.count } ?? true, "a target share a label")
    let total = counts.reduce(0, +)
    let shares = target.flatMap(Self.shares)
    ratings = total
    self.rarity = rarity
    labels = counts.enumerated().map { label, count in
      let isRare =
        count < rarity.ratings || Double(count) < rarity.share * Double(total)
      return Label(
        label: label, ratings: count,
        share: (known.isEmpty || count == 0 ? nil : known[label])
          ?? Estimate.share(count, of: total),
        target: shares?[label], isRare: isRare)
    }
    distance = target.map { _ in
      shares.map {
        Self.distance(
          counts, $0, smoothing: smoothing,
          designEffect: Self.designEffect(known, counts, total: total))
      }
        ?? Distance(withoutTarget: smoothing)
    }
    emptySlices = slices.indices.filter { slices[$0].allSatisfy { $0 == 0 } }
    emptyCells = slices.indices.flatMap { slice -> [Cell] in
      guard slices[slice].contains(where: { $0 != 0 }) else { return [] }
      return counts.indices.filter { label in
        !slices[slice].indices.contains(label) || slices[slice][label] == 0
      }.map { Cell(slice: slice, label: $0) }
    }
  }

  /// Σ (1 − p) d / (k − 1) over the labels that occur, with d = n se² / (p (1 − p)); at least 1.
  private static func designEffect(
    _ shares: [Estimate?], _ counts: [Int], total: Int
  ) -> Double {
    let terms = shares.indices.compactMap { label -> Double? in
      guard counts[label] > 0, let share = shares[label]?.value, share > 0, share < 1,
        let error = shares[label]?.standardError
      else { return nil }
      return Double(total) * error * error / share
    }
    let used = counts.count { $0 > 0 }
    guard terms.count == used, used > 1 else { return 1 }
    return max(1, OrderFreeSum.of(terms) / Double(used - 1))
  }

  /// Shares of 1, or nil where the target is no distribution.
  private static func shares(_ target: [Double]) -> [Double]? {
    guard target.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let total = OrderFreeSum.of(target)
    return total > 0 && total.isFinite ? target.map { $0 / total } : nil
  }

  private static func distance(
    _ counts: [Int], _ shares: [Double], smoothing: Double, designEffect: Double
  ) -> Distance {
    let total = Double(counts.reduce(0, +))
    let own = counts.map { Double($0) }
    let wanted = shares.map { $0 * total }
    let cells = counts.indices.filter { counts[$0] != 0 || wanted[$0] > 0 }
    let terms = cells.map { cell in
      let difference = own[cell] - wanted[cell]
      return wanted[cell] > 0 ? difference * difference / wanted[cell] : .infinity
    }
    let isFinite = terms.allSatisfy(\.isFinite)
    return Distance(
      stabilityIndex: Divergence.stabilityIndex(own, wanted, smoothing: smoothing),
      kullbackLeibler: Divergence.kullbackLeibler(own, wanted, smoothing: smoothing),
      jensenShannon: Divergence.jensenShannon(own, wanted, smoothing: smoothing),
      totalVariation: Divergence.totalVariation(own, wanted, smoothing: smoothing),
      chiSquare: cells.count < 2 || total == 0
        ? nil
        : ChiSquareTest(
          statistic: isFinite ? OrderFreeSum.of(terms) / designEffect : .infinity,
          degreesOfFreedom: cells.count - 1),
      smallCells: cells.count { wanted[$0] < 5 }, smoothing: smoothing,
      designEffect: designEffect)
  }
}

extension CoverageReport.Distance {
  /// From a target that is no distribution.
  fileprivate init(withoutTarget smoothing: Double) {
    let undefined = Estimate(undefined: .undefinedTarget)
    self.init(
      stabilityIndex: undefined, kullbackLeibler: undefined, jensenShannon: undefined,
      totalVariation: undefined, chiSquare: nil, smallCells: 0, smoothing: smoothing,
      designEffect: 1)
  }
}
