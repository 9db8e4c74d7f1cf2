/// The jackknife over units for figures that counts of label patterns give (Hughes 2022): every
/// unit is left out once, units of one pattern all at once.
///
/// Figures that pass over units with one rating (α, raw agreement, figures of a label) leave out
/// pairable units only; the others leave out every unit.
public struct PatternJackknife: Sendable {
  public let figures: [CountFigure]

  /// In the order of the figures; nil where a figure is undefined, or is so without one unit.
  public let results: [Jackknife?]

  /// The figures of the data, with the jackknife's standard error and, around the estimate with its
  /// bias removed, the interval of Student's t with n − 1 degrees of freedom.
  public let estimates: [Estimate]

  /// O(patterns × figures × used labels).
  public init(_ patterns: PatternCounts, figures: [CountFigure], labelCount: Int) {
    var sums = AgreementSums(detail: .none)
    patterns.visit { sums.add($0.unit, times: $0.units) }
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    let model = PatternModel(patterns, labelOrder: [])
    let formulas = FigureFormulas(
      figures, model, pairable: marginals.pairableByLabel, labelCount: marginals.labelCount)
    let points = PointEstimates(sums, patterns: patterns, labelCount: labelCount).of(figures)
    let values = FigureValues(
      model, formulas, replicates: 0, seed: 0, shards: 1, leavesOut: !model.units.isEmpty)
    let singles = model.groups.filter { $0.size < 2 }.reduce(0) { $0 + $1.patterns.count }
    let results = figures.indices.map { index -> Jackknife? in
      guard points[index].value != nil, let leftOut = values.leftOut(index) else { return nil }
      // Patterns stand by size: those with one rating come first.
      let skipped = figures[index].passesOverSingles ? singles : 0
      return Jackknife(
        value: values.value(index), leftOut: Array(leftOut.values.dropFirst(skipped)),
        units: Array(leftOut.units.dropFirst(skipped)))
    }
    self.figures = figures
    self.results = results
    estimates = zip(points, results).enumerated().map { index, pair in
      let units =
        figures[index].passesOverSingles ? marginals.pairableUnits : marginals.units
      return Self.estimate(pair.0, pair.1, units: units)
    }
  }

  private static func estimate(_ point: Estimate, _ jackknife: Jackknife?, units: Int) -> Estimate {
    guard let value = point.value, let jackknife else {
      return point.value == nil
        ? point
        : Estimate(
          value: point.value ?? .nan, observed: point.observed, expected: point.expected,
          standardError: nil, interval: nil, intervalStatus: units < 2 ? .oneUnit : .hangsOnOneUnit)
    }
    let error = jackknife.standardError
    return Estimate(
      value: value, observed: point.observed, expected: point.expected, standardError: error,
      interval: Interval.studentT(
        around: jackknife.estimate, standardError: error, degreesOfFreedom: units - 1),
      intervalStatus: error == 0 ? .collapsed : .jackknife)
  }
}

extension CountFigure {
  /// True if units with one rating do not change the figure.
  var passesOverSingles: Bool {
    switch self {
    case .percentAgreement, .krippendorffAlpha, .scottPi, .specificAgreement, .labelAlpha: true
    case .fleissKappa, .gwetAC, .brennanPrediger, .labelKappa: false
    }
  }
}

extension Jackknife {
  /// - Parameters:
  ///   - value: The figure of all units.
  ///   - leftOut: The figure with one unit of each pattern left out; NaN where undefined.
  ///   - units: The units of each pattern.
  /// - Returns: nil with fewer than two units, or with something undefined.
  init?(value: Double, leftOut: [Double], units: [Int]) {
    let count = Double(units.reduce(0, +))
    guard count > 1, !value.isNaN, leftOut.allSatisfy({ !$0.isNaN }) else { return nil }
    let mean = OrderFreeSum.of(zip(leftOut, units).map { $0 * Double($1) }) / count
    let squares = zip(leftOut, units).map { ($0 - mean) * ($0 - mean) * Double($1) }
    estimate = count * value - (count - 1) * mean
    standardError = ((count - 1) / count * OrderFreeSum.of(squares)).squareRoot()
  }
}
