/// Pairs of labels × whatever units can be sorted by. O(columns × (strata × labels² + pairs)).
struct PairHeatTable: HeatTable {
  private let width: Int
  /// By row, then by column.
  private let cells: [HeatCell]

  /// - Parameter parts: the sums of each column.
  init(
    _ source: HeatSource, _ rows: HeatAxis, _ parts: [AgreementSums], _ request: HeatMapRequest
  ) {
    width = parts.count
    let count = source.labels.count
    // Only the labels of the pairs, so that a part's table is no larger than what is shown of it.
    let codes = Set(rows.codes.flatMap { [$0 / count, $0 % count] }).sorted()
    let labels = HeatAxis(
      subject: .label, names: codes.map { source.labels[$0] }, codes: codes,
      sizes: codes.map { _ in 0 }, omitted: 0)
    var positions = Array(repeating: 0, count: count)
    for (position, code) in codes.enumerated() { positions[code] = position }
    let pairs = rows.codes.map { (positions[$0 / count], positions[$0 % count]) }
    func table(_ sums: AgreementSums) -> LabelHeatTable {
      LabelHeatTable(
        HeatSource(sums: sums, labels: source.labels), labels, enough: request.enough,
        diagonal: .leftOut)
    }
    // A share of two labels is one of all their comparisons, the same both ways.
    let measure = request.measure == .share ? HeatMeasure.specific : request.measure
    let whole = table(source.sums)
    let references: [Double?] = pairs.map { pair in
      measure == .count ? nil : whole.cell(pair.0, pair.1, measure).value
    }
    var lines = Array(repeating: [HeatCell](), count: pairs.count)
    for sums in parts {
      let part = table(sums)
      for (row, pair) in pairs.enumerated() {
        let cell = part.cell(pair.0, pair.1, measure)
        lines[row].append(
          HeatCell(
            estimate: cell.estimate, count: cell.count, base: cell.base,
            reference: references[row], isTooFew: cell.isTooFew))
      }
    }
    cells = lines.flatMap { $0 }
  }

  func cell(_ row: Int, _ column: Int, _ measure: HeatMeasure) -> HeatCell {
    cells[row * width + column]
  }

  func likeness(_ one: Int, _ other: Int) -> Double? { nil }

  /// Pairs of different labels that met, the hottest first: by their share where enough stands behind
  /// it, then by how often they met, then in the order of the labels. Of more than `limit` the first.
  /// The code of a pair is that of its first label, times the number of labels, plus the second's.
  static func hottest(
    _ source: HeatSource, _ labels: HeatAxis, _ request: HeatMapRequest
  )
    -> HeatAxis
  {
    struct Candidate {
      let pair: HeatPair
      let code: Int
      let heat: Double
      let count: Int
    }
    let table = LabelHeatTable(source, labels, enough: request.enough, diagonal: .leftOut)
    var candidates: [Candidate] = []
    for row in 0..<labels.count {
      for column in row + 1..<max(row + 1, labels.count) {
        let cell = table.cell(row, column, .specific)
        guard cell.count > 0 else { continue }
        candidates.append(
          Candidate(
            pair: HeatPair(first: labels.names[row], second: labels.names[column]),
            code: labels.codes[row] * source.labels.count + labels.codes[column],
            heat: cell.isTooFew ? -1 : cell.value ?? -1, count: cell.count))
      }
    }
    let order = candidates.indices.sorted { one, other in
      let (left, right) = (candidates[one], candidates[other])
      if left.heat != right.heat { return left.heat > right.heat }
      return left.count == right.count ? one < other : left.count > right.count
    }
    let kept = order.prefix(request.limit)
    return HeatAxis(
      subject: .pair, names: kept.map { candidates[$0].pair.name },
      codes: kept.map { candidates[$0].code },
      sizes: kept.map { candidates[$0].count }, omitted: order.count - kept.count,
      pairs: kept.map { candidates[$0].pair })
  }
}
