/// For every label the units by how many of their ratings have it: all that the figures of the label
/// against the rest need, variances included.
struct LabelCollapse {
  /// Units with `size` ratings, `own` of them with the label.
  struct Class {
    let size: Int
    let own: Int
    let units: Int
  }

  private let sizes: [Int: Int]
  private let shown: [[Key: Int]]

  private struct Key: Hashable {
    let size: Int
    let own: Int
  }

  /// One pass over the patterns. O(labels in the patterns).
  init(_ patterns: PatternCounts, labelCount: Int) {
    var sizes: [Int: Int] = [:]
    var shown: [[Key: Int]] = Array(repeating: [:], count: labelCount)
    patterns.visit { pattern in
      let size = pattern.size
      sizes[size, default: 0] += pattern.units
      for share in pattern.labels where share.label < labelCount {
        shown[share.label][Key(size: size, own: share.count), default: 0] += pattern.units
      }
    }
    self.sizes = sizes
    self.shown = shown
  }

  /// The classes of one label in ascending order, units without the label among them.
  func classes(_ label: Int) -> [Class] {
    var left = sizes
    for (key, units) in shown[label] { left[key.size, default: 0] -= units }
    let own = shown[label].map { Class(size: $0.key.size, own: $0.key.own, units: $0.value) }
    let none = left.map { Class(size: $0.key, own: 0, units: $0.value) }
    return (own + none).filter { $0.units != 0 }
      .sorted { ($0.size, $0.own) < ($1.size, $1.own) }
  }

  /// The sums of the data collapsed to two labels: 0 for this one, 1 for the rest.
  static func sums(_ classes: [Class]) -> AgreementSums {
    var sums = AgreementSums(detail: .none)
    for units in classes {
      let own = Array(repeating: UnitRating(label: 0), count: units.own)
      let rest = Array(repeating: UnitRating(label: 1), count: units.size - units.own)
      sums.add(own + rest, times: units.units)
    }
    return sums
  }

  /// Σ n (n − 1) / Σ n (r − 1), one unit after the other left out.
  static func specificAgreement(_ classes: [Class]) -> Estimate {
    let pairable = classes.filter { $0.size > 1 }
    let agreeing = pairable.reduce(0) { $0 + $1.units * $1.own * ($1.own - 1) }
    let possible = pairable.reduce(0) { $0 + $1.units * $1.own * ($1.size - 1) }
    guard possible > 0 else { return Estimate(undefined: .undefinedUnusedLabel) }
    let value = Double(agreeing) / Double(possible)
    var figures = LeaveOneOut()
    for units in pairable where units.own > 0 {
      let left = possible - units.own * (units.size - 1)
      let agreed = agreeing - units.own * (units.own - 1)
      figures.add(left > 0 ? Double(agreed) / Double(left) - value : nil, units: units.units)
    }
    return figures.estimate(
      around: value, units: pairable.reduce(0) { $0 + $1.units }, smallest: 0)
  }

  /// The mean over units of the share of their ratings with the label, singly rated units included.
  static func prevalence(_ classes: [Class]) -> Estimate {
    let units = classes.reduce(0) { $0 + $1.units }
    guard units > 0 else { return Estimate(undefined: .undefinedNoData) }
    let shares = classes.map { Double($0.own) / Double($0.size) }
    let mean =
      OrderFreeSum.of(zip(shares, classes).map { $0 * Double($1.units) }) / Double(units)
    guard units > 1 else {
      return Estimate(
        value: mean, standardError: nil, interval: nil, intervalStatus: .oneUnit)
    }
    let squares = zip(shares, classes).map { ($0 - mean) * ($0 - mean) * Double($1.units) }
    let error =
      (OrderFreeSum.of(squares) / (Double(units) * Double(units - 1))).squareRoot()
    let interval = Interval.studentT(
      around: mean, standardError: error, degreesOfFreedom: units - 1)
    return Estimate(
      value: mean, standardError: error,
      interval: Interval(lower: max(0, interval.lower), upper: interval.upper),
      intervalStatus: error == 0 ? .collapsed : .analytic)
  }
}
