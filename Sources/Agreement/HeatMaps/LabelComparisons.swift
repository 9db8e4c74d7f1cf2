/// How often ratings with a label stand beside another rating of their unit.
struct LabelComparisons {
  /// Σ n (n − 1): with one of the same label.
  var agreeing = 0
  /// Σ n (r − 1): with any.
  var possible = 0
  /// Pairs with the label in them, each divided by the pairs of its unit: at most 1 a unit.
  var trials = 0.0

  /// By label code. O(strata × labels).
  static func all(_ sums: AgreementSums, labelCount: Int) -> [LabelComparisons] {
    let seen = sums.strata.map(\.labels.count).max() ?? 0
    var all = Array(repeating: LabelComparisons(), count: max(seen, labelCount))
    for stratum in sums.strata where stratum.size > 1 {
      let pairs = Double(stratum.size * (stratum.size - 1) / 2)
      for (label, counted) in stratum.labels.enumerated() {
        all[label].add(counted, others: stratum.size - 1, pairs: pairs)
      }
    }
    return all
  }

  private mutating func add(_ counted: Stratum.LabelSums, others: Int, pairs: Double) {
    agreeing += counted.agreement
    possible += others * counted.ratings
    trials += Double(others * counted.ratings - counted.agreement / 2) / pairs
  }
}
