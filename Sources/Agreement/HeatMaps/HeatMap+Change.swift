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
    let places = enough(row: row)
    guard let first = places.first, let last = places.last, first < last else { return nil }
    return change(row: row, from: first, to: last)
  }

  /// The change of a row from the column with enough before the last such one: what the newest version,
  /// week or batch brought. nil where fewer than two have enough.
  public func latestChange(row: Int) -> HeatChange? {
    let places = enough(row: row)
    guard places.count > 1 else { return nil }
    return change(row: row, from: places[places.count - 2], to: places[places.count - 1])
  }

  /// The columns of a map over time in which a row has enough behind it, first to last.
  private func enough(row: Int) -> [Int] {
    guard columns.subject.isTime else { return [] }
    return (0..<columns.count).filter { column in
      let cell = self[HeatPlace(row: row, column: column)]
      return cell.value != nil && !cell.isTooFew && !columns.isUnnamed(column)
    }
  }

  private func change(row: Int, from first: Int, to last: Int) -> HeatChange? {
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
