/// One annotator's label for one unit, both as codes that the caller interned.
public struct UnitRating: Hashable, Sendable {
  /// The code of an annotator nobody knows: such a rating has no pair of annotators and is never
  /// taken for a repeat.
  public static let unknownAnnotator: Int32 = -1

  /// The annotator's code, from 0, or `unknownAnnotator`.
  public let annotator: Int32

  /// The label's code, from 0.
  public let label: Int32

  /// A rating of codes.
  public init(annotator: Int32 = UnitRating.unknownAnnotator, label: Int32) {
    self.annotator = annotator
    self.label = label
  }
}
