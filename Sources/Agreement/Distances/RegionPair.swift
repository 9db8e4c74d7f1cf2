/// A region of one annotator and a region of another, by index, with how much they overlap.
public struct RegionPair: Equatable, Sendable {
  public let first: Int
  public let second: Int
  public let overlap: Double

  public init(first: Int, second: Int, overlap: Double) {
    self.first = first
    self.second = second
    self.overlap = overlap
  }
}
