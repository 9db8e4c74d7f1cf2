/// How an adjudicator settled a unit.
public enum Outcome: Hashable, Sendable {
  case value(Value)
  /// None of the labels that stand to choice.
  case noneOfThese
  /// Truly ambiguous: the distribution of the ratings is kept.
  case ambiguous
  case notAnnotatable
  case outsideGuideline
  /// Handed on to a lead; the unit stays open.
  case escalated

  /// The word for the outcome in files.
  public var kind: OutcomeKind {
    switch self {
    case .value: .value
    case .noneOfThese: .noneOfThese
    case .ambiguous: .ambiguous
    case .notAnnotatable: .notAnnotatable
    case .outsideGuideline: .outsideGuideline
    case .escalated: .escalated
    }
  }

  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// The kinds of outcome, named as in the log and on `rule` lines.
public enum OutcomeKind: String, Sendable, CaseIterable {
  case value
  case noneOfThese = "none_of_these"
  case ambiguous
  case notAnnotatable = "not_annotatable"
  case outsideGuideline = "outside_guideline"
  case escalated
}

extension Outcome {
  /// An outcome that carries no value; nil for the kind that does.
  public init?(kind: OutcomeKind) {
    switch kind {
    case .value: return nil
    case .noneOfThese: self = .noneOfThese
    case .ambiguous: self = .ambiguous
    case .notAnnotatable: self = .notAnnotatable
    case .outsideGuideline: self = .outsideGuideline
    case .escalated: self = .escalated
    }
  }
}
