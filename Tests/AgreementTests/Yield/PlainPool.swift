import Agreement
import Foundation

/// The pool as its formula stands; its weights by forty of Newton's steps with
/// differences for derivatives.
struct PlainPool {
  private(set) var members: [PlainConfusion]
  let units: [[UnitRating]]
  let labels: Int
  var ruled: [Int: Int] = [:]
  var silent: Set<Int> = []
  /// a, then b.
  private(set) var weights: [Double]

  init(_ units: [[UnitRating]], annotators: Int, labels: Int, sweeps: Int = 20) {
    self.units = units
    self.labels = labels
    members = [1, 2].map {
      PlainConfusion(units, annotators: annotators, labels: labels, kinds: $0)
    }
    weights = Self.starts(labels)
    sweep(sweeps)
  }

  static func starts(_ labels: Int) -> [Double] {
    [1, 0.3, 0.3] + Array(repeating: 0, count: labels)
  }

  mutating func sweep(_ count: Int) {
    for number in members.indices {
      members[number].ruled = ruled
      members[number].silent = silent
      for _ in 0..<count { members[number].sweep() }
    }
  }

  func features(_ unit: Int) -> [[Double]] {
    let all =
      [PlainConfusion.shares(units[unit], labels: labels)]
      + members.map { $0.shares(of: unit) }
    return all.map { $0.map { max(log(max($0, 1e-12)), -12) } }
  }

  func probabilities(_ unit: Int, _ weights: [Double]? = nil) -> [Double] {
    Self.pooled(features(unit), weights ?? self.weights, labels)
  }

  private static func pooled(
    _ features: [[Double]], _ weights: [Double], _ labels: Int
  ) -> [Double] {
    var logs: [Double] = []
    for label in 0..<labels {
      var sum = weights[3 + label]
      for member in 0..<3 { sum += weights[member] * features[member][label] }
      logs.append(sum)
    }
    return PlainConfusion.softmax(logs)
  }

  /// Finds the weights for what is ruled by now.
  mutating func learn() {
    let starts = Self.starts(labels)
    weights = starts
    guard !ruled.isEmpty else { return }
    // The anchor is every unit: tests have fewer than 300.
    let lessons = units.indices.filter { ruled[$0] != nil || !silent.contains($0) }.map { unit in
      let target = ruled[unit].map { label in (0..<labels).map { $0 == label ? 1.0 : 0 } }
      let soft = probabilities(unit, starts).map { $0 * 30 / Double(units.count) }
      return (features: features(unit), target: target ?? soft)
    }
    for _ in 0..<40 {
      let slope = slope(weights, starts, lessons)
      let free = weights.indices.filter { place in
        guard place < 3 else { return true }
        return weights[place] > 0 || slope[place] <= 0
      }
      let direction = newton(free, slope, starts, lessons)
      let before = loss(weights, starts, lessons)
      var step = 1.0
      while step > 1e-9 {
        var next = weights
        for (place, change) in zip(free, direction) { next[place] += step * change }
        for member in 0..<3 { next[member] = max(0, next[member]) }
        if loss(next, starts, lessons) < before {
          weights = next
          break
        }
        step /= 2
      }
    }
  }

  /// −H⁻¹ g within the free weights, H by differences of the slope, by Gauss's elimination.
  private func newton(
    _ free: [Int], _ slope: [Double], _ starts: [Double], _ lessons: [Lesson]
  ) -> [Double] {
    let width = 1e-5
    var rows = free.map { place in free.map { _ in 0.0 } + [-slope[place]] }
    for (column, place) in free.enumerated() {
      var beside = weights
      beside[place] += width
      let other = self.slope(beside, starts, lessons)
      for row in free.indices { rows[row][column] = (other[free[row]] - slope[free[row]]) / width }
    }
    for column in free.indices {
      let pivot = rows[column][column]
      for row in free.indices where row != column {
        let factor = rows[row][column] / pivot
        for place in rows[row].indices { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return free.indices.map { rows[$0][free.count] / rows[$0][$0] }
  }

  private typealias Lesson = (features: [[Double]], target: [Double])

  private func shares(_ weights: [Double], _ lesson: Lesson) -> [Double] {
    Self.pooled(lesson.features, weights, labels)
  }

  private func loss(_ weights: [Double], _ starts: [Double], _ lessons: [Lesson]) -> Double {
    var loss = 0.0
    for (weight, start) in zip(weights, starts) { loss += (weight - start) * (weight - start) }
    for lesson in lessons {
      for (target, share) in zip(lesson.target, shares(weights, lesson)) {
        loss -= target * log(share)
      }
    }
    return loss
  }

  private func slope(_ weights: [Double], _ starts: [Double], _ lessons: [Lesson]) -> [Double] {
    var slope = zip(weights, starts).map { 2 * ($0 - $1) }
    for lesson in lessons {
      let mass = lesson.target.reduce(0, +)
      for (label, share) in shares(weights, lesson).enumerated() {
        let surplus = share * mass - lesson.target[label]
        slope[3 + label] += surplus
        for member in 0..<3 { slope[member] += surplus * lesson.features[member][label] }
      }
    }
    return slope
  }
}
