/// What became of a row from the first column in time with enough behind it to the last.
public struct HeatChange: Hashable, Sendable {
  /// Positions of the two columns.
  public let first: Int
  public let last: Int

  /// The last value less the first.
  public let value: Double

  /// Whether the difference is larger than 1.96 of its standard errors; false where no error is known.
  public let isBeyondNoise: Bool
}

extension HeatMap {
  /// The change of a row of a map over time; nil where fewer than two columns have enough.
  public func change(row: Int) -> HeatChange? {
    guard columns.subject.isTime else { return nil }
    let places = (0..<columns.count).filter { column in
      let cell = self[HeatPlace(row: row, column: column)]
      return cell.value != nil && !cell.isTooFew && !columns.isUnnamed(column)
    }
    guard let first = places.first, let last = places.last, first < last else { return nil }
    let (before, after) = (
      self[HeatPlace(row: row, column: first)].estimate,
      self[HeatPlace(row: row, column: last)].estimate
    )
    guard let old = before.value, let new = after.value else { return nil }
    var isBeyondNoise = false
    if let one = before.standardError, let other = after.standardError {
      isBeyondNoise =
        (new - old).magnitude > Estimate.normalQuantile * (one * one + other * other).squareRoot()
    }
    return HeatChange(first: first, last: last, value: new - old, isBeyondNoise: isBeyondNoise)
  }
}
