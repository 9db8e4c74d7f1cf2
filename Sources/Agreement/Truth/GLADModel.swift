internal import Glibc

/// Abilities, eases, and the posteriors they give.
struct GLADModel {
  private let rows: VoteRows
  private let grid: FixedPoint
  private let gold: [Int32]
  private let annotatorOfRow: [Int]

  /// The grid of logarithms: none is below −2¹², by `limit`.
  private let scale: Double

  /// By annotator: the places of the votes.
  private let votesOfAnnotator: [[Int]]
  private let unitOfVote: [Int]

  /// By vote: the posterior probability that it is right.
  private var rightness: [Double]

  /// Units × labels.
  private var posteriors: [Double]

  private(set) var abilities: [Double]

  /// By unit: b.
  private var eases: [Double]

  /// All labels are taken for equally frequent.
  var priors: [Double] {
    Array(repeating: 1 / Double(max(1, rows.labelCount)), count: rows.labelCount)
  }

  init(_ rows: VoteRows, gold: [Int32]) {
    self.rows = rows
    grid = FixedPoint(rows)
    self.gold = gold
    let width = Int.bitWidth - (rows.largestUnit + 1).leadingZeroBitCount
    scale = Double(sign: .plus, exponent: 40 - width, significand: 1)
    var owners = Array(repeating: 0, count: rows.rowCount)
    for annotator in 0..<rows.annotatorCount {
      for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
        owners[row] = annotator
      }
    }
    annotatorOfRow = owners
    var places = Array(repeating: [Int](), count: rows.annotatorCount)
    var units = Array(repeating: 0, count: rows.rows.count)
    for unit in 0..<rows.unitCount {
      for vote in rows.offsets[unit]..<rows.offsets[unit + 1] {
        units[vote] = unit
        places[owners[Int(rows.rows[vote])]].append(vote)
      }
    }
    votesOfAnnotator = places
    unitOfVote = units
    rightness = Array(repeating: 0, count: rows.rows.count)
    posteriors = Array(repeating: 0, count: rows.unitCount * rows.labelCount)
    abilities = Array(repeating: 1, count: rows.annotatorCount)
    eases = Array(repeating: 1, count: rows.unitCount)
  }

  /// The logarithm of the priors' density, less its constant.
  var density: Double {
    let rated = (0..<rows.unitCount).filter { rows.offsets[$0] < rows.offsets[$0 + 1] }
    let terms = (abilities + rated.map { eases[$0] }).map { -0.5 * ($0 - 1) * ($0 - 1) }
    return OrderFreeSum.of(terms)
  }

  /// The E-step; returns ln P(votes).
  mutating func expect() -> Double {
    let labels = rows.labelCount
    var likelihood = OrderFreeSum(largestTerm: Double(max(1, rows.largestUnit)) * 1024)
    for unit in 0..<rows.unitCount {
      let votes = rows.offsets[unit]..<rows.offsets[unit + 1]
      let known = gold.isEmpty ? TruthOptions.noGold : gold[unit]
      let row = unit * labels..<(unit + 1) * labels
      guard !votes.isEmpty || known >= 0 else { continue }
      for place in row { posteriors[place] = -Glibc.log(Double(labels)) }
      for vote in votes {
        let (right, wrong) = logs(abilities[annotator(vote)] * exp(eases[unit]))
        let given = Int(rows.rowLabels[Int(rows.rows[vote])])
        for label in 0..<labels {
          posteriors[row.lowerBound + label] += rounded(label == given ? right : wrong)
        }
      }
      if known >= 0 {
        likelihood.add(posteriors[row.lowerBound + Int(known)])
        for label in 0..<labels {
          posteriors[row.lowerBound + label] = label == Int(known) ? 1 : 0
        }
      } else {
        let top = posteriors[row].max() ?? 0
        for place in row { posteriors[place] = exp(posteriors[place] - top) }
        let sum = OrderFreeSum.of(Array(posteriors[row]))
        for place in row { posteriors[place] /= sum }
        likelihood.add(top + Glibc.log(sum))
      }
      for vote in votes {
        rightness[vote] =
          posteriors[
            row.lowerBound + Int(rows.rowLabels[Int(rows.rows[vote])])]
      }
    }
    return likelihood.value
  }

  /// The M-step: one step uphill for each ability, then for each ease.
  mutating func maximise() {
    for annotator in abilities.indices where !votesOfAnnotator[annotator].isEmpty {
      let terms = votesOfAnnotator[annotator].map { vote in
        Term(factor: exp(eases[unitOfVote[vote]]), rightness: rightness[vote])
      }
      abilities[annotator] = Self.climb(
        from: abilities[annotator], terms: terms
      ) { ability, factor in (ability * factor, factor) }
    }
    for unit in eases.indices {
      let terms = (rows.offsets[unit]..<rows.offsets[unit + 1]).map { vote in
        Term(factor: abilities[annotator(vote)], rightness: rightness[vote])
      }
      guard !terms.isEmpty else { continue }
      eases[unit] = Self.climb(
        from: eases[unit], terms: terms
      ) { ease, factor in (exp(ease) * factor, exp(ease) * factor) }
    }
  }

  /// Writes the posteriors of the last E-step.
  func write(to output: PosteriorOutput) {
    let labels = rows.labelCount
    let shares = LaneStorage<Double>(repeating: 0, count: rows.lanes)
    for unit in 0..<rows.unitCount {
      let isKnown = !gold.isEmpty && gold[unit] >= 0
      guard rows.offsets[unit] < rows.offsets[unit + 1] || isKnown else {
        output.writeUnrated(unit, labels: labels)
        continue
      }
      for label in 0..<labels { shares[label] = posteriors[unit * labels + label] }
      output.write(shares, sum: 1, unit: unit, labels: labels, grid: grid)
    }
  }

  /// One vote as a parameter sees it: what it is multiplied by, and how probably the vote is right.
  private struct Term {
    let factor: Double
    let rightness: Double
  }

  /// One step of Fisher scoring on Σ r ln σ(x) + (1 − r) ln(1 − σ(x)) − (p − 1)² / 2, halved until it
  /// does not lead downhill.
  ///
  /// - Parameter argument: x and dx/dp for a parameter p and a term's factor.
  private static func climb(
    from start: Double, terms: [Term], _ argument: (Double, Double) -> (Double, Double)
  ) -> Double {
    func value(_ parameter: Double) -> Double {
      let logs = terms.map { term in
        let x = argument(parameter, term.factor).0
        return -term.rightness * softPlus(-x) - (1 - term.rightness) * softPlus(x)
      }
      return OrderFreeSum.of(logs) - 0.5 * (parameter - 1) * (parameter - 1)
    }
    var slopes: [Double] = []
    var curvatures: [Double] = []
    for term in terms {
      let (x, change) = argument(start, term.factor)
      let right = 1 / (1 + exp(-x))
      slopes.append((term.rightness - right) * change)
      curvatures.append(right * (1 - right) * change * change)
    }
    let slope = OrderFreeSum.of(slopes) - (start - 1)
    var step = slope / (OrderFreeSum.of(curvatures) + 1)
    let before = value(start)
    for _ in 0..<30 {
      let next = min(limit, max(-limit, start + step))
      if value(next) >= before { return next }
      step /= 2
    }
    return start
  }

  /// No parameter leaves ± this.
  private static let limit = 6.0

  /// ln(1 + eˣ).
  private static func softPlus(_ x: Double) -> Double {
    max(x, 0) + log1p(exp(-x.magnitude))
  }

  /// ln of being right, and of one wrong label.
  private func logs(_ x: Double) -> (Double, Double) {
    let wrong = -Self.softPlus(x) - Glibc.log(Double(max(1, rows.labelCount - 1)))
    return (-Self.softPlus(-x), wrong)
  }

  private func annotator(_ vote: Int) -> Int { annotatorOfRow[Int(rows.rows[vote])] }

  /// On a grid that keeps every sum of one unit exact, so that the order of votes changes no bit.
  private func rounded(_ log: Double) -> Double { (log * scale).rounded() / scale }
}
