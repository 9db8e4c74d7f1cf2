import Agreement

/// What this module says of a real data set, under the names of the reference values.
struct ReferenceFigures {
  /// Cohen's κ of one pair of annotators.
  struct Pair {
    let names: [String]
    let units: Int
    let kappa: Double?
  }

  private let ratings: ReferenceRatings
  private let sums: AgreementSums
  private let patterns: PatternCounts
  private let pairs: [AnnotatorPair]

  init(_ ratings: ReferenceRatings) {
    self.ratings = ratings
    sums = RandomRatings.sums(ratings.units)
    patterns = RandomRatings.patterns(ratings.units)
    pairs = sums.annotatorPairs
  }

  var labelCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for rating in ratings.units.joined() {
      counts[ratings.labels[Int(rating.label)], default: 0] += 1
    }
    return counts
  }

  /// Items by their number of ratings.
  var sizes: [String: Int] {
    Dictionary(ratings.units.map { ("\($0.count)", 1) }, uniquingKeysWith: +)
  }

  var onlyKappa: Double? {
    pairs.count == 1 ? pairs.first.flatMap { CohenKappa.estimate($0.table).value } : nil
  }

  /// One figure; the outer nil means that the name is not known.
  func value(_ key: String) -> Double?? {
    if let count = count(key) { return .some(Double(count)) }
    let labels = ratings.labels.count
    switch key {
    case "observed_agreement": return .some(PercentAgreement.estimate(sums).value)
    case "observed_agreement_pair_pooled": return .some(pooled)
    case "unanimous_item_share": return .some(UnanimousAgreement.estimate(patterns).value)
    case "fleiss_kappa", "fleiss_kappa_generalised": return .some(FleissKappa.estimate(sums).value)
    case "gwet_ac1": return .some(GwetAC.estimate(sums, labelCount: labels).value)
    case "brennan_prediger":
      return .some(BrennanPrediger.estimate(sums, labelCount: labels).value)
    case "krippendorff_alpha_nominal", "alpha":
      return .some(KrippendorffAlpha.estimate(sums).value)
    case "krippendorff_alpha_ordinal":
      return .some(
        KrippendorffAlpha.estimate(sums, metric: .ordinal(ranks: Array(0..<labels))).value)
    case "krippendorff_alpha_interval":
      return .some(
        ratings.numbers.flatMap {
          KrippendorffAlpha.estimate(sums, metric: .interval($0), patterns: patterns).value
        })
    case "gwet_ac2_linear", "gwet_ac2_quadratic", "gwet_ac2_ordinal":
      guard let scheme = AgreementWeights.Scheme(rawValue: String(key.dropFirst(9))) else {
        return nil
      }
      return .some(
        GwetAC.estimate(sums, labelCount: labels, weights: weights(scheme), patterns: patterns)
          .value)
    case "cohen_kappa_mean": return .some(kappas(least: 10, scheme: "").summary["mean"])
    default: return nil
    }
  }

  private func count(_ key: String) -> Int? {
    switch key {
    case "n_items": ratings.units.count
    case "n_raters": ratings.raters.count
    case "n_ratings": ratings.units.joined().count
    case "n_repeat_ratings_dropped": ratings.repeatsDropped
    case "n_classes": ratings.labels.count
    case "n_items_with_2plus": ratings.units.count { $0.count > 1 }
    case "positives": ratings.units.joined().count { ratings.labels[Int($0.label)] == "1" }
    case "cohen_n_pairs": kappas(least: 10, scheme: "").all.count
    default: nil
    }
  }

  private func weights(_ scheme: AgreementWeights.Scheme) -> AgreementWeights {
    AgreementWeights(scheme, scores: ratings.numbers ?? ratings.labels.indices.map { Double($0) })
  }

  /// Agreeing pairs of ratings among all pairs.
  private var pooled: Double {
    var agreeing = 0
    var all = 0
    for unit in ratings.units {
      for (place, rating) in unit.enumerated() {
        agreeing += unit[..<place].count { $0.label == rating.label }
        all += place
      }
    }
    return Double(agreeing) / Double(all)
  }

  /// - Parameters:
  ///   - least: Units that a pair must share.
  ///   - scheme: `_linear`, `_quadratic`, or nothing.
  func kappas(least: Int, scheme: String) -> (all: [Pair], summary: [String: Double]) {
    let named = AgreementWeights.Scheme(rawValue: String(scheme.dropFirst())).map(weights)
    let enough = pairs.filter { $0.table.units >= least }
    let measured = enough.map { pair in
      Pair(
        names: [ratings.raters[pair.first], ratings.raters[pair.second]].sorted(),
        units: pair.table.units,
        kappa: CohenKappa.estimate(pair.table, weights: named ?? .identity).value)
    }
    let defined = measured.filter { $0.kappa != nil }
    let values = defined.compactMap(\.kappa).sorted()
    guard !values.isEmpty else { return (defined, [:]) }
    let count = values.count
    let units = Double(defined.reduce(0) { $0 + $1.units })
    let weighted = defined.reduce(0.0) { $0 + ($1.kappa ?? 0) * Double($1.units) }
    return (
      defined,
      [
        "n_pairs_total": Double(pairs.count), "n_pairs_used": Double(count),
        "n_pairs_undefined": Double(measured.count - count),
        "mean": values.reduce(0, +) / Double(count),
        "median": (values[(count - 1) / 2] + values[count / 2]) / 2,
        "overlap_weighted_mean": weighted / units,
      ]
    )
  }
}
