package import Domain

/// What a calibration is to draw.
package struct CalibrationWish: Sendable {
  /// nil: the only one that the project asks.
  package var question: QuestionID?
  package var size: Int
  package var floor: Int
  package var hardShare: Double
  package var seed: UInt64
  /// Whether the drafts that wait are tried, and not the version in force.
  package var triesDrafts: Bool

  package init(
    question: QuestionID?, size: Int, floor: Int, hardShare: Double, seed: UInt64,
    triesDrafts: Bool
  ) {
    self.question = question
    self.size = size
    self.floor = floor
    self.hardShare = hardShare
    self.seed = seed
    self.triesDrafts = triesDrafts
  }
}
