import Domain

/// The coefficients that a set of ratings has, by the names that scripts know.
struct CoefficientList {
  /// With more labels than this, weights for every two of them would take seconds.
  private static let weightedLabels = 2048

  let sums: AgreementSums
  let patterns: PatternCounts?
  let votes: VoteTable?
  let pairs: [AnnotatorPair]
  let labels: [String]
  /// Codes in the order of the scale.
  let codes: [Int]
  let annotatorCount: Int
  let level: Scale
  let weights: AgreementWeights.Scheme?

  /// Those of the contract first, in its order, then all others.
  var all: [NamedCoefficient] {
    let light = sums.detail == .pairs ? lightKappa : nil
    let missing = Estimate(undefined: .undefinedNotCounted)
    var list = [
      NamedCoefficient("percent_agreement", PercentAgreement.estimate(sums, patterns: patterns)),
      alpha,
      NamedCoefficient("fleiss_kappa", FleissKappa.estimate(sums, patterns: patterns)),
      NamedCoefficient("scott_pi", ScottPi.estimate(sums, patterns: patterns)),
      NamedCoefficient(
        "gwet_ac1", GwetAC.estimate(sums, labelCount: labels.count, patterns: patterns)),
      NamedCoefficient(
        "brennan_prediger",
        BrennanPrediger.estimate(sums, labelCount: labels.count, patterns: patterns)),
    ]
    if sums.detail == .pairs, annotatorCount == 2 {
      list.append(NamedCoefficient("cohen_kappa", ofTwo { CohenKappa.estimate($0) }))
    }
    list.append(
      NamedCoefficient(
        "mean_pairwise_cohen_kappa", light?.estimate ?? missing, pairs: light?.pairs,
        undefinedPairs: light?.undefinedPairs))
    list.append(
      NamedCoefficient("conger_kappa", CongerKappa.estimate(sums, votes: votes)))
    list.append(
      NamedCoefficient(
        "light_kappa", light?.estimate ?? missing, pairs: light?.pairs,
        undefinedPairs: light?.undefinedPairs))
    if sums.detail == .pairs, annotatorCount == 2 {
      list.append(NamedCoefficient("bangdiwala_b", ofTwo { BangdiwalaB.estimate($0) }))
    }
    return list + weighted
  }

  /// α by the distance of values that are more than labels; nothing without values or patterns.
  func distances(_ values: [Value]) -> [NamedCoefficient] {
    guard let patterns, let kind = values.map(\.kind).first(where: { $0 != .abstained })
    else { return [] }
    func alpha(_ name: String, _ distance: some ValueDistance) -> NamedCoefficient {
      let alpha = ValueAlpha(patterns, values: values, distance: distance)
      return NamedCoefficient(
        name, alpha.estimate, level: "\(kind)", sampledPairs: alpha.sampledPairs)
    }
    switch kind {
    case .labels:
      return [
        alpha("krippendorff_alpha_masi", MASIDistance()),
        alpha("krippendorff_alpha_jaccard", JaccardDistance()),
      ]
    case .spans, .boxes, .ranking, .text:
      return [alpha("krippendorff_alpha_distance", StandardDistance())]
    default: return []
    }
  }

  private func ofTwo(_ estimate: (ContingencyTable) -> Estimate) -> Estimate {
    pairs.first.map { estimate($0.table) } ?? Estimate(undefined: .undefinedNoPairs)
  }

  private var lightKappa: LightKappa {
    votes.map { LightKappa($0, annotatorPairs: pairs) } ?? LightKappa(pairs)
  }

  private var alpha: NamedCoefficient {
    NamedCoefficient(
      "krippendorff_alpha",
      KrippendorffAlpha.estimate(sums, metric: metric, patterns: patterns),
      level: level.rawValue)
  }

  private var metric: AlphaMetric { AlphaMetric(level, labels: labels, codes: codes) }

  /// The same figure as one that can be resampled; nil where it needs to know who rated.
  func figure(of coefficient: NamedCoefficient) -> CountFigure? {
    guard coefficient.estimate.value != nil else { return nil }
    guard let scheme = coefficient.weights else {
      return switch coefficient.name {
      case "percent_agreement": .percentAgreement()
      case "krippendorff_alpha": .krippendorffAlpha(metric)
      case "fleiss_kappa": .fleissKappa()
      case "scott_pi": .scottPi()
      case "gwet_ac1": .gwetAC()
      case "brennan_prediger": .brennanPrediger()
      default: nil
      }
    }
    let weights = self.weights(scheme)
    return switch coefficient.name {
    case "percent_agreement_\(scheme.rawValue)": .percentAgreement(weights)
    case "fleiss_kappa_\(scheme.rawValue)": .fleissKappa(weights)
    case "brennan_prediger_\(scheme.rawValue)": .brennanPrediger(weights)
    case "gwet_ac2": .gwetAC(weights)
    default: nil
    }
  }

  /// By code: the place in the order of the scale.
  private var ranks: [Int] {
    var ranks = Array(repeating: 0, count: labels.count)
    for (rank, code) in codes.enumerated() { ranks[code] = rank }
    return ranks
  }

  // MARK: Partial agreement

  private var weighted: [NamedCoefficient] {
    if let weights { return weighted(weights) + [ac2(weights)] }
    switch level {
    case .nominal, .set: return []
    case .ordinal: return kappas(.linear) + kappas(.quadratic) + [ac2(.ordinal)]
    case .interval: return kappas(.linear) + kappas(.quadratic) + [ac2(.quadratic)]
    case .ratio: return kappas(.linear) + kappas(.quadratic) + [ac2(.ratio)]
    }
  }

  /// Everything that takes weights.
  private func weighted(_ scheme: AgreementWeights.Scheme) -> [NamedCoefficient] {
    let agreement = named("percent_agreement", scheme) {
      PercentAgreement.estimate(sums, weights: $0, patterns: patterns)
    }
    let conger = named("conger_kappa", scheme) {
      CongerKappa.estimate(sums, weights: $0, votes: votes)
    }
    let uniform = named("brennan_prediger", scheme) {
      BrennanPrediger.estimate(
        sums, labelCount: labels.count, weights: $0, patterns: patterns)
    }
    return [agreement] + kappas(scheme) + [conger, uniform]
  }

  /// Cohen's κ of two annotators, and Fleiss' of any number.
  private func kappas(_ scheme: AgreementWeights.Scheme) -> [NamedCoefficient] {
    var list: [NamedCoefficient] = []
    if sums.detail == .pairs, annotatorCount == 2 {
      list.append(
        named("cohen_kappa", scheme) { weights in
          ofTwo { CohenKappa.estimate($0, weights: weights) }
        })
    }
    list.append(
      named("fleiss_kappa", scheme) {
        FleissKappa.estimate(sums, weights: $0, patterns: patterns)
      })
    return list
  }

  private func ac2(_ scheme: AgreementWeights.Scheme) -> NamedCoefficient {
    let estimate = estimate(scheme) {
      GwetAC.estimate(sums, labelCount: labels.count, weights: $0, patterns: patterns)
    }
    return NamedCoefficient("gwet_ac2", estimate, weights: scheme)
  }

  private func named(
    _ name: String, _ scheme: AgreementWeights.Scheme, _ figure: (AgreementWeights) -> Estimate
  ) -> NamedCoefficient {
    NamedCoefficient(
      "\(name)_\(scheme.rawValue)", estimate(scheme, figure), weights: scheme)
  }

  private func estimate(
    _ scheme: AgreementWeights.Scheme, _ figure: (AgreementWeights) -> Estimate
  ) -> Estimate {
    guard labels.count <= Self.weightedLabels else {
      return Estimate(undefined: .undefinedTooManyLabels)
    }
    let numbers = numbers
    let areNumbers = numbers.count == labels.count
    if !areNumbers, level == .interval || level == .ratio {
      return Estimate(undefined: .undefinedNotNumbers)
    }
    if areNumbers, scheme == .ratio, numbers.contains(where: { $0 < 0 }) {
      return Estimate(undefined: .undefinedNegativeNumbers)
    }
    return figure(self.weights(scheme))
  }

  /// The labels as numbers; fewer than labels where some are none.
  private var numbers: [Double] {
    labels.compactMap { Number($0)?.double }.filter { $0.magnitude < 1e100 }
  }

  /// Weights by code: by the labels' numbers, or by their places in the order of the scale.
  private func weights(_ scheme: AgreementWeights.Scheme) -> AgreementWeights {
    let numbers = numbers
    let areNumbers = numbers.count == labels.count
    let ranks = ranks
    let ordered = AgreementWeights(
      scheme, scores: areNumbers ? codes.map { numbers[$0] } : codes.indices.map { Double($0 + 1) })
    guard !ordered.isIdentity, ranks != Array(ranks.indices) else { return ordered }
    return AgreementWeights { ordered(ranks[$0], ranks[$1]) }
  }
}
