/// What a figure becomes when one unit after the other is left out (Hughes 2022).
public struct Jackknife: Equatable, Sendable {
  /// N·a − (N − 1)·mean a₋ᵤ: the figure with its bias of first order removed.
  public let estimate: Double

  /// The root of (N − 1)/N Σ (a₋ᵤ − mean)².
  public let standardError: Double

  /// Leaves out each pairable unit once, one pattern of labels at a time: O(patterns × figure).
  ///
  /// - Parameter figure: Computes the figure from sums without counts by annotator.
  /// - Returns: nil with fewer than two units, or where the figure is undefined without one of them.
  public init?(_ patterns: PatternCounts, of figure: (AgreementSums) -> Double?) {
    var sums = AgreementSums(detail: .none)
    var units: [LabelPattern] = []
    patterns.visit { pattern in
      guard pattern.size > 1 else { return }
      units.append(pattern)
      sums.add(pattern.unit, times: pattern.units)
    }
    let count = Double(units.reduce(0) { $0 + $1.units })
    guard count > 1, let whole = figure(sums) else { return nil }
    var values: [Double] = []
    for pattern in units {
      sums.subtract(pattern.unit)
      guard let value = figure(sums) else { return nil }
      values.append(value)
      sums.add(pattern.unit)
    }
    let mean = OrderFreeSum.of(zip(values, units).map { $0 * Double($1.units) }) / count
    let squares = zip(values, units).map { ($0 - mean) * ($0 - mean) * Double($1.units) }
    estimate = count * whole - (count - 1) * mean
    standardError = ((count - 1) / count * OrderFreeSum.of(squares)).squareRoot()
  }
}
