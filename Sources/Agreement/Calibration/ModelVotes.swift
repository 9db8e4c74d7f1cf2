/// What one model said, beside what people said of the same units.
public struct ModelVotes: Sendable {
  /// A label that is not known.
  public static let none: Int32 = -1

  /// What people said. Of repeats of one annotator the last one counts.
  public let people: VoteTable

  /// By unit of the table: the model's label, or `none`.
  public let labels: [Int32]

  /// By unit: the model's confidence in its label; NaN where none is known. Empty where none is.
  public let confidences: [Double]

  /// - Precondition: there is a label for every unit, and a confidence for every unit or for none.
  public init(people: VoteTable, labels: [Int32], confidences: [Double] = []) {
    precondition(labels.count == people.unitCount, "a model's label a unit, or none for it")
    precondition(
      confidences.isEmpty || confidences.count == labels.count,
      "a confidence a unit, or none at all")
    self.people = people
    self.labels = labels
    self.confidences = confidences
  }
}
