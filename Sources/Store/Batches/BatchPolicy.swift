package import Agreement

/// How a batch bears on what came before it.
package struct BatchPolicy: Hashable, Sendable {
  /// Which of an annotator's ratings of one unit counts, within the batch.
  package let repeats: RepeatPolicy
  package let extent: Extent
  /// The version of the guideline that all of it was given under; nil where that is to be told from
  /// when things happened.
  package let version: Int?

  package enum Extent: Sendable {
    /// What is not in it stays as it is.
    case additions
    /// It is all there is of its sources: what is not in it is retracted.
    case everything
  }

  package init(
    repeats: RepeatPolicy = .last, extent: Extent = .additions, version: Int? = nil
  ) {
    self.repeats = repeats
    self.extent = extent
    self.version = version
  }
}
