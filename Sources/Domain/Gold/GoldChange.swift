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
