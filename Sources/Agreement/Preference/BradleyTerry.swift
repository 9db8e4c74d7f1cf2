import Glibc

/// How strong systems are, from comparisons of two at a time (Bradley & Terry 1952): P(i is preferred
/// to j) = 1/(1 + exp(β_j − β_i)), the strengths β with mean 0.
///
/// Found by minorise–maximise steps (Hunter 2004) and then Newton's method. From votes on units, the
/// intervals allow for votes on one unit hanging together: the scores of units stand around the
/// inverse of the information (the sandwich of Huber 1967 and White 1982, by unit as Liang & Zeger
/// 1986). From a table of wins alone, the inverse of the information takes comparisons as
/// independent, and `intervalStatus` says so.
public struct BradleyTerry: Sendable {
  public let ties: TieHandling

  /// Added to the wins of either side of every pair of systems; 0 for maximum likelihood.
  public let pseudoCount: Double

  public let systemCount: Int

  /// Whether the place shown first is a part of the model.
  public let hasOrderEffect: Bool

  public let status: EstimateStatus

  /// Comparisons that entered.
  public let comparisons: Int

  public let iterations: Int

  /// ln of the likelihood, pseudo-counts included; nil where undefined.
  public let logLikelihood: Double?

  /// β, θ and δ, as many as the model has; empty where undefined.
  private let parameters: [Double]

  /// Row by row; empty where nothing tells it.
  private let covariance: [Double]

  /// Where intervals come from, or why there are none.
  private let intervalStatus: IntervalStatus

  /// 97.5 % of the distribution that intervals are taken from lie below this.
  private let quantile: Double

  /// Fits strengths. O(systems³) a step, few steps.
  ///
  /// - Parameters:
  ///   - pseudoCount: where above 0, strengths exist for any outcome, drawn together.
  ///   - orderEffect: whether to fit the advantage of the place shown first (Davidson & Beaver 1977).
  public init(
    _ table: WinTable, ties: TieHandling = .halfWins, pseudoCount: Double = 0,
    orderEffect: Bool = false
  ) {
    self.init(
      table, units: nil, ties: ties, pseudoCount: pseudoCount, orderEffect: orderEffect)
  }

  /// Fits strengths to the votes on units whose systems are known, with intervals over units.
  /// O(systems³) a step, few steps, and O(units log units).
  public init(
    _ units: [PreferenceUnit], systemCount: Int, ties: TieHandling = .halfWins,
    pseudoCount: Double = 0, orderEffect: Bool = false
  ) {
    self.init(
      WinTable(units, systemCount: systemCount), units: units, ties: ties,
      pseudoCount: pseudoCount, orderEffect: orderEffect)
  }

  private init(
    _ table: WinTable, units: [PreferenceUnit]?, ties: TieHandling, pseudoCount: Double,
    orderEffect: Bool
  ) {
    precondition(pseudoCount >= 0, "a pseudo-count is not negative")
    self.ties = ties
    self.pseudoCount = pseudoCount
    systemCount = table.systemCount
    hasOrderEffect = orderEffect
    comparisons = Self.comparisons(table, ties)
    let likelihood = Self.likelihood(table, ties, pseudoCount, orderEffect)
    let isConnected = pseudoCount > 0 || table.isConnected(tiesConnect: ties != .ignored)
    let maximum = comparisons > 0 && isConnected ? LikelihoodMaximum(likelihood) : nil
    status = comparisons == 0 ? .undefinedNoData : maximum == nil ? .notIdentifiable : .defined
    iterations = maximum?.iterations ?? 0
    parameters = maximum?.parameters ?? []
    if let units, let maximum {
      let scores = UnitScores(units, ties: ties, orderEffect: orderEffect)
      let free = maximum.parameters.count - 1
      covariance =
        scores.units > free ? scores.covariance(at: maximum, of: likelihood) : []
      intervalStatus =
        scores.units > free ? .sandwich : scores.units == 1 ? .oneUnit : .tooFewUnits
      quantile = StudentT.quantile975(degreesOfFreedom: max(1, scores.units - 1))
    } else {
      covariance = maximum?.covariance ?? []
      intervalStatus = .independent
      quantile = StudentT.normalQuantile975
    }
    logLikelihood = maximum.map { likelihood.value($0.parameters) }
  }

  /// β of one system, around the mean of all.
  public func strength(_ system: Int) -> Estimate {
    guard status == .defined else { return Estimate(undefined: status) }
    return estimate(parameters[system], variance: covariance(system, system))
  }

  /// β of one system less β of another.
  public func difference(_ one: Int, _ other: Int) -> Estimate {
    guard status == .defined else { return Estimate(undefined: status) }
    guard one != other else { return estimate(0, variance: 0) }
    let value = parameters[one] - parameters[other]
    guard let own = covariance(one, one), let theirs = covariance(other, other),
      let common = covariance(one, other)
    else { return estimate(value, variance: nil) }
    return estimate(value, variance: own + theirs - 2 * common)
  }

  /// The probability that one system is preferred to another where one of them is, without regard to
  /// its place.
  public func winShare(_ one: Int, over other: Int) -> Estimate {
    let difference = difference(one, other)
    guard let value = difference.value else { return difference }
    let share = Self.logistic(value)
    return Estimate(
      value: share, standardError: difference.standardError.map { share * (1 - share) * $0 },
      interval: difference.interval95.map {
        Interval(lower: Self.logistic($0.lower), upper: Self.logistic($0.upper))
      }, intervalStatus: difference.intervalStatus)
  }

  /// Davidson's ν: ties between equals to wins of one of them; nil in other models.
  public var tieRate: Double? {
    guard status == .defined, ties == .davidson else { return nil }
    return size > systemCount + (hasOrderEffect ? 1 : 0) ? exp(parameters[systemCount]) : 0
  }

  /// δ, the log odds that the place shown first adds; nil where it is not in the model.
  public var orderEffect: Estimate? {
    guard hasOrderEffect else { return nil }
    guard status == .defined else { return Estimate(undefined: status) }
    return estimate(parameters[size - 1], variance: covariance(size - 1, size - 1))
  }

  private var size: Int { parameters.count }

  private func covariance(_ one: Int, _ other: Int) -> Double? {
    covariance.isEmpty ? nil : covariance[one * size + other]
  }

  private func estimate(_ value: Double, variance: Double?) -> Estimate {
    guard let variance else {
      return Estimate(
        value: value, standardError: nil, interval: nil, intervalStatus: intervalStatus)
    }
    let error = max(0, variance).squareRoot()
    return Estimate(
      value: value, standardError: error,
      interval: Interval(lower: value - quantile * error, upper: value + quantile * error),
      intervalStatus: error == 0 ? .collapsed : intervalStatus)
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  private static func comparisons(_ table: WinTable, _ ties: TieHandling) -> Int {
    guard ties == .ignored else { return table.comparisons }
    var decided = 0
    for one in 0..<table.systemCount {
      for other in 0..<table.systemCount { decided += table.wins(one, over: other) }
    }
    return decided
  }

  private static func likelihood(
    _ table: WinTable, _ ties: TieHandling, _ pseudoCount: Double, _ orderEffect: Bool
  ) -> ComparisonLikelihood {
    var cells: [ComparisonLikelihood.Cell] = []
    var tied = 0
    for first in 0..<table.systemCount {
      for second in 0..<table.systemCount where first != second {
        guard orderEffect || first < second else { continue }
        let counts =
          orderEffect
          ? table.ordered(first: first, second: second) : table.counts(first, second)
        tied += counts.tied
        let half = ties == .halfWins ? Double(counts.tied) / 2 : 0
        // With order, a pair has two cells, which share its pseudo-count.
        let extra = half + (orderEffect ? pseudoCount / 2 : pseudoCount)
        let cell = ComparisonLikelihood.Cell(
          first: first, second: second, firstWins: Double(counts.first) + extra,
          ties: ties == .davidson ? Double(counts.tied) : 0,
          secondWins: Double(counts.second) + extra)
        if cell.total > 0 { cells.append(cell) }
      }
    }
    return ComparisonLikelihood(
      systems: table.systemCount, cells: cells, hasTies: ties == .davidson && tied > 0,
      hasOrder: orderEffect)
  }
}
