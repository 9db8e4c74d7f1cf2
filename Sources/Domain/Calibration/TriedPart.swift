/// A proposal of the guideline that a calibration tried: a part, and where its draft stands in the log.
public struct TriedPart: Hashable, Comparable, Sendable {
  public let part: GuidelinePart
  public let seq: Int

  public init(part: GuidelinePart, seq: Int) {
    self.part = part
    self.seq = seq
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.part == right.part ? left.seq < right.seq : left.part < right.part
  }
}
