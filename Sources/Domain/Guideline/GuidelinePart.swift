/// A part of the guideline that is changed and published by itself.
public enum GuidelinePart: Hashable, Comparable, Sendable {
  case clause(ClauseID)
  case section(SectionID)

  /// How the log names it: `R-0042`, `label:refund`, `policy:skipping`.
  public var key: String {
    switch self {
    case .clause(let id): id.text
    case .section(let id): id.key
    }
  }

  /// - Returns: nil where `key` names no part.
  public init?(key: String) {
    if let section = SectionID(key: key) {
      self = .section(section)
      return
    }
    let clause = ClauseID(key)
    guard clause.number != nil else { return nil }
    self = .clause(clause)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }
}
