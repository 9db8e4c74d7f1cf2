package import Domain

extension DoubtCause {
  /// Where there is little room: `v3`, `migration 57`.
  package var brief: String {
    switch self {
    case .version(let number): "v\(number)"
    case .migration(let seq): "migration \(seq)"
    }
  }

  /// In a sentence: `version 3`, `the migration at 57`.
  package var phrase: String {
    switch self {
    case .version(let number): "version \(number)"
    case .migration(let seq): "the migration at \(seq)"
    }
  }

  /// The version's number, where it is one.
  package var version: Int? {
    if case .version(let number) = self { number } else { nil }
  }

  /// The migration's position, where it is one.
  package var migration: Int? {
    if case .migration(let seq) = self { seq } else { nil }
  }
}
