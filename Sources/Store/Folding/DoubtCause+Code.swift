import Domain
import GRDB

extension DoubtCause {
  /// Above every integer that a log can hold.
  private static let ratings = 1 << 60

  /// How it stands in the tables: a version by its number, a migration by its position below zero, a
  /// batch by its number and 2⁶⁰. The log's integers end at 2⁵³, so none is taken for another.
  var code: Int {
    switch self {
    case .version(let number): number
    case .migration(let seq): -seq
    case .ratings(let batch): Self.ratings + batch
    }
  }

  /// nil for 0, which is no doubt.
  init?(code: Int) {
    switch code {
    case 0: return nil
    case ..<0: self = .migration(seq: -code)
    case ..<Self.ratings: self = .version(code)
    default: self = .ratings(batch: code - Self.ratings)
    }
  }

  /// Whether a column of codes names a cause of a kind; nil for any. Never NULL.
  static func condition(_ kind: Kind?, on column: SQL) -> SQL {
    switch kind {
    case nil: SQL("\(column) <> 0")
    case .migration?: SQL("\(column) < 0")
    case .version?: SQL("\(column) > 0 AND \(column) < \(Self.ratings)")
    case .ratings?: SQL("\(column) >= \(Self.ratings)")
    }
  }
}
