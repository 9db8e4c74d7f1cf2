import Glibc

/// The likelihood of comparisons as a log-linear model of their outcomes.
///
/// For systems i, shown first, and j the outcomes weigh: i wins exp(β_i + δ/2); j wins
/// exp(β_j − δ/2); tie exp(θ + (β_i + β_j)/2). Without θ and δ that is Bradley & Terry (1952), with θ
/// Davidson (1970), with both Davidson & Beaver (1977). It is concave in all its parameters.
struct ComparisonLikelihood {
  /// Comparisons of two systems in one order; wins may be halves.
  struct Cell {
    let first: Int
    let second: Int
    let firstWins: Double
    let ties: Double
    let secondWins: Double

    var total: Double { firstWins + ties + secondWins }
  }

  /// One outcome: how likely it is, and how much of β_first, β_second, θ and δ it carries.
  private struct Outcome {
    let count: Double
    let share: Double
    let features: [Double]
  }

  let systems: Int
  let cells: [Cell]
  let hasTies: Bool
  let hasOrder: Bool

  /// The strengths, then θ and δ where they are in the model.
  var parameters: Int { systems + (hasTies ? 1 : 0) + (hasOrder ? 1 : 0) }

  private var tiePlace: Int { systems }
  private var orderPlace: Int { systems + (hasTies ? 1 : 0) }

  /// ln L of some parameters.
  func value(_ x: [Double]) -> Double {
    var sum = 0.0
    for cell in cells {
      for outcome in outcomes(cell, x) where outcome.count > 0 {
        sum += outcome.count * log(outcome.share)
      }
    }
    return sum
  }

  /// The gradient, and the information (the negative second derivatives) row by row.
  func derivatives(_ x: [Double]) -> (gradient: [Double], information: [Double]) {
    let size = parameters
    var gradient = Array(repeating: 0.0, count: size)
    var information = Array(repeating: 0.0, count: size * size)
    for cell in cells {
      let places = places(cell)
      let outcomes = outcomes(cell, x)
      var mean = places.map { _ in 0.0 }
      for outcome in outcomes {
        for k in places.indices { mean[k] += outcome.share * outcome.features[k] }
      }
      for outcome in outcomes {
        let away = places.indices.map { outcome.features[$0] - mean[$0] }
        for (k, place) in places.enumerated() {
          gradient[place] += outcome.count * away[k]
          for (l, other) in places.enumerated() {
            information[place * size + other] += cell.total * outcome.share * away[k] * away[l]
          }
        }
      }
    }
    return (gradient, information)
  }

  /// What one cell adds to the gradient, by place. O(1).
  func score(_ cell: Cell, _ x: [Double]) -> [(place: Int, value: Double)] {
    let places = places(cell)
    let outcomes = outcomes(cell, x)
    return places.indices.map { k in
      let mean = outcomes.reduce(0) { $0 + $1.share * $1.features[k] }
      let value = outcomes.reduce(0) { $0 + $1.count * ($1.features[k] - mean) }
      return (places[k], value)
    }
  }

  /// The parameters that a cell's outcomes carry, in the order of the features.
  private func places(_ cell: Cell) -> [Int] {
    var places = [cell.first, cell.second]
    if hasTies { places.append(tiePlace) }
    if hasOrder { places.append(orderPlace) }
    return places
  }

  private func outcomes(_ cell: Cell, _ x: [Double]) -> [Outcome] {
    let order = hasOrder ? x[orderPlace] : 0
    var logs = [x[cell.first] + order / 2, x[cell.second] - order / 2]
    if hasTies { logs.append(x[tiePlace] + (x[cell.first] + x[cell.second]) / 2) }
    let largest = logs.max() ?? 0
    let weights = logs.map { exp($0 - largest) }
    let total = weights.reduce(0, +)
    let counts = [cell.firstWins, cell.secondWins, cell.ties]
    let features = [[1, 0, 0, 0.5], [0, 1, 0, -0.5], [0.5, 0.5, 1, 0]]
    return weights.indices.map { outcome in
      var carried = [features[outcome][0], features[outcome][1]]
      if hasTies { carried.append(features[outcome][2]) }
      if hasOrder { carried.append(features[outcome][3]) }
      return Outcome(
        count: counts[outcome], share: weights[outcome] / total, features: carried)
    }
  }
}
