import Agreement

extension RandomRatings {
  /// The same ratings with their annotators.
  var votes: VoteTable { Self.votes(units) }

  static func votes(_ units: [[UnitRating]]) -> VoteTable {
    var offsets = [0]
    for unit in units { offsets.append(offsets[offsets.count - 1] + unit.count) }
    let all = Array(units.joined())
    return VoteTable(
      offsets: offsets, annotators: all.map(\.annotator), labels: all.map(\.label),
      annotatorCount: Int(all.map(\.annotator).max() ?? -1) + 1,
      labelCount: Int(all.map(\.label).max() ?? -1) + 1)
  }
}

/// The jackknife as it is defined: the figure again without each unit.
enum PlainJackknife {
  static func standardError(
    _ units: [[UnitRating]], of figure: ([[UnitRating]]) -> Double?
  ) -> Double? {
    let values = units.indices.map { left in
      var rest = units
      rest.remove(at: left)
      return figure(rest)
    }
    guard units.count > 1, values.allSatisfy({ $0 != nil }) else { return nil }
    let count = Double(units.count)
    let numbers = values.compactMap(\.self)
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return ((count - 1) / count * squares).squareRoot()
  }
}

/// Whether two figures are the same up to rounding, or both undefined.
func isNear(_ one: Double?, _ other: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return (one - other).magnitude <= tolerance
}
