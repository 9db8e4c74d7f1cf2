import Agreement

/// The slow, obvious formulas, straight from the definitions: loops over ratings, no sums.
struct PlainFormulas {
  let units: [[Int]]
  let pairable: [[Int]]
  let labelCount: Int
  /// n_k: ratings of pairable units by label.
  let pairableCounts: [Int]

  init(_ ratings: RandomRatings) {
    units = ratings.units.map { $0.map { Int($0.label) } }.filter { !$0.isEmpty }
    pairable = units.filter { $0.count > 1 }
    labelCount = ratings.labelCount
    let all = Array(pairable.joined())
    pairableCounts = (0..<labelCount).map { label in all.filter { $0 == label }.count }
  }

  static func agreement(_ unit: [Int]) -> Double {
    var agreeing = 0
    for (place, label) in unit.enumerated() {
      for (other, second) in unit.enumerated() where other != place && label == second {
        agreeing += 1
      }
    }
    return Double(agreeing) / Double(unit.count * (unit.count - 1))
  }

  var percentAgreement: Double {
    pairable.map(Self.agreement).reduce(0, +) / Double(pairable.count)
  }

  var shares: [Double] {
    (0..<labelCount).map { label in
      let each = units.map { unit in
        Double(unit.filter { $0 == label }.count) / Double(unit.count)
      }
      return each.reduce(0, +) / Double(units.count)
    }
  }

  var fleissExpected: Double { shares.map { $0 * $0 }.reduce(0, +) }

  var gwetExpected: Double {
    shares.map { $0 * (1 - $0) }.reduce(0, +) / Double(labelCount - 1)
  }

  func corrected(_ expected: Double) -> Double {
    (percentAgreement - expected) / (1 - expected)
  }

  /// Gwet's variance, unit by unit, for p_e with derivatives `gradient`.
  func variance(expected: Double, gradient: [Double]) -> Double {
    let value = corrected(expected)
    let ratio = Double(units.count) / Double(pairable.count)
    let squares = units.map { unit in
      let own = unit.count > 1 ? Self.agreement(unit) : 0
      let chance = unit.map { gradient[$0] }.reduce(0, +) / Double(unit.count)
      let first = ratio * (own - (unit.count > 1 ? expected : 0)) / (1 - expected)
      let second = gradient.allSatisfy { $0 == 0 } ? 0 : 2 * (1 - value) * (chance - expected)
      let contribution = first - second / (1 - expected)
      return (contribution - value) * (contribution - value)
    }
    return squares.reduce(0, +) / Double(units.count * (units.count - 1))
  }

  /// D_o and D_e as means over pairs of ratings: within units, and over all of them.
  func alpha(_ squared: (Int, Int) -> Double) -> Double? {
    let counts = pairableCounts
    let total = counts.reduce(0, +)
    var observed = 0.0
    for unit in pairable {
      for (place, label) in unit.enumerated() {
        for (other, second) in unit.enumerated() where other != place {
          observed += squared(label, second) / Double(unit.count - 1)
        }
      }
    }
    var expected = 0.0
    for first in 0..<labelCount {
      for second in 0..<labelCount where second != first {
        expected += Double(counts[first] * counts[second]) * squared(first, second)
      }
    }
    guard expected > 0 else { return nil }
    return 1 - observed / Double(total) / (expected / Double(total * (total - 1)))
  }

  /// Krippendorff's ordinal difference, as he writes it.
  func ordinal(_ first: Int, _ second: Int) -> Double {
    let counts = pairableCounts
    let between = (min(first, second)...max(first, second)).map { counts[$0] }.reduce(0, +)
    let difference = Double(between) - Double(counts[first] + counts[second]) / 2
    return difference * difference
  }

  func specificAgreement(_ label: Int) -> Double? {
    var agreeing = 0
    var possible = 0
    for unit in pairable {
      let own = unit.filter { $0 == label }.count
      agreeing += own * (own - 1)
      possible += own * (unit.count - 1)
    }
    return possible == 0 ? nil : Double(agreeing) / Double(possible)
  }

  /// Cohen's κ of two annotators from their common units.
  static func cohen(_ pairs: [(Int, Int)], labelCount: Int) -> Double? {
    let count = Double(pairs.count)
    let observed = Double(pairs.filter { $0.0 == $0.1 }.count) / count
    let expected = (0..<labelCount).map { label in
      Double(pairs.filter { $0.0 == label }.count) / count
        * (Double(pairs.filter { $0.1 == label }.count) / count)
    }.reduce(0, +)
    return 1 - expected < 1e-12 ? nil : (observed - expected) / (1 - expected)
  }
}
