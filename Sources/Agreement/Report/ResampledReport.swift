/// Puts intervals by the bootstrap in the place of analytic ones, for all figures of a report that
/// come from counts of label patterns. Figures of pairs of annotators keep what they have: a pattern
/// does not say who rated.
struct ResampledReport {
  private let patterns: PatternCounts
  private let resampling: Resampling
  private let labelCount: Int
  private let labelOrder: [Int]

  /// - Parameter labelOrder: the codes in the order of the scale.
  init(_ patterns: PatternCounts, _ resampling: Resampling, labelOrder: [Int]) {
    self.patterns = patterns
    self.resampling = resampling
    labelCount = labelOrder.count
    self.labelOrder = labelOrder
  }

  /// One draw for all figures: their differences are those of paired resamples.
  func replace(
    _ coefficients: inout [NamedCoefficient], _ labels: inout [LabelReport],
    figure: (NamedCoefficient) -> CountFigure?
  ) {
    let drawn = coefficients.indices.compactMap { place in
      figure(coefficients[place]).map { (place, $0) }
    }
    let measured = labels.indices.filter { labels[$0].figures.alpha.value != nil }
    let ofLabels = measured.flatMap { place -> [CountFigure] in
      let label = labels[place].figures.label
      return [
        .specificAgreement(label: label), .labelAlpha(label: label), .labelKappa(label: label),
      ]
    }
    let bootstrap = Bootstrap(
      patterns, figures: drawn.map(\.1) + ofLabels, labelCount: labelCount,
      labelOrder: labelOrder, method: resampling.method, replicates: resampling.replicates,
      seed: resampling.seed)
    for (index, (place, _)) in drawn.enumerated() {
      coefficients[place].take(bootstrap.estimates[index])
    }
    for (index, place) in measured.enumerated() {
      let first = drawn.count + 3 * index
      labels[place].figures.takeIntervals(
        specific: bootstrap.estimates[first].estimate,
        alpha: bootstrap.estimates[first + 1].estimate,
        kappa: bootstrap.estimates[first + 2].estimate)
    }
  }
}
