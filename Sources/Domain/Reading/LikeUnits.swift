/// The open units whose texts are very like that of one unit, as they stood when they were looked for.
public struct LikeUnits: Hashable, Sendable {
  public let unit: UnitID
  /// From this likeness on a text counts as very alike.
  public let least: Double
  /// Number of the newest batch by then; a ruling on one of them rests on it.
  public let batch: Int
  /// The most alike first; of equals, by unit.
  public let found: [LikeUnit]

  public init(unit: UnitID, least: Double, batch: Int, found: [LikeUnit]) {
    self.unit = unit
    self.least = least
    self.batch = batch
    self.found = found
  }
}

/// An open unit whose text is like that of another.
public struct LikeUnit: Hashable, Sendable {
  public let row: QueueRow
  /// In [0, 1]; 1 for the same words in whatever order.
  public let likeness: Double
  /// The beginning of what people read of it.
  public let text: String

  public init(row: QueueRow, likeness: Double, text: String) {
    self.row = row
    self.likeness = likeness
    self.text = text
  }
}
