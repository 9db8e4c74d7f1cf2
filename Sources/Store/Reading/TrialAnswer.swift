package import Domain

/// What one annotator said of a unit that is gold, or of one that was drawn.
package struct TrialAnswer: Hashable, Sendable {
  package let unit: UnitID
  /// nil where the file did not say who.
  package let annotator: AnnotatorID?
  package let value: Value
  /// The trial it answers; nil for an ordinary rating.
  package let round: String?
  /// Number of the batch it came with.
  package let batch: Int

  package init(
    unit: UnitID, annotator: AnnotatorID?, value: Value, round: String?, batch: Int
  ) {
    self.unit = unit
    self.annotator = annotator
    self.value = value
    self.round = round
    self.batch = batch
  }
}
