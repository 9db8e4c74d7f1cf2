import Domain

/// A value as one cell of our own tables; with its kind beside it, it can be read back exactly.
enum ValueText {
  /// Labels of a set are parted by `|`, which is escaped with `\` inside one; rankings and regions are
  /// in the canonical form; an abstention is empty.
  static func text(_ value: Value) -> String {
    switch value {
    case .label(let label): label.text
    case .labels(let labels): CellReading.composed(labels.map(\.text))
    case .number(let number): number.source
    case .text(let text): text
    case .abstained: ""
    case .ranking, .spans, .boxes:
      value.canonical.object?.members.first.map { Canonical.text($0.value) } ?? ""
    }
  }

  /// nil where the text is none of that kind.
  static func value(_ text: String, _ kind: ValueKind) -> Value? {
    switch kind {
    case .label: return .label(LabelID(text))
    case .labels: return .labels(of: parts(text).map { LabelID($0) })
    case .number: return Number(text).map { .number($0) }
    case .text: return .text(text)
    case .abstained: return .abstained
    case .ranking, .spans, .boxes:
      guard let content = try? CanonicalReader.read(Array(text.utf8)) else { return nil }
      return Value(canonical: .object([kind.rawValue: content]))
    }
  }

  /// Undoes `CellReading.composed`.
  private static func parts(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var parts: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        parts[parts.count - 1].append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "|") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }
}
