/// What annotators marked in one unit: an input of the report on regions.
public struct RegionUnit: Equatable, Sendable {
  /// What one annotator marked; no regions are an answer too.
  public struct Answer: Equatable, Sendable {
    /// The annotator's code.
    public let annotator: Int
    public let regions: Regions

    public init(annotator: Int, regions: Regions) {
      self.annotator = annotator
      self.regions = regions
    }
  }

  /// One per annotator.
  public let answers: [Answer]
  /// The length of the text in the unit of the spans' offsets; nil where it is not known, or there
  /// is no text.
  public let length: Int?

  public init(answers: [Answer], length: Int? = nil) {
    self.answers = answers
    self.length = length
  }
}
