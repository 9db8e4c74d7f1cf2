package import Domain
package import Interchange

/// Values, outcomes and standings as they stand in every `--json`.
package enum ValueJSON {
  /// A label as its text, a set as an array; other kinds as in the log.
  package static func json(_ value: Value) -> JSONText {
    switch value {
    case .label(let label): .string(label.text)
    case .labels(let labels): .array(labels.map { .string($0.text) })
    case .number(let number): .digits(number.source)
    case .text(let text): .string(text)
    case .abstained: .object([.init("abstained", true)])
    case .ranking, .spans, .boxes: json(value.canonical)
    }
  }

  package static func json(_ outcome: Outcome) -> JSONText {
    guard let value = outcome.value else {
      return .object([.init("outcome", .string(outcome.kind.rawValue))])
    }
    return .object([
      .init("outcome", .string(outcome.kind.rawValue)), .init("value", json(value)),
    ])
  }

  package static func json(_ standing: SeatStanding?) -> JSONText {
    guard let standing else { return nil }
    return .object([
      .init("status", .string(standing.status.rawValue)), .init("seq", .integer(standing.seq)),
      .init("by", .string(standing.by.text)), .init("ruling", json(standing.outcome)),
    ])
  }

  /// Canonical values as JSON of the same shape.
  package static func json(_ value: CanonicalValue) -> JSONText {
    switch value {
    case .string(let text): .string(text)
    case .integer(let number): .integer(Int(number))
    case .boolean(let truth): .boolean(truth)
    case .array(let values): .array(values.map { json($0) })
    case .object(let object): .object(object.members.map { .init($0.name, json($0.value)) })
    }
  }

  package static func text(_ text: String?) -> JSONText {
    text.map { .string($0) } ?? nil
  }

  package static func real(_ number: Double?) -> JSONText {
    number.map { .real($0) } ?? nil
  }
}
