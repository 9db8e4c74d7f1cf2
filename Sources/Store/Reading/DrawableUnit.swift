package import Domain

/// An item that a calibration may draw.
package struct DrawableUnit: Hashable, Sendable {
  package let item: ItemID
  /// The value that was ruled, else the one that leads among the ratings.
  package let value: Value
  /// Whether those who rated it differ.
  package let isContested: Bool

  package init(item: ItemID, value: Value, isContested: Bool) {
    self.item = item
    self.value = value
    self.isContested = isContested
  }
}
