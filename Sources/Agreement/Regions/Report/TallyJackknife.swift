/// Figures of a tally with the jackknife over units as their interval.
struct TallyJackknife {
  let whole: RegionTally
  /// The tally without each unit in turn.
  private let rests: [RegionTally]

  /// - Parameter units: One tally per unit that was compared.
  init(_ units: [RegionTally]) {
    var whole = RegionTally()
    for unit in units { whole.add(unit) }
    self.whole = whole
    rests = units.map { whole.without($0) }
  }

  /// - Parameters:
  ///   - undefined: Why the figure may be undefined although something was compared.
  func estimate(
    _ figure: (RegionTally) -> Double?, limits: ClosedRange<Double> = 0...1,
    observed: Double? = nil, expected: Double? = nil, undefined: EstimateStatus
  ) -> Estimate {
    guard whole.comparisons > 0 else { return Estimate(undefined: .undefinedNoPairs) }
    guard let value = figure(whole) else {
      return Estimate(undefined: undefined, observed: observed, expected: expected)
    }
    return UnitJackknife.estimate(
      value, observed: observed, expected: expected, units: rests.count, limits: limits
    ) { figure(rests[$0]) }
  }
}
