/// The squared difference δ² of a metric over given data, ready to be asked.
struct AlphaDifference: Sendable {
  /// A scale on which δ² is the square of a plain difference, or nil.
  private let positions: [Double]?
  private let squared: @Sendable (Int, Int) -> Double

  /// - Parameters:
  ///   - metric: What to measure; the ordinal one depends on `pairable`.
  ///   - pairable: n_k, the pairable ratings by label.
  /// - Throws: The reason why these labels have no such difference.
  init(_ metric: AlphaMetric, pairable: [Int]) throws(AlphaObstacle) {
    switch metric {
    case .nominal:
      self.init { $0 == $1 ? 0 : 1 }
    case .ordinal(let ranks):
      guard pairable.indices.allSatisfy({ pairable[$0] == 0 || ranks.indices.contains($0) }) else {
        throw AlphaObstacle(status: .undefinedNotOrdered)
      }
      self.init(positions: Self.midranks(pairable, ranks))
    case .interval(let scores):
      try Self.check(scores, pairable)
      self.init(positions: scores)
    case .ratio(let scores):
      try Self.check(scores, pairable)
      guard pairable.indices.allSatisfy({ pairable[$0] == 0 || scores[$0] >= 0 }) else {
        throw AlphaObstacle(status: .undefinedNegativeNumbers)
      }
      self.init { first, second in
        let sum = scores[first] + scores[second]
        guard sum != 0 else { return 0 }
        let share = (scores[first] - scores[second]) / sum
        return share * share
      }
    case .circular(let scores):
      try Self.check(scores, pairable)
      let steps = (scores.max() ?? 0) - (scores.min() ?? 0) + 1
      self.init { Trigonometry.sineSquared(.pi * (scores[$0] - scores[$1]) / steps) }
    case .squared(let difference):
      self.init(squared: difference)
    }
  }

  private init(squared: @escaping @Sendable (Int, Int) -> Double) {
    positions = nil
    self.squared = squared
  }

  private init(positions: [Double]) {
    self.positions = positions
    squared = { first, second in
      let difference = positions[first] - positions[second]
      return difference * difference
    }
  }

  func callAsFunction(_ first: Int, _ second: Int) -> Double {
    squared(first, second)
  }

  /// The largest δ² between two labels in use.
  func largest(_ used: [Int]) -> Double {
    if let positions {
      let places = used.map { positions[$0] }
      let width = (places.max() ?? 0) - (places.min() ?? 0)
      return width * width
    }
    var largest = 0.0
    for first in used {
      for second in used { largest = max(largest, squared(first, second)) }
    }
    return largest
  }

  /// Whether all labels that occur stand in one place: then nothing can differ, whatever rounding
  /// says.
  func isFlat(_ pairable: [Int]) -> Bool {
    guard let positions else { return false }
    let places = pairable.indices.lazy.filter { pairable[$0] != 0 }.map { positions[$0] }
    return places.min() == places.max()
  }

  /// Σ_kl n_k n_l δ²_kl: one pass where labels lie on a line, else a pass over pairs of used labels.
  func expectedTotal(_ pairable: [Int]) -> Double {
    let used = pairable.indices.filter { pairable[$0] != 0 }
    if let positions {
      let total = Double(pairable.reduce(0, +))
      let sum = OrderFreeSum.of(used.map { Double(pairable[$0]) * positions[$0] })
      let mean = sum / total
      let deviations = used.map { Double(pairable[$0]) * (positions[$0] - mean) }
      let rest = OrderFreeSum.of(deviations)
      let squares = zip(used, deviations).map { $1 * (positions[$0] - mean) }
      return 2 * (total * OrderFreeSum.of(squares) - rest * rest)
    }
    // Whole rows: halves of them would be other sums for other codes of the labels.
    let rows = used.map { label in
      Double(pairable[label])
        * OrderFreeSum.of(used.map { Double(pairable[$0]) * squared($0, label) })
    }
    return OrderFreeSum.of(rows)
  }

  /// R_k: ratings below label k plus half of its own. The ordinal δ² is (R_k − R_l)².
  private static func midranks(_ pairable: [Int], _ ranks: [Int]) -> [Double] {
    var positions = Array(repeating: 0.0, count: pairable.count)
    let ordered = pairable.indices.filter { pairable[$0] != 0 }.sorted { ranks[$0] < ranks[$1] }
    var below = 0
    for label in ordered {
      positions[label] = Double(below) + Double(pairable[label]) / 2
      below += pairable[label]
    }
    return positions
  }

  /// Squares of differences must stay finite in a sum over all pairs of ratings.
  private static func check(_ scores: [Double], _ pairable: [Int]) throws(AlphaObstacle) {
    let used = pairable.indices.filter { pairable[$0] != 0 }
    guard used.allSatisfy({ scores.indices.contains($0) && scores[$0].magnitude < 1e100 }) else {
      throw AlphaObstacle(status: .undefinedNotNumbers)
    }
  }
}
