/// A region of one annotator and a region of another, by index, with how much they overlap.
public struct RegionPair: Equatable, Sendable {
  public let first: Int
  public let second: Int
  public let overlap: Double
  /// Whether both have the same label; where overlaps are equal, such pairs are preferred.
  public let isSameLabel: Bool

  public init(first: Int, second: Int, overlap: Double, isSameLabel: Bool = false) {
    self.first = first
    self.second = second
    self.overlap = overlap
    self.isSameLabel = isSameLabel
  }
}
