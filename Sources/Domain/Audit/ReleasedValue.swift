/// What would be released for a unit that nobody ruled on.
public struct ReleasedValue: Hashable, Sendable {
  public let unit: UnitID
  public let value: Value
  public let source: ReleaseSource
  /// The chance that it is right, as it would be released with it; nil where nothing says one.
  public let probability: Number?

  public init(
    unit: UnitID, value: Value, source: ReleaseSource, probability: Number? = nil
  ) {
    self.unit = unit
    self.value = value
    self.source = source
    self.probability = probability
  }
}
