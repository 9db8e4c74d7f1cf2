import Domain

/// What one label adds up to within a unit.
struct RegionLabelTally {
  var matched = 0
  /// Regions with the label on either side of a comparison.
  var sides = 0
  /// Σ IoU of pairs with the label, in multiples of 2⁻⁶².
  var overlap = Int128(0)

  static func + (left: Self, right: Self) -> Self {
    Self(
      matched: left.matched + right.matched, sides: left.sides + right.sides,
      overlap: left.overlap + right.overlap)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(
      matched: left.matched - right.matched, sides: left.sides - right.sides,
      overlap: left.overlap - right.overlap)
  }

  var jaccard: Double? { sides == 0 ? nil : Double(matched) / Double(sides - matched) }
  var f1: Double? { sides == 0 ? nil : 2 * Double(matched) / Double(sides) }
  var samePlace: Double? { matched == 0 ? nil : Double(overlap) * 0x1p-62 / Double(matched) }
}

extension RegionLabelReport {
  /// - Parameter units: The tallies of units in which the label was compared.
  init(_ label: LabelID, regions: Int, units: [RegionLabelTally], unitizedAlpha: Estimate?) {
    let whole = units.reduce(RegionLabelTally()) { $0 + $1 }
    func estimate(
      _ figure: (RegionLabelTally) -> Double?, _ undefined: EstimateStatus
    ) -> Estimate {
      guard let value = figure(whole) else { return Estimate(undefined: undefined) }
      return UnitJackknife.estimate(value, units: units.count, limits: 0...1) {
        figure(whole - units[$0])
      }
    }
    self.label = label
    self.regions = regions
    matched = whole.matched
    unmatched = whole.sides - 2 * whole.matched
    jaccard = estimate(\.jaccard, .undefinedUnusedLabel)
    f1 = estimate(\.f1, .undefinedUnusedLabel)
    samePlace = estimate(
      \.samePlace, whole.sides == 0 ? .undefinedUnusedLabel : .undefinedNoMatches)
    self.unitizedAlpha = unitizedAlpha
  }
}
