import Domain

/// Reads the text of a cell as the value that a mapping expects there.
struct ValueReader {
  enum Outcome {
    /// Never asked.
    case missing
    case value(Value)
    case refused(DiagnosticCode, String)
  }

  private let abstained: Set<LabelID>
  private let common: ExpectationReader
  private let byQuestion: [QuestionID: ExpectationReader]

  init(_ options: ImportOptions) {
    let mapping = options.mapping
    let limit = options.limits.identifier
    abstained = Set(mapping.abstained.map { LabelID($0) })
    common = ExpectationReader(mapping.values, lengthLimit: limit)
    byQuestion = mapping.valuesByQuestion.mapValues {
      ExpectationReader($0, lengthLimit: limit)
    }
  }

  /// Whether questions differ in what is expected of them.
  var dependsOnQuestion: Bool { !byQuestion.isEmpty }

  func read(_ text: String, question: QuestionID) -> Outcome {
    if abstained.contains(LabelID(text)) { return .value(.abstained) }
    // Blanks alone are how fixed-width tables leave a cell empty.
    if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return .missing }
    return (byQuestion[question] ?? common).read(text)
  }

  /// Holds a set of labels that was found whole against the closed set.
  func labels(_ labels: [LabelID], question: QuestionID) -> Outcome {
    (byQuestion[question] ?? common).labels(labels)
  }

  /// Holds a value that was found whole against what is expected.
  func check(_ value: Value, question: QuestionID) -> Outcome {
    (byQuestion[question] ?? common).check(value)
  }
}

/// Reads values of one question.
struct ExpectationReader {
  private let kind: ValueExpectation.Kind
  private let closed: [LabelID]?
  private let admissible: Set<LabelID>
  private let lengthLimit: Int

  init(_ expectation: ValueExpectation, lengthLimit: Int) {
    self.lengthLimit = lengthLimit
    kind = expectation.kind
    closed = expectation.labels
    admissible = Set(expectation.labels ?? [])
  }

  func read(_ text: String) -> ValueReader.Outcome {
    switch kind {
    case .asFound, .label: return label(LabelID(text))
    case .text: return .value(.text(text))
    case .number:
      guard let number = Number(text) else {
        return .refused(.notANumber, "a number is expected here")
      }
      return .value(.number(number))
    case .labels:
      let parts = text.utf8.split(separator: UInt8(ascii: "|"))
      return labels(parts.map { LabelID(String(decoding: $0, as: UTF8.self)) })
    }
  }

  func label(_ label: LabelID) -> ValueReader.Outcome {
    refusal([label]) ?? .value(.label(label))
  }

  func labels(_ labels: [LabelID]) -> ValueReader.Outcome {
    refusal(labels) ?? .value(.labels(of: labels))
  }

  func check(_ value: Value) -> ValueReader.Outcome {
    if let refused = refusal(value.mentionedLabels) { return refused }
    switch (kind, value) {
    case (_, .abstained), (.asFound, _), (.label, .label), (.labels, .labels), (.number, .number),
      (.text, .text):
      return .value(value)
    case (.labels, .label(let label)): return .value(.labels([label]))
    case (.label, .labels(let labels)) where labels.count == 1: return .value(.label(labels[0]))
    case (.label, .labels(let labels)):
      return .refused(.severalLabels, "\(labels.count) labels where one is expected")
    case (.number, .label(let label)): return read(label.text)
    default:
      return .refused(.badValue, "a value of the kind \(value.kind) where \(kind) is expected")
    }
  }

  private func refusal(_ labels: [LabelID]) -> ValueReader.Outcome? {
    if let long = labels.first(where: { $0.text.utf8.count > lengthLimit }) {
      return .refused(
        .idTooLong,
        "a label of \(long.text.utf8.count) bytes; \(lengthLimit) are the most one may have")
    }
    guard let closed, let unknown = labels.first(where: { !admissible.contains($0) }) else {
      return nil
    }
    let nearest = EditDistance.nearest(to: unknown.text, among: closed.map(\.text))
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return .refused(.unknownLabel, "is not among the \(closed.count) labels\(hint)")
  }
}
