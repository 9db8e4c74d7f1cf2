/// What several coefficients draw from the sums: numbers of units, shares of labels.
struct UnitMarginals {
  /// Units with at least one rating.
  let units: Int
  /// Units with at least two ratings.
  let pairableUnits: Int
  let ratings: Int
  /// Ratings in pairable units.
  let pairableRatings: Int
  /// Ratings in pairable units, by label.
  let pairableByLabel: [Int]
  /// Ratings, by label.
  let ratingsByLabel: [Int]
  /// The number of labels: declared or seen, whichever is more.
  let labelCount: Int

  /// Reads the sums once. O(strata × labels).
  init(_ sums: AgreementSums, labelCount declared: Int) {
    var seen = 0
    for stratum in sums.strata { seen = max(seen, stratum.labels.count) }
    var used = seen
    var all = Array(repeating: 0, count: max(seen, declared))
    var pairable = all
    var units = 0
    var pairableUnits = 0
    for stratum in sums.strata {
      units += stratum.units
      if stratum.size > 1 { pairableUnits += stratum.units }
      for (label, counted) in stratum.labels.enumerated() {
        all[label] += counted.ratings
        if stratum.size > 1 { pairable[label] += counted.ratings }
      }
    }
    while used > declared, all[used - 1] == 0 { used -= 1 }
    labelCount = max(used, declared)
    ratingsByLabel = Array(all.prefix(labelCount))
    pairableByLabel = Array(pairable.prefix(labelCount))
    self.units = units
    self.pairableUnits = pairableUnits
    ratings = all.reduce(0, +)
    pairableRatings = pairable.reduce(0, +)
  }

  /// Why nothing can be compared, or nil.
  var obstacle: EstimateStatus? {
    if units == 0 { return .undefinedNoData }
    return pairableUnits == 0 ? .undefinedNoPairs : nil
  }

  /// True if the pairable ratings show one label only.
  var isUniform: Bool {
    pairableByLabel.lazy.filter { $0 != 0 }.count < 2
  }

  /// π_k: the mean over units of the share of label k, singly rated units included (Gwet 2014).
  func shares(_ sums: AgreementSums) -> [Double] {
    var shares = Array(repeating: 0.0, count: labelCount)
    for stratum in sums.strata where stratum.units != 0 {
      for (label, counted) in stratum.labels.prefix(labelCount).enumerated() {
        shares[label] += Double(counted.ratings) / Double(stratum.size)
      }
    }
    return shares.map { $0 / Double(units) }
  }
}
