/// Label given × label ruled. O(labels²).
struct RulingHeatTable: HeatTable {
  private struct Line {
    var ratings = 0
    var units = 0
  }

  private let width: Int
  private let enough: Int
  /// By two positions.
  private var ratings: [Int]
  /// By row.
  private var given: [Line]
  /// By column.
  private var ruled: [Int]
  private let total: Int

  init(_ source: HeatSource, _ axis: HeatAxis, enough: Int) {
    width = axis.count
    self.enough = enough
    ratings = Array(repeating: 0, count: width * width)
    given = Array(repeating: Line(), count: width)
    ruled = Array(repeating: 0, count: width)
    var positions = Array(repeating: -1, count: source.labels.count)
    for (position, code) in axis.codes.enumerated() { positions[code] = position }
    total = source.rulings.reduce(0) { $0 + $1.ratings }
    for count in source.rulings {
      let (row, column) = (positions[count.rated], positions[count.ruled])
      if row >= 0 {
        given[row].ratings += count.ratings
        given[row].units += count.units
      }
      if column >= 0 { ruled[column] += count.ratings }
      if row >= 0, column >= 0 { ratings[row * width + column] += count.ratings }
    }
  }

  func likeness(_ one: Int, _ other: Int) -> Double? {
    let both = given[one].ratings + given[other].ratings
    let met = ratings[one * width + other] + ratings[other * width + one]
    return both == 0 ? 0 : Double(met) / Double(both)
  }

  /// Ratings of a unit share its ruling, so a share is worth one trial a unit at most.
  func cell(_ row: Int, _ column: Int, _ measure: HeatMeasure) -> HeatCell {
    let count = ratings[row * width + column]
    let line = given[row]
    let estimate: Estimate
    if measure == .count {
      estimate = .count(count)
    } else if line.ratings == 0 {
      estimate = Estimate(undefined: .undefinedUnusedLabel)
    } else {
      estimate = .share(
        Double(count) / Double(line.ratings), effectiveTrials: Double(line.units))
    }
    return HeatCell(
      estimate: estimate, count: count, base: line.ratings,
      reference: measure == .share && total > 0 ? Double(ruled[column]) / Double(total) : nil,
      isTooFew: line.ratings < enough)
  }
}
