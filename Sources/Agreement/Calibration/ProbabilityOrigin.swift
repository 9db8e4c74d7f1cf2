/// Where a model's probabilities come from: label errors are found only with probabilities for units
/// that the model was not trained on.
public enum ProbabilityOrigin: String, Sendable, CaseIterable {
  /// By cross-validation, or by a model trained on other data.
  case outOfSample = "out_of_sample"
  /// Nobody said so; nothing in the numbers can show it.
  case assumedOutOfSample = "assumed_out_of_sample"

  /// What a reader must know, as a sentence.
  public var statement: String {
    switch self {
    case .outOfSample: "The model has not seen these units in training, as stated."
    case .assumedOutOfSample:
      "This holds only if the model has not seen these units in training, which nobody has stated: a model repeats the errors it was trained on."
    }
  }
}
