import Domain

/// The coefficients that a set of ratings has, by the names that scripts know.
struct CoefficientList {
  /// With more labels than this, weights for every two of them would take seconds.
  private static let weightedLabels = 2048

  let sums: AgreementSums
  let patterns: PatternCounts?
  let votes: VoteTable?
  let pairs: [PairSummary]
  let labels: [String]
  /// Codes in the order of the scale.
  let codes: [Int]
  let annotatorCount: Int
  let level: Scale
  let weights: Weighting?

  /// What counts as a near miss.
  enum Weighting {
    case scheme(AgreementWeights.Scheme)
    case table(WeightTable)

    init?(_ name: String, table: WeightTable?) {
      if let scheme = AgreementWeights.Scheme(rawValue: name) {
        self = .scheme(scheme)
      } else if let table {
        self = .table(table)
      } else {
        return nil
      }
    }

    /// As it stands in the names of figures.
    var name: String {
      switch self {
      case .scheme(let scheme): scheme.rawValue
      case .table: "table"
      }
    }
  }

  /// Those of the contract first, in its order, then all others.
  var all: [NamedCoefficient] {
    let light = sums.detail == .pairs && annotatorCount > 0 ? lightKappa : nil
    let missing = Estimate(
      undefined: annotatorCount > 0 ? .undefinedNotCounted : .undefinedUnknownAnnotators)
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
    sums.tables(of: Array(pairs.prefix(1))).first.map(estimate)
      ?? Estimate(undefined: .undefinedNoPairs)
  }

  private var lightKappa: LightKappa {
    votes.map { LightKappa($0, sums: sums) } ?? LightKappa(summaries: pairs)
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
    guard let name = coefficient.weights else {
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
    guard let weighting = Weighting(name, table: table) else { return nil }
    let weights = self.weights(weighting)
    return switch coefficient.name {
    case "percent_agreement_\(name)": .percentAgreement(weights)
    case "fleiss_kappa_\(name)": .fleissKappa(weights)
    case "brennan_prediger_\(name)": .brennanPrediger(weights)
    case "gwet_ac2": .gwetAC(weights)
    default: nil
    }
  }

  private var table: WeightTable? {
    if case .table(let table) = weights { table } else { nil }
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
    case .ordinal: return kappas + [ac2(.scheme(.ordinal))]
    case .interval: return kappas + [ac2(.scheme(.quadratic))]
    case .ratio: return kappas + [ac2(.scheme(.ratio))]
    }
  }

  private var kappas: [NamedCoefficient] {
    kappas(.scheme(.linear)) + kappas(.scheme(.quadratic))
  }

  /// Everything that takes weights.
  private func weighted(_ weighting: Weighting) -> [NamedCoefficient] {
    let agreement = named("percent_agreement", weighting) {
      PercentAgreement.estimate(sums, weights: $0, patterns: patterns)
    }
    let conger = named("conger_kappa", weighting) {
      CongerKappa.estimate(sums, weights: $0, votes: votes)
    }
    let uniform = named("brennan_prediger", weighting) {
      BrennanPrediger.estimate(
        sums, labelCount: labels.count, weights: $0, patterns: patterns)
    }
    return [agreement] + kappas(weighting) + [conger, uniform]
  }

  /// Cohen's κ of two annotators, and Fleiss' of any number.
  private func kappas(_ weighting: Weighting) -> [NamedCoefficient] {
    var list: [NamedCoefficient] = []
    if sums.detail == .pairs, annotatorCount == 2 {
      list.append(
        named("cohen_kappa", weighting) { weights in
          ofTwo { CohenKappa.estimate($0, weights: weights) }
        })
    }
    list.append(
      named("fleiss_kappa", weighting) {
        FleissKappa.estimate(sums, weights: $0, patterns: patterns)
      })
    return list
  }

  private func ac2(_ weighting: Weighting) -> NamedCoefficient {
    let estimate = estimate(weighting) {
      GwetAC.estimate(sums, labelCount: labels.count, weights: $0, patterns: patterns)
    }
    return NamedCoefficient("gwet_ac2", estimate, weights: weighting.name)
  }

  private func named(
    _ name: String, _ weighting: Weighting, _ figure: (AgreementWeights) -> Estimate
  ) -> NamedCoefficient {
    NamedCoefficient(
      "\(name)_\(weighting.name)", estimate(weighting, figure), weights: weighting.name)
  }

  private func estimate(
    _ weighting: Weighting, _ figure: (AgreementWeights) -> Estimate
  ) -> Estimate {
    guard labels.count <= Self.weightedLabels else {
      return Estimate(undefined: .undefinedTooManyLabels)
    }
    if case .scheme(let scheme) = weighting, let obstacle = obstacle(scheme) {
      return Estimate(undefined: obstacle)
    }
    return figure(weights(weighting))
  }

  /// Why a scheme has no weights for these labels.
  private func obstacle(_ scheme: AgreementWeights.Scheme) -> EstimateStatus? {
    let numbers = numbers
    let areNumbers = numbers.count == labels.count
    if !areNumbers, level == .interval || level == .ratio { return .undefinedNotNumbers }
    if areNumbers, scheme == .ratio, numbers.contains(where: { $0 < 0 }) {
      return .undefinedNegativeNumbers
    }
    return nil
  }

  /// The labels as numbers; fewer than labels where some are none.
  private var numbers: [Double] {
    labels.compactMap { Number($0)?.double }.filter { $0.magnitude < 1e100 }
  }

  /// Weights by code: by the labels' numbers, or by their places in the order of the scale.
  private func weights(_ weighting: Weighting) -> AgreementWeights {
    switch weighting {
    case .scheme(let scheme): weights(scheme)
    case .table(let table): table.weights(of: labels)
    }
  }

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
