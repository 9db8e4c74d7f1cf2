/// Page's (1954) two cumulative sums: S⁺ = max(0, S⁺ + x − target − slack), S⁻ likewise downwards.
///
/// Sums go on after an alarm; `reset` starts anew. Usual for values in standard errors: slack .5, half
/// of the shift to be found, and a limit of 4 or 5.
public struct CumulativeSum: Equatable, Sendable {
  public let target: Double
  public let slack: Double
  public let limit: Double
  public private(set) var upper = 0.0
  public private(set) var lower = 0.0

  public init(target: Double, slack: Double, limit: Double) {
    self.target = target
    self.slack = slack
    self.limit = limit
  }

  /// Takes in one value. Returns the directions whose sum is above the limit.
  public mutating func add(_ value: Double) -> [ChangeSignal] {
    upper = max(0, upper + value - target - slack)
    lower = max(0, lower - value + target - slack)
    return (upper > limit ? [.increase] : []) + (lower > limit ? [.decrease] : [])
  }

  /// Forgets what was added.
  public mutating func reset() {
    upper = 0
    lower = 0
  }
}
