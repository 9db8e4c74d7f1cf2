import Domain

/// The observed and the expected disagreement of αU for one label (Krippendorff 1995).
struct UnitizedDisagreement {
  let observed: Double
  let expected: Double

  var alpha: Estimate {
    guard expected > 0 else {
      return Estimate(
        undefined: .undefinedNoVariation, observed: observed, expected: expected)
    }
    return Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected,
      uncertainty: .unknown(.noFormula), units: 0)
  }

  init(observed: Double, expected: Double) {
    self.observed = observed
    self.expected = expected
  }

  /// - Parameter length: L, of all texts together.
  init(_ continua: [SpanContinuum], label: LabelID, annotators: Int, length: Int) {
    var squares = Int128(0)
    var units: [Int] = []
    var gaps: [Int] = []
    for continuum in continua {
      let rows = continuum.answers.map { Self.sections($0, of: label, in: continuum.bounds) }
      for row in rows {
        units += row.filter(\.isUnit).map(\.length)
        gaps += row.filter { !$0.isUnit }.map(\.length)
      }
      for first in rows.indices {
        for second in rows[..<first] { squares += Self.squares(rows[first], second) }
      }
    }
    let pairs = Double(annotators) * Double(annotators - 1)
    observed = length == 0 ? 0 : 2 * Double(squares) / (pairs * Double(length) * Double(length))
    expected = Self.expected(units, gaps, annotators: annotators, length: length)
  }

  private struct Section {
    let start: Int
    let end: Int
    let isUnit: Bool

    var length: Int { end - start }
  }

  /// A text as a row of units with one label and the gaps between them.
  private static func sections(
    _ spans: [Domain.Span], of label: LabelID, in bounds: Range<Int>
  ) -> [Section] {
    let own =
      spans
      .filter { $0.label == label }
      .map { (max($0.start, bounds.lowerBound), min($0.end, bounds.upperBound)) }
      .filter { $0.0 < $0.1 }
      .sorted { $0 < $1 }
    var units: [Section] = []
    for (start, end) in own {
      if let last = units.last, start < last.end {
        units[units.count - 1] = Section(
          start: last.start, end: max(last.end, end), isUnit: true)
      } else {
        units.append(Section(start: start, end: end, isUnit: true))
      }
    }
    var sections: [Section] = []
    var position = bounds.lowerBound
    for unit in units {
      if position < unit.start {
        sections.append(Section(start: position, end: unit.start, isUnit: false))
      }
      sections.append(unit)
      position = unit.end
    }
    if position < bounds.upperBound {
      sections.append(Section(start: position, end: bounds.upperBound, isUnit: false))
    }
    return sections
  }

  /// Σ δ² over the sections of two annotators: two overlapping units differ by the squares of how far
  /// their borders are apart, a unit inside the other's gap by the square of its length.
  private static func squares(_ first: [Section], _ second: [Section]) -> Int128 {
    var sum = Int128(0)
    var one = 0
    var other = 0
    while one < first.count, other < second.count {
      let mine = first[one]
      let yours = second[other]
      switch (mine.isUnit, yours.isUnit) {
      case (true, true):
        sum += square(mine.start - yours.start) + square(mine.end - yours.end)
      case (true, false) where yours.start <= mine.start && mine.end <= yours.end:
        sum += square(mine.length)
      case (false, true) where mine.start <= yours.start && yours.end <= mine.end:
        sum += square(yours.length)
      default: break
      }
      if mine.end <= yours.end { one += 1 }
      if yours.end <= mine.end { other += 1 }
    }
    return sum
  }

  private static func square(_ length: Int) -> Int128 { Int128(length) * Int128(length) }

  /// D_ec: what units of these lengths would give if they lay anywhere.
  private static func expected(
    _ units: [Int], _ gaps: [Int], annotators: Int, length: Int
  ) -> Double {
    let gaps = gaps.sorted(by: >)
    var sums: [Int128] = [0]
    for gap in gaps { sums.append((sums.last ?? 0) + Int128(gap)) }
    var wide = 0
    var total = Int128(0)
    var within = Int128(0)
    for unit in units.sorted(by: >) {
      while wide < gaps.count, gaps[wide] >= unit { wide += 1 }
      let size = Int128(unit)
      total += Int128(units.count - 1) * (size * (size - 1) * (2 * size - 1) / 3)
      total += size * size * (sums[wide] - Int128(wide) * (size - 1))
      within += size * (size - 1)
    }
    let places = Int128(annotators) * Int128(length)
    let divisor = places * (places - 1) - within
    guard divisor > 0, length > 0 else { return 0 }
    return 2 * Double(total) / (Double(length) * Double(divisor))
  }
}
