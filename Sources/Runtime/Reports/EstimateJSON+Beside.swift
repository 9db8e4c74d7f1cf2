import Agreement
import Interchange

extension EstimateJSON {
  /// A figure with what belongs beside it.
  static func json(_ estimate: Estimate, _ beside: [JSONText.Member]) -> JSONText {
    .object(members(estimate) + beside)
  }

  /// What is not there, and why.
  static func missing(_ reason: String, _ explanation: String) -> JSONText {
    [
      "value": nil, "reason": .string(reason), "explanation": .string(explanation), "ci95": nil,
      "ci95_reason": .string(IntervalStatus.undefinedValue.rawValue),
    ]
  }
}
