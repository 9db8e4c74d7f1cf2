/// What one ruling changed in the queue besides the unit that it was about.
public struct QueueEffect: Hashable, Sendable {
  /// A unit whose released value is another one now.
  public struct Turn: Hashable, Sendable {
    public let unit: UnitID
    public let from: Value
    public let to: Value

    public init(unit: UnitID, from: Value, to: Value) {
      self.unit = unit
      self.from = from
      self.to = to
    }
  }

  /// How many units' chance of being released wrong has moved by one in a hundred or more.
  public var moved: Int
  /// In byte order of the units.
  public var turned: [Turn]

  public var isEmpty: Bool { moved == 0 && turned.isEmpty }

  public init(moved: Int = 0, turned: [Turn] = []) {
    self.moved = moved
    self.turned = turned
  }
}
