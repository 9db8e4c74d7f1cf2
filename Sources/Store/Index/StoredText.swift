import Domain

/// Values as text in columns: the canonical form, read back.
///
/// What cannot be read back was not written by this version; then the caller says that the tables are
/// stale.
enum StoredText {
  static func value(_ text: String) -> Value? {
    canonical(text).flatMap { Value(canonical: $0) }
  }

  static func payload(_ text: String) -> Payload? {
    canonical(text).flatMap { Payload(canonical: $0) }
  }

  static func text(_ outcome: Outcome) -> String {
    var object = CanonicalObject(["kind": .string(outcome.kind.rawValue)])
    object["value"] = outcome.value?.canonical
    return Canonical.text(.object(object))
  }

  static func outcome(_ text: String) -> Outcome? {
    guard let object = canonical(text)?.object,
      let kind = object["kind"]?.string.flatMap({ OutcomeKind(rawValue: $0) })
    else { return nil }
    if let outcome = Outcome(kind: kind) { return outcome }
    return object["value"].flatMap { Value(canonical: $0) }.map { .value($0) }
  }

  static func text(_ strings: [String]) -> String {
    Canonical.text(.array(strings.map { .string($0) }))
  }

  static func strings(_ text: String) -> [String] {
    canonical(text)?.array?.compactMap(\.string) ?? []
  }

  private static func canonical(_ text: String) -> CanonicalValue? {
    try? CanonicalReader.read(Array(text.utf8))
  }
}

extension Payload {
  /// All that people read of it, ASCII letters in lower case: what `text:` looks into.
  var foldedText: String {
    texts.joined(separator: "\n").asciiFolded
  }
}

extension String {
  /// With ASCII letters in lower case, as the limit language compares.
  var asciiFolded: String {
    String(
      decoding: utf8.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

extension UnitStatus {
  /// How it stands in the tables.
  var code: Int64 {
    switch self {
    case .open: 0
    case .escalated: 1
    case .ruled: 2
    case .agreed: 3
    case .single: 4
    case .unrated: 5
    case .doubted: 6
    }
  }

  init?(code: Int64) {
    guard let found = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = found
  }
}
