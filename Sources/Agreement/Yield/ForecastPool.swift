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

  /// Whether the confusion models have a say. Where not, their weights are 0.
  private(set) var trustsModels = true

  init(classCount: Int) {
    self.classCount = classCount
    weights = Self.starts + Array(repeating: 0, count: classCount)
  }

  /// How the weights are before anything is learned.
  static func first(classCount: Int, trustsModels: Bool) -> [Double] {
    let members = trustsModels ? starts : [starts[0]] + starts.dropFirst().map { _ in 0 }
    return members + Array(repeating: 0, count: classCount)
  }

  mutating func trust(_ isTrusted: Bool) {
    guard isTrusted != trustsModels else { return }
    trustsModels = isTrusted
    for member in 1..<ForecastTable.memberCount {
      weights[member] = isTrusted ? Self.starts[member] : 0
    }
  }

  /// Learns from what is given, from the present weights on. At most `steps` projected Newton steps.
  mutating func learn(_ lessons: PoolLessons) {
    guard lessons.hasRuling else {
      weights = Self.first(classCount: classCount, trustsModels: trustsModels)
      return
    }
    let fit = PoolFit(
      lessons: lessons, classCount: classCount,
      starts: Self.first(classCount: classCount, trustsModels: trustsModels),
      trustsModels: trustsModels)
    weights = fit.minimum(from: weights)
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
