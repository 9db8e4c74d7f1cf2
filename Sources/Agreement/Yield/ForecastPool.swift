/// The three members joined: p(y | i) ∝ exp(Σ_m a_m ln q_m(i, y) + b_y), with a ≥ 0 learned from the
/// rulings by forecasts that never saw the ruled item.
///
/// Rulings come from contested items, and a weight learned there could turn unanimous ones over in
/// heaps. So a sample of all items, as the first weights see them, counts for 30 rulings (the anchor).
struct ForecastPool: Sendable {
  /// a before any ruling.
  static let starts = [1.0, 0.3, 0.3]
  /// Rulings that the anchor counts for.
  static let anchorWeight = 30.0
  /// How strongly weights are drawn to the first ones.
  static let ridge = 2.0
  /// The newest rulings, which are learned from.
  static let window = 1000
  static let steps = 12

  let classCount: Int

  /// a, then b.
  private(set) var weights: [Double]

  init(classCount: Int) {
    self.classCount = classCount
    weights = Self.first(classCount: classCount)
  }

  /// The weights before anything is learned, with a say of the confusion models.
  static func first(classCount: Int) -> [Double] {
    starts + Array(repeating: 0, count: classCount)
  }

  /// Hears the votes alone.
  mutating func hearVotes() {
    weights = Self.first(classCount: classCount)
    for member in 1..<ForecastTable.memberCount { weights[member] = 0 }
  }

  /// Learns from what is given, from the present weights on. At most `steps` projected Newton steps.
  ///
  /// - Parameter isFirst: Whether the present weights are none that were learned.
  mutating func learn(_ lessons: PoolLessons, isFirst: Bool) {
    let first = Self.first(classCount: classCount)
    guard lessons.hasRuling else {
      weights = first
      return
    }
    let fit = PoolFit(lessons: lessons, classCount: classCount, starts: first)
    weights = fit.minimum(from: isFirst ? first : weights)
  }

  /// ln p up to a constant, by class.
  func sums(_ unit: Int, _ table: ForecastTable) -> [Double] {
    (0..<classCount).map { label in
      var sum = weights[ForecastTable.memberCount + label]
      for member in 0..<ForecastTable.memberCount {
        sum += weights[member] * table.log(member, unit, label)
      }
      return sum
    }
  }

  /// p by class.
  func probabilities(_ unit: Int, _ table: ForecastTable) -> [Double] {
    Self.shares(sums(unit, table))
  }

  static func shares(_ sums: [Double]) -> [Double] {
    let largest = sums.max() ?? 0
    let powers = sums.map { PortableExponential.of($0 - largest) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}
