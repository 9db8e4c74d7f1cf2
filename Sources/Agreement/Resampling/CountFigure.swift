/// A figure that needs to know how often each multiset of labels occurs, and not who rated.
public enum CountFigure: Sendable {
  case percentAgreement(AgreementWeights = .identity)
  case krippendorffAlpha(AlphaMetric = .nominal)
  case fleissKappa(AgreementWeights = .identity)
  case scottPi(AgreementWeights = .identity)
  case gwetAC(AgreementWeights = .identity)
  case brennanPrediger(AgreementWeights = .identity)
  /// Of the ratings beside one with this label, the share that has it too.
  case specificAgreement(label: Int)
  /// Nominal α of a label against the rest.
  case labelAlpha(label: Int)
  /// Fleiss' κ of a label against the rest.
  case labelKappa(label: Int)

  /// Raw agreement, nominal α, Fleiss' κ, Scott's π, AC1 and Brennan–Prediger, in this order.
  public static var nominalFamily: [CountFigure] {
    [
      .percentAgreement(), .krippendorffAlpha(), .fleissKappa(), .scottPi(), .gwetAC(),
      .brennanPrediger(),
    ]
  }

  /// The three figures of each label: specific agreement, α, κ; label by label.
  public static func byLabel(labelCount: Int) -> [CountFigure] {
    (0..<labelCount).flatMap {
      [.specificAgreement(label: $0), .labelAlpha(label: $0), .labelKappa(label: $0)]
    }
  }

  /// The figure with its analytic interval where there is one; nil for the figures of a label.
  func estimate(
    _ sums: AgreementSums, labelCount: Int, patterns: PatternCounts
  ) -> Estimate? {
    switch self {
    case .percentAgreement(let weights):
      PercentAgreement.estimate(sums, weights: weights, patterns: patterns)
    case .krippendorffAlpha(let metric):
      KrippendorffAlpha.estimate(sums, metric: metric, patterns: patterns)
    case .fleissKappa(let weights):
      FleissKappa.estimate(sums, weights: weights, patterns: patterns)
    case .scottPi(let weights): ScottPi.estimate(sums, weights: weights, patterns: patterns)
    case .gwetAC(let weights):
      GwetAC.estimate(sums, labelCount: labelCount, weights: weights, patterns: patterns)
    case .brennanPrediger(let weights):
      BrennanPrediger.estimate(
        sums, labelCount: labelCount, weights: weights, patterns: patterns)
    case .specificAgreement, .labelAlpha, .labelKappa: nil
    }
  }
}
