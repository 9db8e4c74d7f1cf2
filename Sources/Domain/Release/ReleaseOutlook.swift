/// What further rulings would bring: the expected share of right labels in the release against their
/// number, by the models of annotators. A plan and no measurement: only an audit measures.
public struct ReleaseOutlook: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    /// Further rulings.
    public let rulings: Int
    public let accuracy: Double
    /// Where 95 % of what may be would lie.
    public let low: Double
    public let high: Double

    public init(rulings: Int, accuracy: Double, low: Double, high: Double) {
      self.rulings = rulings
      self.accuracy = accuracy
      self.low = low
      self.high = high
    }
  }

  /// Units that the models speak of and that have, or would have, a value.
  public let units: Int
  /// Those of them that nobody ruled on, in the queue or not.
  public let waiting: Int
  /// How many times as many errors the forecasts made as they said, drawn to 1.
  public let factor: Double
  /// By further rulings, ascending from none.
  public let points: [Point]
  /// The fewest further rulings that reach an asked-for accuracy; nil where nobody asked.
  public let needed: Int?

  public init(units: Int, waiting: Int, factor: Double, points: [Point], needed: Int? = nil) {
    self.units = units
    self.waiting = waiting
    self.factor = factor
    self.points = points
    self.needed = needed
  }

  public var now: Point? { points.first }

  /// What so many further rulings are worth, as growth of the accuracy; nil for a number that stands
  /// at no point.
  public func worth(of rulings: Int) -> Double? {
    guard let now, let then = points.first(where: { $0.rulings == rulings }) else { return nil }
    return then.accuracy - now.accuracy
  }

  /// Numbers of rulings to tell of: none, then 1, 2 and 5 times the powers of ten from ten on, and all.
  public static func steps(waiting: Int) -> [Int] {
    var steps = [0]
    var power = 10
    while power < waiting {
      steps += [1, 2, 5].map { $0 * power }.filter { $0 < waiting }
      power *= 10
    }
    return waiting > 0 ? steps + [waiting] : steps
  }
}
