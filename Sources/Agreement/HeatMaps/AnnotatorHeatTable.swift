/// Annotator × annotator, from their contingency tables. O(cells of the tables).
struct AnnotatorHeatTable: HeatTable {
  private let width: Int
  private let enough: Int
  private let isCounted: Bool
  /// By two positions, the smaller first; nil without a common unit.
  private var tables: [ContingencyTable?]

  init(_ source: HeatSource, _ axis: HeatAxis, enough: Int) {
    width = axis.count
    self.enough = enough
    isCounted = source.sums.detail == .pairs
    tables = Array(repeating: nil, count: width * width)
    var positions = Array(repeating: -1, count: source.annotators.count)
    for (position, code) in axis.codes.enumerated() { positions[code] = position }
    for pair in source.sums.annotatorPairs where pair.second < positions.count {
      let (one, other) = (positions[pair.first], positions[pair.second])
      guard one >= 0, other >= 0 else { continue }
      // Who comes first by name has the rows, so that codes change no bit of κ's interval.
      tables[min(one, other) * width + max(one, other)] =
        one < other ? pair.table : Self.transposed(pair.table)
    }
  }

  func likeness(_ one: Int, _ other: Int) -> Double? {
    guard let table = table(one, other), table.units > 0 else { return 0 }
    return Double(table.agreeing) / Double(table.units)
  }

  func cell(_ row: Int, _ column: Int, _ measure: HeatMeasure) -> HeatCell {
    let table = row == column ? nil : table(row, column)
    let units = table?.units ?? 0
    let differing = units - (table?.agreeing ?? 0)
    let kappa = table.map { CohenKappa.estimate($0) }
    let obstacle: EstimateStatus =
      row == column
      ? .undefinedSelf : isCounted ? .undefinedNotCompared : .undefinedNotCounted
    let undefined = Estimate(undefined: obstacle)
    let estimate: Estimate
    switch measure {
    case .count: estimate = row == column || !isCounted ? undefined : .count(units)
    case .alpha: estimate = kappa ?? undefined
    case .share: estimate = units == 0 ? undefined : .share(differing, of: units)
    case .specific: preconditionFailure("two annotators have no label to agree on")
    }
    return HeatCell(
      estimate: estimate, count: measure == .count ? units : differing, base: units,
      reference: measure == .share ? kappa?.expected.map { 1 - $0 } : nil,
      isTooFew: units < enough)
  }

  private static func transposed(_ table: ContingencyTable) -> ContingencyTable {
    let cells = table.cells.map {
      ContingencyTable.Cell(row: $0.column, column: $0.row, count: $0.count)
    }
    return ContingencyTable(
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
  }

  private func table(_ one: Int, _ other: Int) -> ContingencyTable? {
    tables[min(one, other) * width + max(one, other)]
  }
}
