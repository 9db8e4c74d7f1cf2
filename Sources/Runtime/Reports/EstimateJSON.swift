package import Agreement
package import Interchange

/// A figure for scripts: never rounded, and null with its reason where it is undefined.
package enum EstimateJSON {
  package static func json(_ estimate: Estimate) -> JSONText {
    .object(members(estimate))
  }

  package static func members(_ estimate: Estimate) -> [JSONText.Member] {
    var members: [JSONText.Member] = [.init("value", real(estimate.value))]
    if estimate.value == nil { members += reason(estimate.status) }
    if let interval = estimate.interval95 {
      members.append(.init("ci95", [.real(interval.lower), .real(interval.upper)]))
      members.append(.init("ci95_method", .string(estimate.intervalStatus.rawValue)))
    } else {
      members.append(.init("ci95", nil))
      members.append(.init("ci95_reason", .string(estimate.intervalStatus.rawValue)))
    }
    if let observed = estimate.observed { members.append(.init("observed", .real(observed))) }
    if let expected = estimate.expected { members.append(.init("expected", .real(expected))) }
    members.append(.init("standard_error", real(estimate.standardError)))
    return members
  }

  /// Why there is no figure, as a word for scripts and a sentence for people.
  package static func reason(_ status: EstimateStatus) -> [JSONText.Member] {
    [
      .init("reason", .string(status.rawValue)),
      .init("explanation", status.explanation.map { .string($0) } ?? nil),
    ]
  }

  package static func real(_ number: Double?) -> JSONText {
    number.map { .real($0) } ?? nil
  }
}
