/// Two labels whose meetings are a row of a heat map.
public struct HeatPair: Hashable, Sendable {
  public let first: String
  public let second: String

  /// Two labels in the order of the labels.
  public init(first: String, second: String) {
    self.first = first
    self.second = second
  }

  /// The pair as one name.
  public var name: String { first + " ↔ " + second }
}
