/// What a forecaster expected of events that have happened since, or have not: one confidence and
/// one outcome an event.
///
/// For a model with several labels the event is "the label it puts first is right"; for two labels
/// it may also be "the label is 1", with the probability of 1 as the confidence.
public struct Forecasts: Equatable, Sendable {
  /// By event: a probability, from 0 to 1.
  public let confidences: [Double]

  /// By event: whether it happened.
  public let outcomes: [Bool]

  public var count: Int { outcomes.count }

  /// Forecasts of events.
  ///
  /// - Throws: `lengthsDiffer`; `noProbability` with the place of a confidence below 0, above 1 or
  ///   that is no number.
  public init(confidences: [Double], outcomes: [Bool]) throws(AgreementError) {
    guard confidences.count == outcomes.count else { throw .lengthsDiffer }
    if let row = confidences.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
      throw .noProbability(row: row)
    }
    self.init(checked: confidences, outcomes)
  }

  /// Confidences that are known to be probabilities, as many as there are outcomes.
  init(checked confidences: [Double], _ outcomes: [Bool]) {
    self.confidences = confidences
    self.outcomes = outcomes
  }

  /// The share of events that happened, with Wilson's interval.
  public var frequency: Estimate {
    .share(outcomes.count(where: \.self), of: count)
  }

  /// The mean confidence, or nil without an event.
  public var meanConfidence: Double? {
    isEmpty ? nil : OrderFreeSum.of(confidences) / Double(count)
  }

  public var isEmpty: Bool { outcomes.isEmpty }
}
