import Agreement

/// What this module says about a case, under the names that the vector files use.
struct VectorMeasure {
  /// Figures by name; nil stands for "undefined".
  var figures: [String: Double?] = [:]
  var status: String?

  init?(_ vector: VectorFile.Case) {
    let data = vector.dataset
    switch vector.measure {
    case "specific_agreement", "category_alpha", "category_kappa":
      readLabels(vector)
      return
    case "item_agreement":
      for (index, unit) in data.units.enumerated() {
        figures["\(index)"] = .some(UnitAgreement(unit.ratings.span).pairwise)
      }
      return
    case "masi_distance":
      figures["value"] = .some(data.labelSets.masi(0, 1))
      return
    default: break
    }
    guard let estimate = Self.estimate(vector) else { return nil }
    read(estimate, usesNormal: vector.options["ci"] as? String == "z")
    if vector.measure == "cohen_kappa", let table = data.sums.annotatorPairs.first?.table {
      figures["max"] = CohenKappa.maximum(table)
    }
    guard vector.options["jackknife"] as? Bool == true else { return }
    let metric = Self.metric(vector)
    let jackknife = Jackknife(data.patterns) {
      KrippendorffAlpha.estimate($0, metric: metric).value
    }
    figures["jackknife_estimate"] = jackknife?.estimate
    figures["jackknife_se"] = jackknife?.standardError
  }

  private mutating func readLabels(_ vector: VectorFile.Case) {
    let labels = vector.dataset.labels
    for label in LabelFigures.all(vector.dataset.sums, labelCount: labels.count) {
      let figure: Double? =
        switch vector.measure {
        case "specific_agreement": label.specificAgreement
        case "category_alpha": label.alpha.value
        default: label.kappa.value
        }
      figures[labels[label.label]] = .some(figure)
    }
  }

  private mutating func read(_ estimate: Estimate, usesNormal: Bool) {
    var interval = estimate.interval95
    if usesNormal, let value = estimate.value, let error = estimate.standardError {
      interval = Interval.normal(around: value, standardError: error)
    }
    status = estimate.status.rawValue
    figures["value"] = .some(estimate.value)
    figures["observed"] = .some(estimate.observed)
    figures["expected"] = .some(estimate.expected)
    figures["se"] = .some(estimate.standardError)
    figures["se0"] = .some(estimate.nullStandardError)
    figures["z"] = .some(estimate.z)
    figures["z0"] = .some(estimate.z)
    figures["ci_low"] = .some(interval?.lower)
    figures["ci_high"] = .some(interval?.upper)
  }

  private static func estimate(_ vector: VectorFile.Case) -> Estimate? {
    let data = vector.dataset
    let labels = data.labels.count
    let weights = weights(vector)
    let divisor = data.isTable ? VarianceDivisor.units : .unitsLessOne
    switch vector.measure {
    case "percent_agreement":
      return PercentAgreement.estimate(
        data.sums, weights: weights, patterns: data.patterns, divisor: divisor)
    case "scott_pi":
      return ScottPi.estimate(
        data.sums, weights: weights, patterns: data.patterns, divisor: divisor)
    case "fleiss_kappa":
      return FleissKappa.estimate(
        data.sums, weights: weights, patterns: data.patterns, divisor: divisor)
    case "gwet_ac":
      return GwetAC.estimate(
        data.sums, labelCount: labels, weights: weights, patterns: data.patterns, divisor: divisor)
    case "brennan_prediger":
      return BrennanPrediger.estimate(
        data.sums, labelCount: labels, weights: weights, patterns: data.patterns, divisor: divisor)
    case "cohen_kappa":
      return data.sums.annotatorPairs.first.map {
        CohenKappa.estimate($0.table, weights: weights)
      }
    case "light_kappa": return LightKappa(data.votes).estimate
    case "conger_kappa":
      return CongerKappa.estimate(data.sums, weights: weights, votes: data.votes)
    case "bangdiwala_b":
      return data.sums.annotatorPairs.first.map { BangdiwalaB.estimate($0.table) }
    case "unanimous_agreement":
      return UnanimousAgreement.estimate(
        data.patterns, annotators: data.votes.annotatorCount, scores: data.scores,
        tolerance: vector.options["tolerance"] as? Double ?? 0)
    case "krippendorff_alpha":
      return KrippendorffAlpha.estimate(
        data.sums, metric: metric(vector), patterns: data.patterns, divisor: divisor)
    default: return nil
    }
  }

  private static func weights(_ vector: VectorFile.Case) -> AgreementWeights {
    if let matrix = vector.options["disagreement"] as? [[Double]] {
      return AgreementWeights(disagreement: matrix)
    }
    if let matrix = vector.options["weights"] as? [[Double]] {
      return AgreementWeights(agreement: matrix)
    }
    let name = vector.options["weights"] as? String ?? "identity"
    let scheme = AgreementWeights.Scheme(rawValue: name) ?? .identity
    return AgreementWeights(scheme, scores: vector.dataset.scores)
  }

  private static func metric(_ vector: VectorFile.Case) -> AlphaMetric {
    let data = vector.dataset
    switch vector.options["metric"] as? String {
    case "ordinal": return .ordinal(ranks: Array(data.scores.indices))
    case "interval": return .interval(data.scores)
    case "ratio": return .ratio(data.scores)
    case "circular": return .circular(data.scores)
    case "jaccard": return .jaccard(data.labelSets)
    case "masi": return .masi(data.labelSets)
    default: return .nominal
    }
  }
}
