/// The bootstrap over units, from the counts of label patterns (Efron 1979, 1987).
///
/// What is drawn: as many units as there are, with replacement, each as likely as the others; that
/// is a multinomial draw over the patterns with their shares, and exactly that distribution is
/// sampled (see `MultinomialSampler`). Units with one rating take part. Ratings are never drawn one
/// by one, and what chance would give is computed anew in every resample. One draw gives the values
/// of all figures, so differences of figures are those of paired resamples.
///
/// Resample b has random numbers of its own, made from the seed and b. Results are the same to the
/// last bit however many threads there are.
///
/// Time: O(replicates × (patterns × labels of a pattern + figures × used labels)), whatever the
/// number of units.
public struct Bootstrap: Sendable {
  /// What is asked for where nothing is said.
  public static let defaultReplicates = 2000

  /// Into so many pieces the work is cut.
  public static let defaultShards = 16

  /// With more patterns times figures, or times labels, BCa gives way to percentiles.
  private static let leaveOutLimit = 1 << 27

  public let figures: [CountFigure]
  public let method: ResamplingMethod
  public let seed: UInt64
  public let replicates: Int

  /// The number of units in each resample.
  public let units: Int

  /// The figures with their intervals, in the order they were asked for.
  public let estimates: [BootstrapEstimate]

  private let points: [Estimate]
  private let values: FigureValues

  /// Draws all resamples.
  ///
  /// - Parameters:
  ///   - labelCount: The declared labels, for AC and Brennan–Prediger.
  ///   - labelOrder: All label codes in an order that does not depend on how they came to be coded,
  ///     such as `LabelOrder.codes`. The draws follow it, so two codings of one data set give the
  ///     same result. Empty: by code.
  ///   - replicates: 1 000 or more for an interval that is worth its name.
  ///   - shards: Pieces that run at the same time where cores are free.
  public init(
    _ patterns: PatternCounts, figures: [CountFigure], labelCount: Int, labelOrder: [Int] = [],
    method: ResamplingMethod = .bca, replicates: Int = Bootstrap.defaultReplicates, seed: UInt64,
    shards: Int = Bootstrap.defaultShards
  ) {
    precondition(replicates > 0 && shards > 0, "there is something to draw")
    var sums = AgreementSums(detail: .none)
    patterns.visit { sums.add($0.unit, times: $0.units) }
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    let model = PatternModel(patterns, labelOrder: labelOrder)
    let formulas = FigureFormulas(
      figures, model, pairable: marginals.pairableByLabel, labelCount: marginals.labelCount)
    let points = PointEstimates(sums, patterns: patterns, labelCount: labelCount).of(figures)
    self.figures = figures
    self.method = method
    self.seed = seed
    self.replicates = replicates
    self.points = points
    units = model.unitCount
    let values = FigureValues(
      model, formulas, replicates: units == 0 ? 0 : replicates, seed: seed, shards: shards,
      leavesOut: method == .bca
        && model.units.count * max(figures.count, model.codes.count) <= Self.leaveOutLimit)
    self.values = values
    estimates = figures.indices.map { index in
      guard !formulas.refused.contains(index) else {
        return BootstrapEstimate.without(
          .tooManyLabels, points[index], replicates: replicates, seed: seed)
      }
      return values.of(index).estimate(
        points[index], method: method, leftOut: values.leftOut(index))
    }
  }

  /// One figure less another in the same resamples, with the interval of the difference.
  ///
  /// - Parameters: Indices into `figures`.
  /// - Returns: A difference that is undefined where one of the figures is.
  public func difference(_ first: Int, _ second: Int) -> BootstrapEstimate {
    guard let minuend = points[first].value, let subtrahend = points[second].value else {
      let status = points[points[first].value == nil ? first : second].status
      return values.of(first).estimate(Estimate(undefined: status), method: method, leftOut: nil)
    }
    let point = Estimate(
      value: minuend - subtrahend, standardError: nil, interval: nil, intervalStatus: .noFormula)
    return values.difference(first, second).estimate(
      point, method: method, leftOut: values.differenceLeftOut(first, second))
  }

  /// The values of a figure, resample by resample; nil where it is undefined.
  public func distribution(of figure: Int) -> [Double?] {
    values.of(figure).replicates.map { $0.isNaN ? nil : $0 }
  }
}

extension BootstrapEstimate {
  static func without(
    _ reason: IntervalStatus, _ point: Estimate, replicates: Int, seed: UInt64
  ) -> BootstrapEstimate {
    let estimate =
      point.value.map {
        Estimate(
          value: $0, observed: point.observed, expected: point.expected, standardError: nil,
          interval: nil, intervalStatus: reason)
      } ?? point
    return BootstrapEstimate(
      estimate: estimate, replicates: replicates, undefinedReplicates: 0, seed: seed, bias: nil,
      biasCorrection: nil, acceleration: nil)
  }
}
