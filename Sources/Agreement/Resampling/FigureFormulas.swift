/// The figures of one resample from its sums: the same formulas as the coefficients', prepared so
/// that only what changes between resamples is computed again.
///
/// What is undefined is NaN in here, and in here only.
struct FigureFormulas: Sendable {
  /// Σ w over pairs of labels costs O(labels²) a replicate; beyond this many used labels it is not
  /// offered.
  private static let pairLabelLimit = 512

  enum Formula: Sendable {
    case percent(Agreeing)
    case fleiss(Agreeing, Weights)
    case scott(Agreeing, Weights)
    case gwet(Agreeing, factor: Double)
    case brennan(Agreeing, expected: Double)
    case nominalAlpha
    /// Labels on a line, at fixed places.
    case lineAlpha([Double], terms: Int)
    /// Labels in an order, their indices ascending.
    case ordinalAlpha(ascending: [Int])
    case pairAlpha(Weights, terms: Int)
    case specific(Int)
    case labelAlpha(Int)
    case labelKappa(Int)
    case undefined
  }

  /// The terms Σ_kl w_kl n_k (n_l − [k = l]) / (r (r − 1)); nil for the identity.
  struct Agreeing: Sendable {
    let terms: Int?
  }

  /// A square of numbers over the used labels; nil for the identity.
  struct Weights: Sendable {
    let rows: [[Double]]?
  }

  private let formulas: [Formula]
  /// What one unit of each pattern adds to a real sum, for every such sum that a formula needs.
  let terms: [[Double]]
  /// True if a formula asks how often each two labels meet.
  let needsCoincidences: Bool
  /// Figures whose intervals would take too long, by index.
  let refused: Set<Int>

  /// - Parameters:
  ///   - pairable: Pairable ratings by label code.
  ///   - labelCount: q, the number of labels for AC and Brennan–Prediger.
  init(_ figures: [CountFigure], _ model: PatternModel, pairable: [Int], labelCount: Int) {
    var refused: Set<Int> = []
    var formulas: [Formula] = []
    var maker = FormulaMaker(model: model, pairable: pairable, labelCount: labelCount)
    for (index, figure) in figures.enumerated() {
      if maker.needsPairs(figure), model.codes.count > Self.pairLabelLimit {
        refused.insert(index)
        formulas.append(.undefined)
      } else {
        formulas.append(maker.formula(figure))
      }
    }
    self.formulas = formulas
    terms = maker.terms
    needsCoincidences = formulas.contains { if case .ordinalAlpha = $0 { true } else { false } }
    self.refused = refused
  }

  var count: Int { formulas.count }

  /// Writes every figure of the sums.
  func evaluate(_ sums: borrowing ReplicateSums, into values: UnsafeMutableBufferPointer<Double>) {
    for (index, formula) in formulas.enumerated() { values[index] = value(formula, sums) }
  }

  private func value(_ formula: Formula, _ sums: borrowing ReplicateSums) -> Double {
    switch formula {
    case .percent(let agreeing):
      return sums.pairableUnits == 0 ? .nan : observed(agreeing, sums)
    case .fleiss(let agreeing, let weights):
      guard sums.pairableLabels > 1 else { return .nan }
      return corrected(observed(agreeing, sums), expected(weights, sums) { $0.share })
    case .scott(let agreeing, let weights):
      guard sums.labelsOfTwo > 1 else { return .nan }
      return corrected(observed(agreeing, sums), expected(weights, sums) { $0.twoShare })
    case .gwet(let agreeing, let factor):
      guard sums.pairableUnits > 0 else { return .nan }
      var spread = 0.0
      for label in sums.labels.indices {
        let share = sums.labels[label].share
        spread += share * (1 - share)
      }
      return corrected(observed(agreeing, sums), factor * spread)
    case .brennan(let agreeing, let expected):
      return sums.pairableUnits == 0 ? .nan : corrected(observed(agreeing, sums), expected)
    case .nominalAlpha: return nominalAlpha(sums)
    case .lineAlpha(let places, let terms):
      return alpha(sums, observed: sums.totals[terms], expected: spread(places, sums))
    case .ordinalAlpha(let ascending): return ordinalAlpha(sums, ascending)
    case .pairAlpha(let differences, let terms):
      return alpha(
        sums, observed: sums.totals[terms],
        expected: expected(differences, sums) { Double($0.pairable) })
    case .specific(let label):
      let own = sums.labels[label]
      return own.possible == 0 ? .nan : Double(own.agreement) / Double(own.possible)
    case .labelAlpha(let label): return labelAlpha(sums, sums.labels[label])
    case .labelKappa(let label): return labelKappa(sums, sums.labels[label])
    case .undefined: return .nan
    }
  }

  private func corrected(_ observed: Double, _ expected: Double) -> Double {
    let room = 1 - expected
    return room > 0 ? (observed - expected) / room : .nan
  }

  private func observed(_ agreeing: Agreeing, _ sums: borrowing ReplicateSums) -> Double {
    if let terms = agreeing.terms { return sums.totals[terms] / Double(sums.pairableUnits) }
    var total = 0.0
    for (stratum, size) in sums.model.sizes.enumerated() where size > 1 {
      total += Double(sums.stratumAgreement[stratum]) / (Double(size) * Double(size - 1))
    }
    return total / Double(sums.pairableUnits)
  }

  /// Σ_kl w_kl m_k m_l.
  private func expected(
    _ weights: Weights, _ sums: borrowing ReplicateSums,
    _ measure: (ReplicateSums.LabelSums) -> Double
  ) -> Double {
    var total = 0.0
    guard let rows = weights.rows else {
      for label in sums.labels.indices {
        let own = measure(sums.labels[label])
        total += own * own
      }
      return total
    }
    for first in sums.labels.indices {
      let own = measure(sums.labels[first])
      guard own != 0 else { continue }
      var row = 0.0
      for second in sums.labels.indices {
        row += rows[first][second] * measure(sums.labels[second])
      }
      total += own * row
    }
    return total
  }

  private func nominalAlpha(_ sums: borrowing ReplicateSums) -> Double {
    var disagreeing = 0.0
    for (stratum, size) in sums.model.sizes.enumerated() where size > 1 {
      let others = sums.stratumRatings[stratum] * (size - 1) - sums.stratumAgreement[stratum]
      disagreeing += Double(others) / Double(size - 1)
    }
    let ratings = Double(sums.pairableRatings)
    var equal = 0.0
    for label in sums.labels.indices {
      let own = Double(sums.labels[label].pairable)
      equal += own * (own - 1)
    }
    let pairs = ratings * (ratings - 1)
    guard sums.pairableLabels > 1 else { return .nan }
    return 1 - disagreeing / ratings * (pairs / (pairs - equal))
  }

  /// 1 − (n − 1) Σ o δ² / Σ n_k n_l δ².
  private func alpha(
    _ sums: borrowing ReplicateSums, observed: Double, expected: Double
  ) -> Double {
    guard sums.pairableLabels > 1, expected > 0 else { return .nan }
    return 1 - observed * Double(sums.pairableRatings - 1) / expected
  }

  /// Σ_kl n_k n_l (x_k − x_l)².
  private func spread(_ places: [Double], _ sums: borrowing ReplicateSums) -> Double {
    let total = Double(sums.pairableRatings)
    var sum = 0.0
    for label in places.indices { sum += Double(sums.labels[label].pairable) * places[label] }
    let mean = sum / total
    var squares = 0.0
    for label in places.indices {
      let distance = places[label] - mean
      squares += Double(sums.labels[label].pairable) * distance * distance
    }
    return 2 * total * squares
  }

  /// δ is the distance of midranks, and those come from the resample itself.
  private func ordinalAlpha(_ sums: borrowing ReplicateSums, _ ascending: [Int]) -> Double {
    var places = Array(repeating: 0.0, count: sums.labels.count)
    var below = 0
    for label in ascending {
      let own = sums.labels[label].pairable
      places[label] = Double(below) + Double(own) / 2
      below += own
    }
    let observed =
      sums.coincidences.isEmpty ? dispersion(places, sums) : weighted(places, sums)
    return alpha(sums, observed: observed, expected: spread(places, sums))
  }

  /// Σ_kl o_kl (x_k − x_l)² from the counts of pairs of labels.
  private func weighted(_ places: [Double], _ sums: borrowing ReplicateSums) -> Double {
    let labels = places.count
    var total = 0.0
    for second in places.indices {
      for first in 0..<second {
        let count = sums.coincidences[second * labels + first]
        guard count != 0 else { continue }
        let distance = places[first] - places[second]
        total += count * distance * distance
      }
    }
    return total
  }

  /// Σ_kl o_kl (x_k − x_l)², unit by unit: r Σ n (x − x̄)² for each.
  private func dispersion(_ places: [Double], _ sums: borrowing ReplicateSums) -> Double {
    let model = sums.model
    var observed = 0.0
    for group in model.groups where group.size > 1 && group.labels > 1 {
      var slot = group.firstSlot
      let scale = 2 * Double(group.size) / Double(group.size - 1)
      for pattern in group.patterns {
        defer { slot += group.labels }
        guard sums.draws[pattern] != 0 else { continue }
        var mean = 0.0
        for place in slot..<slot + group.labels {
          let index = Int(model.slots[place])
          mean += Double(model.placeCounts[index]) * places[model.placeLabels[index]]
        }
        mean /= Double(group.size)
        var squares = 0.0
        for place in slot..<slot + group.labels {
          let index = Int(model.slots[place])
          let distance = places[model.placeLabels[index]] - mean
          squares += Double(model.placeCounts[index]) * distance * distance
        }
        observed += scale * Double(sums.draws[pattern]) * squares
      }
    }
    return observed
  }

  private func labelAlpha(
    _ sums: borrowing ReplicateSums, _ own: ReplicateSums.LabelSums
  ) -> Double {
    let total = Double(sums.pairableRatings)
    guard own.pairable != 0, own.pairable != sums.pairableRatings else { return .nan }
    let rest = Double(sums.pairableRatings - own.pairable)
    let expected = 2 * Double(own.pairable) * rest / (total * (total - 1))
    return 1 - 2 * own.coincidences / total / expected
  }

  private func labelKappa(
    _ sums: borrowing ReplicateSums, _ own: ReplicateSums.LabelSums
  ) -> Double {
    guard own.pairable != 0, own.pairable != sums.pairableRatings else { return .nan }
    let agreement = 1 - own.disagreement / Double(sums.pairableUnits)
    let chance = 1 - 2 * own.share * (1 - own.share)
    return (agreement - chance) / (1 - chance)
  }
}
