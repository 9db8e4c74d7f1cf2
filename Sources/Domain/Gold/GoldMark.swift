/// A value that is taken for right, to hold annotators against.
public struct GoldMark: Hashable, Sendable {
  public let outcome: Outcome
  /// Position of the ruling that it was made from; nil where somebody said the value.
  public let ruling: Int?
  /// The guideline's version when it was marked; 0 before the first.
  public let guideline: Int

  public init(outcome: Outcome, ruling: Int? = nil, guideline: Int = 0) {
    self.outcome = outcome
    self.ruling = ruling
    self.guideline = guideline
  }
}
