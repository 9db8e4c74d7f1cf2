import Glibc

/// How strong systems are, from comparisons of two at a time (Bradley & Terry 1952): P(i is preferred
/// to j) = 1/(1 + exp(β_j − β_i)), the strengths β with mean 0.
///
/// Found by minorise–maximise steps (Hunter 2004) and then Newton's method. Intervals come from the
/// inverse of the information and take comparisons as independent.
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

  /// Row by row.
  private let covariance: [Double]

  /// Fits strengths. O(systems³) a step, few steps.
  ///
  /// - Parameters:
  ///   - pseudoCount: where above 0, strengths exist for any outcome, drawn together.
  ///   - orderEffect: whether to fit the advantage of the place shown first (Davidson & Beaver 1977).
  public init(
    _ table: WinTable, ties: TieHandling = .halfWins, pseudoCount: Double = 0,
    orderEffect: Bool = false
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
    covariance = maximum?.covariance ?? []
    logLikelihood = maximum.map { likelihood.value($0.parameters) }
  }

  /// β of one system, around the mean of all.
  public func strength(_ system: Int) -> Estimate {
    guard status == .defined else { return Estimate(undefined: status) }
    return normal(parameters[system], variance: covariance[system * size + system])
  }

  /// β of one system less β of another.
  public func difference(_ one: Int, _ other: Int) -> Estimate {
    guard status == .defined else { return Estimate(undefined: status) }
    guard one != other else { return normal(0, variance: 0) }
    let variance =
      covariance[one * size + one] + covariance[other * size + other]
      - 2 * covariance[one * size + other]
    return normal(parameters[one] - parameters[other], variance: variance)
  }

  /// The probability that one system is preferred to another where one of them is, without regard to
  /// its place.
  public func winShare(_ one: Int, over other: Int) -> Estimate {
    let difference = difference(one, other)
    guard let value = difference.value, let error = difference.standardError,
      let interval = difference.interval95
    else { return difference }
    let share = Self.logistic(value)
    return Estimate(
      value: share, standardError: share * (1 - share) * error,
      interval: Interval(
        lower: Self.logistic(interval.lower), upper: Self.logistic(interval.upper)),
      intervalStatus: difference.intervalStatus)
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
    return normal(parameters[size - 1], variance: covariance[size * size - 1])
  }

  private var size: Int { parameters.count }

  private func normal(_ value: Double, variance: Double) -> Estimate {
    let error = max(0, variance).squareRoot()
    return Estimate(
      value: value, standardError: error,
      interval: Interval.normal(around: value, standardError: error),
      intervalStatus: error == 0 ? .collapsed : .analytic)
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
