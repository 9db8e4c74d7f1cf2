/// Label × whatever ratings can be sorted by. O(columns × strata × labels).
struct ColumnHeatTable: HeatTable {
  /// What is known of one column.
  private struct Column {
    /// Ratings, by label code.
    var ratings: [Int]
    var total: Int
    /// How many independent trials the ratings are worth at least.
    let trials: Double
    let figures: [LabelFigures]
    let comparisons: [LabelComparisons]
  }

  private let codes: [Int]
  private let enough: Int
  private let columns: [Column]
  private let whole: Column

  /// Units sorted into columns: their ratings are worth one trial a unit.
  init(cuts source: HeatSource, _ rows: HeatAxis, _ axis: HeatAxis, enough: Int) {
    let count = source.labels.count
    self.init(
      source, rows, enough: enough,
      columns: axis.codes.map { Self.column(of: source.cuts[$0].sums, labelCount: count) })
  }

  /// Annotators: their ratings count one by one, agreement over the pairs in which they take part.
  init(annotators source: HeatSource, _ rows: HeatAxis, _ axis: HeatAxis, enough: Int) {
    let count = source.labels.count
    var positions = Array(repeating: -1, count: source.annotators.count)
    for (position, code) in axis.codes.enumerated() { positions[code] = position }
    var given = Array(repeating: Array(repeating: 0, count: count), count: axis.count)
    for row in source.sums.annotatorRatings
    where row.first < positions.count && positions[row.first] >= 0 && row.second < count {
      given[positions[row.first]][row.second] += row.count
    }
    let pairs = Self.comparisons(source, axis)
    let columns = axis.codes.indices.map { position in
      let total = given[position].reduce(0, +)
      return Column(
        ratings: given[position], total: total, trials: Double(total),
        figures: LabelFigures.all(pairs[position], labelCount: count),
        comparisons: LabelComparisons.all(pairs[position], labelCount: count))
    }
    self.init(source, rows, enough: enough, columns: columns)
  }

  /// Each annotator's comparisons with the others, every one as a unit of two ratings.
  static func comparisons(_ source: HeatSource, _ axis: HeatAxis) -> [AgreementSums] {
    var positions = Array(repeating: -1, count: source.annotators.count)
    for (position, code) in axis.codes.enumerated() { positions[code] = position }
    var pairs = Array(repeating: AgreementSums(detail: .none), count: axis.count)
    for pair in source.sums.annotatorPairs where pair.second < positions.count {
      for position in [positions[pair.first], positions[pair.second]] where position >= 0 {
        for cell in pair.table.cells {
          let unit = [cell.row, cell.column].map { UnitRating(label: Int32($0)) }
          pairs[position].add(unit, times: cell.count)
        }
      }
    }
    return pairs
  }

  private init(_ source: HeatSource, _ rows: HeatAxis, enough: Int, columns: [Column]) {
    codes = rows.codes
    self.enough = enough
    self.columns = columns
    whole = Self.column(of: source.sums, labelCount: source.labels.count)
  }

  private static func column(of sums: AgreementSums, labelCount: Int) -> Column {
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    return Column(
      ratings: marginals.ratingsByLabel, total: marginals.ratings,
      trials: Double(marginals.units),
      figures: LabelFigures.all(sums, labelCount: labelCount),
      comparisons: LabelComparisons.all(sums, labelCount: labelCount))
  }

  func likeness(_ one: Int, _ other: Int) -> Double? { nil }

  func cell(_ row: Int, _ column: Int, _ measure: HeatMeasure) -> HeatCell {
    let label = codes[row]
    let part = columns[column]
    switch measure {
    case .count, .share:
      let count = part.ratings[label]
      let estimate: Estimate =
        measure == .count
        ? .count(count)
        : .share(Double(count) / Double(max(1, part.total)), effectiveTrials: part.trials)
      let rest = whole.total - part.total
      return HeatCell(
        estimate: estimate, count: count, base: part.total,
        reference: measure == .share && rest > 0
          ? Double(whole.ratings[label] - count) / Double(rest) : nil,
        isTooFew: part.total < enough)
    case .alpha, .specific:
      let comparisons = part.comparisons[label]
      let specific = whole.figures[label].specificAgreement
      return HeatCell(
        estimate: agreement(part, label, measure),
        count: comparisons.agreeing, base: comparisons.possible,
        reference: measure == .alpha ? whole.figures[label].alpha.value : specific,
        isTooFew: comparisons.possible < enough)
    }
  }

  private func agreement(_ part: Column, _ label: Int, _ measure: HeatMeasure) -> Estimate {
    let alpha = part.figures[label].alpha
    // An annotator's pairs are none where nobody else rated the same units.
    if alpha.status == .undefinedNoData, part.total > 0 {
      return Estimate(undefined: .undefinedNotCompared)
    }
    if measure == .alpha { return alpha }
    guard let value = part.figures[label].specificAgreement else {
      return Estimate(undefined: alpha.value == nil ? alpha.status : .undefinedUnusedLabel)
    }
    return .share(value, effectiveTrials: part.comparisons[label].trials)
  }
}
