/// What the models say of a unit that its ruling, if there is one, has not told them.
public struct UnitForecast: Hashable, Sendable {
  /// What would be released, by its code.
  public let label: Int32
  /// The chance that it is wrong, to 2⁻²⁰.
  public let wrong: Double
  /// What a ruling would be worth, to 2⁻²⁰.
  public let gain: Double
}
