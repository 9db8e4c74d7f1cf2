/// Label × label, from the pairs of labels that met within units. O(strata × label pairs).
struct LabelHeatTable: HeatTable {
  private let codes: [Int]
  private let width: Int
  private let marginals: UnitMarginals
  /// By label code; empty where the diagonal is left out.
  private let figures: [LabelFigures]
  private let enough: Int
  private let labels: [LabelComparisons]
  /// By two positions: Σ n·m, on the diagonal Σ n (n − 1).
  private var met: [Int]
  /// The same, divided by r − 1: coincidences (Krippendorff 2011).
  private var coincidences: [Double]
  /// The same, divided by the pairs of a unit.
  private var shares: [Double]

  /// Whether the cells of the diagonal are wanted: they cost more than all others.
  enum Diagonal {
    case shown
    case leftOut
  }

  init(_ source: HeatSource, _ axis: HeatAxis, enough: Int, diagonal: Diagonal = .shown) {
    codes = axis.codes
    width = axis.count
    self.enough = enough
    marginals = UnitMarginals(source.sums, labelCount: source.labels.count)
    figures =
      diagonal == .shown
      ? LabelFigures.all(source.sums, labelCount: source.labels.count) : []
    let all = LabelComparisons.all(source.sums, labelCount: source.labels.count)
    labels = codes.map { all[$0] }
    met = Array(repeating: 0, count: width * width)
    coincidences = Array(repeating: 0, count: width * width)
    shares = coincidences
    var positions = Array(repeating: -1, count: marginals.labelCount)
    for (position, code) in codes.enumerated() { positions[code] = position }
    for stratum in source.sums.strata where stratum.size > 1 { add(stratum, positions) }
  }

  private mutating func add(_ stratum: Stratum, _ positions: [Int]) {
    let others = stratum.size - 1
    let pairs = Double(stratum.size * others / 2)
    func put(_ count: Int, _ row: Int, _ column: Int) {
      met[row * width + column] += count
      coincidences[row * width + column] += Double(count) / Double(others)
      shares[row * width + column] += Double(count) / pairs
    }
    for (code, sums) in stratum.labels.prefix(positions.count).enumerated()
    where positions[code] >= 0 {
      let position = positions[code]
      put(sums.agreement, position, position)
    }
    stratum.pairs.visit { cell in
      guard cell.upper < positions.count else { return }
      let (row, column) = (positions[cell.lower], positions[cell.upper])
      guard row >= 0, column >= 0 else { return }
      put(cell.count, row, column)
      put(cell.count, column, row)
    }
  }

  func likeness(_ one: Int, _ other: Int) -> Double? {
    let possible = labels[one].possible + labels[other].possible
    return possible == 0 ? 0 : 2 * Double(met[one * width + other]) / Double(possible)
  }

  func cell(_ row: Int, _ column: Int, _ measure: HeatMeasure) -> HeatCell {
    let count = row == column ? labels[row].agreeing / 2 : met[row * width + column]
    let isShare = measure == .share
    let base = isShare ? labels[row].possible : pairs(row, column)
    let obstacle = marginals.obstacle ?? (base == 0 ? .undefinedUnusedLabel : nil)
    let estimate: Estimate
    switch measure {
    case .count: estimate = .count(count)
    case .share: estimate = obstacle.map { Estimate(undefined: $0) } ?? share(row, column)
    case .specific: estimate = obstacle.map { Estimate(undefined: $0) } ?? specific(row, column)
    case .alpha: estimate = obstacle.map { Estimate(undefined: $0) } ?? alpha(row, column)
    }
    return HeatCell(
      estimate: estimate, count: isShare ? met[row * width + column] : count, base: base,
      reference: isShare && obstacle == nil ? chance(row, column) : nil, isTooFew: base < enough)
  }

  /// Pairs of ratings of a unit that have one of two labels, or both.
  private func pairs(_ row: Int, _ column: Int) -> Int {
    let own = labels[row].possible - labels[row].agreeing / 2
    guard row != column else { return own }
    let others = labels[column].possible - labels[column].agreeing / 2
    return own + others - met[row * width + column]
  }

  private func share(_ row: Int, _ column: Int) -> Estimate {
    .share(
      Double(met[row * width + column]) / Double(labels[row].possible),
      effectiveTrials: labels[row].trials)
  }

  private func specific(_ row: Int, _ column: Int) -> Estimate {
    let possible = labels[row].possible + labels[column].possible
    let trials =
      row == column
      ? labels[row].trials
      : labels[row].trials + labels[column].trials - shares[row * width + column]
    return .share(
      2 * Double(met[row * width + column]) / Double(possible), effectiveTrials: trials)
  }

  /// The share of the column's label among all other ratings.
  private func chance(_ row: Int, _ column: Int) -> Double? {
    guard marginals.pairableRatings > 1 else { return nil }
    let own = marginals.pairableByLabel[codes[column]] - (row == column ? 1 : 0)
    return Double(own) / Double(marginals.pairableRatings - 1)
  }

  /// α of the coincidences between two labels alone.
  private func alpha(_ row: Int, _ column: Int) -> Estimate {
    guard row != column else { return figures[codes[row]].alpha }
    let between = coincidences[row * width + column]
    let first = coincidences[row * width + row] + between
    let second = coincidences[column * width + column] + between
    let total = first + second
    guard total > 1 else { return Estimate(undefined: .undefinedNotCompared) }
    let observed = 2 * between / total
    guard first > 0, second > 0 else {
      return Estimate(undefined: .undefinedNoVariation, observed: observed, expected: 0)
    }
    let expected = 2 * first * second / (total * (total - 1))
    return Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected, standardError: nil,
      interval: nil, intervalStatus: .noFormula)
  }
}
