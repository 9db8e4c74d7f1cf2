public import Domain

/// Any two different values are as far apart as any others.
public struct NominalDistance: ValueDistance {
  public init() {}

  public func between(_ one: Value, _ other: Value) -> Double {
    plain(one, other)
  }
}
