import Domain

/// The regions of two annotators in one unit, paired one to one.
///
/// Among pairs whose intersection over union is at least `threshold` the pairing has the largest sum
/// of overlaps (an assignment problem: Kuhn 1955; Jonker & Volgenant 1987).
public struct RegionMatch: Equatable, Sendable {
  /// The least intersection over union of a pair.
  public let threshold: Double
  public let policy: MatchingPolicy
  /// By first, then second index.
  public let pairs: [RegionPair]
  /// The regions of either side.
  public let firstCount: Int
  public let secondCount: Int
  /// False where a crowd of more than 400 regions that overlap each other was paired by taking the
  /// largest overlaps first.
  public let isBest: Bool

  /// Pairs the regions of two annotators. O(n log n + overlapping pairs + n³ within a crowd).
  ///
  /// - Parameter threshold: Above 0 and at most 1.
  public init(
    _ first: Regions, _ second: Regions, threshold: Double = 0.5,
    policy: MatchingPolicy = .shapeFirst
  ) {
    let labels = Set(first.labels + second.labels).sorted()
    let codes = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    self.init(
      RegionSheet(first, codes: codes), RegionSheet(second, codes: codes), threshold: threshold,
      policy: policy)
  }

  init(_ first: RegionSheet, _ second: RegionSheet, threshold: Double, policy: MatchingPolicy) {
    precondition(threshold > 0 && threshold <= 1, "a threshold of overlap is a share above 0")
    let candidates = first.candidates(with: second, threshold: threshold)
    var pairing: RegionPairing
    switch policy {
    case .shapeFirst: pairing = RegionMatching.pairing(among: candidates)
    case .labelFirst: pairing = Self.labelFirst(candidates)
    }
    self.threshold = threshold
    self.policy = policy
    pairs = pairing.pairs
    isBest = pairing.isBest
    firstCount = first.count
    secondCount = second.count
  }

  /// Pairs with equal labels, then pairs among what is left.
  private static func labelFirst(_ candidates: [RegionPair]) -> RegionPairing {
    let equal = RegionMatching.pairing(among: candidates.filter(\.isSameLabel))
    let firsts = Set(equal.pairs.map(\.first))
    let seconds = Set(equal.pairs.map(\.second))
    let rest = RegionMatching.pairing(
      among: candidates.filter { !firsts.contains($0.first) && !seconds.contains($0.second) })
    return RegionPairing(
      pairs: (equal.pairs + rest.pairs).sorted {
        ($0.first, $0.second) < ($1.first, $1.second)
      },
      isBest: equal.isBest && rest.isBest)
  }

  /// Pairs with the same label.
  public var agreeing: Int { pairs.count(where: \.isSameLabel) }

  /// Pairs with different labels.
  public var disagreeing: Int { pairs.count - agreeing }

  /// Regions that only the first annotator marked.
  public var unmatchedFirst: Int { firstCount - pairs.count }

  /// Regions that only the second annotator marked.
  public var unmatchedSecond: Int { secondCount - pairs.count }

  /// The intersection over union of each pair, from small to large.
  public var overlaps: [Double] { pairs.map(\.overlap).sorted() }

  /// The sum of the overlaps.
  public var overlapSum: Double { OrderFreeSum.of(pairs.map(\.overlap)) }

  /// Whether both found the same regions: 2 · pairs / all regions; 1 where there are none.
  public var f1: Double {
    RegionMatching.f1(matched: pairs.count, first: firstCount, second: secondCount)
  }

  /// How well paired regions lie on each other; nil without a pair.
  public var meanOverlap: Double? {
    pairs.isEmpty ? nil : overlapSum / Double(pairs.count)
  }

  /// Finding and placing in one figure, as panoptic quality (Kirillov et al. 2019):
  /// Σ IoU / (TP + FP/2 + FN/2), labels aside; 1 where there are no regions.
  public var quality: Double {
    let regions = firstCount + secondCount
    return regions == 0 ? 1 : 2 * overlapSum / Double(regions)
  }
}
