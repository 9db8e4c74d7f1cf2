/// What somebody said about two answers side by side.
public enum PreferenceChoice: String, Sendable, CaseIterable {
  /// The one shown first: A, on the left.
  case first
  /// Neither is better.
  case tie
  case second
  /// Neither is good enough: a tie when answers are compared, and a label of its own otherwise.
  case neither

  public var isDecided: Bool { self == .first || self == .second }

  /// −1 for the first, 1 for the second, else 0.
  public var direction: Int {
    switch self {
    case .first: -1
    case .second: 1
    case .tie, .neither: 0
    }
  }

  /// What the same opinion is called when the answers change places.
  public var swapped: PreferenceChoice {
    switch self {
    case .first: .second
    case .second: .first
    case .tie, .neither: self
    }
  }
}
