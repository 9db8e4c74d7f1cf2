/// How many of each side's things were found on the other side.
public struct HitCounts: Equatable, Sendable {
  /// Things of the first annotator that the second has too.
  public let firstHits: Int
  /// Things of the second annotator that the first has too.
  public let secondHits: Int
  public let first: Int
  public let second: Int

  /// No counts.
  public static var none: HitCounts { HitCounts(firstHits: 0, secondHits: 0, first: 0, second: 0) }

  /// The first side taken as reference: the share of the second side that is right. Without anything
  /// on the second side 1 where the first is empty too, 0 otherwise.
  public var precision: Double { share(secondHits, of: second, besides: first) }

  /// The first side taken as reference: the share of it that the second side has.
  public var recall: Double { share(firstHits, of: first, besides: second) }

  /// Hits of both sides / everything of both sides, which is 2·TP / (|A| + |B|) where hits are
  /// mutual (Hripcsak & Rothschild 2005); 1 where both sides are empty.
  public var f1: Double {
    first + second == 0 ? 1 : Double(firstHits + secondHits) / Double(first + second)
  }

  public static func + (left: Self, right: Self) -> Self {
    HitCounts(
      firstHits: left.firstHits + right.firstHits,
      secondHits: left.secondHits + right.secondHits, first: left.first + right.first,
      second: left.second + right.second)
  }

  public static func - (left: Self, right: Self) -> Self {
    HitCounts(
      firstHits: left.firstHits - right.firstHits,
      secondHits: left.secondHits - right.secondHits, first: left.first - right.first,
      second: left.second - right.second)
  }

  private func share(_ hits: Int, of all: Int, besides other: Int) -> Double {
    if all > 0 { return Double(hits) / Double(all) }
    return other == 0 ? 1 : 0
  }
}
