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

/// A unit that was marked as gold, or whose mark was taken away.
public struct GoldChange: Hashable, Sendable {
  public let unit: UnitID
  /// Position of the last `gold` event of the unit; −1 where there was none.
  public let base: Int
  /// nil where the mark is taken away.
  public let mark: GoldMark?
  /// Why it is taken away.
  public let reason: String?

  public init(marking unit: UnitID, base: Int, as mark: GoldMark) {
    self.unit = unit
    self.base = base
    self.mark = mark
    reason = nil
  }

  public init(unmarking unit: UnitID, base: Int, reason: String? = nil) {
    self.unit = unit
    self.base = base
    mark = nil
    self.reason = reason
  }
}
