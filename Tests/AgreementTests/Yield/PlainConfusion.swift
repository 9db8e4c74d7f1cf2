import Agreement
import Foundation

/// The models of annotators as the formulas stand: matrices of matrices, one loop a sum, the C
/// library's functions. Slow, and nothing is kept from one sweep to the next but q.
struct PlainConfusion {
  let units: [[UnitRating]]
  let annotators: Int
  let labels: Int
  let kinds: Int
  /// By unit and latent class.
  var q: [[Double]]
  var ruled: [Int: Int] = [:]
  /// Units that count for nothing.
  var silent: Set<Int> = []
  var strength = 4.0
  private(set) var pooled: [[Double]] = []

  init(_ units: [[UnitRating]], annotators: Int, labels: Int, kinds: Int) {
    self.units = units
    self.annotators = annotators
    self.labels = labels
    self.kinds = kinds
    q = units.map { unit in
      let shares = Self.shares(unit, labels: labels)
      let counts = (0..<labels).map { label in unit.count { Int($0.label) == label } }
      let largest = unit.isEmpty ? 0 : Double(counts.max() ?? 0) / Double(unit.count)
      let hard = min(0.9, max(0.05, 0.15 + 1.2 * (1 - largest)))
      return kinds == 1 ? shares : shares.map { $0 * (1 - hard) } + shares.map { $0 * hard }
    }
  }

  static func shares(_ unit: [UnitRating], labels: Int) -> [Double] {
    (0..<labels).map { label in
      (Double(unit.count { Int($0.label) == label }) + 0.5 / Double(labels))
        / (Double(unit.count) + 0.5)
    }
  }

  /// By label: q summed over kinds.
  func shares(of unit: Int) -> [Double] {
    (0..<labels).map { label in (0..<kinds).reduce(0) { $0 + q[unit][$1 * labels + label] } }
  }

  mutating func sweep() {
    let width = labels * kinds
    let weights = units.indices.map { weight(of: $0) }
    var n = Array(
      repeating: Array(repeating: Array(repeating: 0.0, count: labels), count: width),
      count: annotators)
    var prior = Array(repeating: 1.0, count: width)
    for (unit, ratings) in units.enumerated() {
      for t in 0..<width {
        prior[t] += weights[unit][t]
        for rating in ratings {
          n[Int(rating.annotator)][t][Int(rating.label)] += weights[unit][t]
        }
      }
    }
    let whole = prior.reduce(0, +)
    var g: [[Double]] = []
    for t in 0..<width {
      let diagonal = kinds == 1 ? 0.7 : t < labels ? 0.8 : 0.5
      let beside = (1 - diagonal) / Double(max(1, labels - 1))
      var row: [Double] = []
      for label in 0..<labels {
        var sum = Double(labels) * (t % labels == label ? diagonal : beside)
        for annotator in 0..<annotators { sum += n[annotator][t][label] }
        row.append(sum)
      }
      let whole = row.reduce(0, +)
      g.append(row.map { $0 / whole })
    }
    pooled = g
    strength = Self.bestStrength(n, g)
    for (unit, ratings) in units.enumerated() {
      let tempering = 1 / (1 + Double(max(0, ratings.count - 1)) * 0.1)
      let logs = (0..<width).map { t in
        let own = weights[unit][t]
        let votes = ratings.reduce(0.0) { sum, rating in
          let row = n[Int(rating.annotator)][t]
          let top = row[Int(rating.label)] - own + strength * g[t][Int(rating.label)]
          return sum + log(max(top, 1e-9)) - log(row.reduce(0, +) - own + strength)
        }
        return votes * tempering + log(prior[t] / whole)
      }
      q[unit] = Self.softmax(logs)
    }
  }

  private func weight(of unit: Int) -> [Double] {
    if silent.contains(unit) { return q[unit].map { _ in 0 } }
    guard let label = ruled[unit] else { return q[unit] }
    var weight = q[unit].map { _ in 0.0 }
    let mass = (0..<kinds).map { q[unit][$0 * labels + label] + 1e-12 }
    for kind in 0..<kinds {
      weight[kind * labels + label] = (kinds == 1 ? 5 : 3) * mass[kind] / mass.reduce(0, +)
    }
    return weight
  }

  private static func bestStrength(_ n: [[[Double]]], _ g: [[Double]]) -> Double {
    let candidates = [2.0, 4, 8, 16, 32, 64, 128]
    let likelihoods = candidates.map { s in
      var sum = 0.0
      for matrix in n {
        for (t, row) in matrix.enumerated() {
          for (label, count) in row.enumerated() {
            sum += lgamma(count + s * g[t][label]) - lgamma(s * g[t][label])
          }
          sum += lgamma(s) - lgamma(row.reduce(0, +) + s)
        }
      }
      return sum
    }
    let best = likelihoods.indices.max { likelihoods[$0] < likelihoods[$1] } ?? 0
    return candidates[best]
  }

  static func softmax(_ logs: [Double]) -> [Double] {
    let largest = logs.max() ?? 0
    let powers = logs.map { exp($0 - largest) }
    return powers.map { $0 / powers.reduce(0, +) }
  }
}
