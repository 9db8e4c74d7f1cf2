/// Figures of the data themselves, by the coefficients' own code.
struct PointEstimates {
  private let sums: AgreementSums
  private let patterns: PatternCounts
  private let labelCount: Int
  private let obstacle: EstimateStatus?

  init(_ sums: AgreementSums, patterns: PatternCounts, labelCount: Int) {
    self.sums = sums
    self.patterns = patterns
    self.labelCount = labelCount
    obstacle = UnitMarginals(sums, labelCount: labelCount).obstacle
  }

  func of(_ figures: [CountFigure]) -> [Estimate] {
    let isByLabel = figures.contains {
      switch $0 {
      case .specificAgreement, .labelAlpha, .labelKappa: true
      default: false
      }
    }
    let labels = isByLabel ? LabelFigures.all(sums, labelCount: labelCount) : []
    return figures.map { figure in
      switch figure {
      case .labelAlpha(let label): labels.indices.contains(label) ? labels[label].alpha : unused
      case .labelKappa(let label): labels.indices.contains(label) ? labels[label].kappa : unused
      case .specificAgreement(let label): specific(label)
      default: figure.estimate(sums, labelCount: labelCount, patterns: patterns) ?? unused
      }
    }
  }

  private var unused: Estimate { Estimate(undefined: obstacle ?? .undefinedUnusedLabel) }

  private func specific(_ label: Int) -> Estimate {
    var agreeing = 0
    var possible = 0
    for stratum in sums.strata where stratum.size > 1 && label < stratum.labels.count {
      agreeing += stratum.labels[label].agreement
      possible += (stratum.size - 1) * stratum.labels[label].ratings
    }
    guard possible != 0 else { return unused }
    return Estimate(
      value: Double(agreeing) / Double(possible), standardError: nil, interval: nil,
      intervalStatus: .noFormula)
  }
}
