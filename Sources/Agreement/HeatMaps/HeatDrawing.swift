/// A heat map in the making: axes that hold what is kept, the counts, and where everything goes.
struct HeatDrawing {
  let rows: HeatAxis
  let columns: HeatAxis
  private let table: any HeatTable
  private let request: HeatMapRequest

  init(_ source: HeatSource, _ request: HeatMapRequest, _ marginals: UnitMarginals) {
    self.request = request
    let labels = Self.labels(source, marginals.ratingsByLabel, request.limit)
    let people = { Self.annotators(source, request.limit) }
    switch request.kind {
    case .labelLabel where request.units == .overruled:
      (rows, columns) = (labels, labels)
      table = RulingHeatTable(source, labels, enough: request.enough)
    case .labelLabel:
      (rows, columns) = (labels, labels)
      table = LabelHeatTable(source, labels, enough: request.enough)
    case .annotatorAnnotator:
      rows = people()
      columns = rows
      table = AnnotatorHeatTable(source, rows, enough: request.enough)
    case .labelAnnotator:
      rows = labels
      columns = people()
      table = ColumnHeatTable(
        annotators: source, rows, columns, enough: request.enough)
    case .pairBatch, .pairWeek, .pairSlice, .pairVersion:
      rows = PairHeatTable.hottest(source, labels, request)
      columns = Self.cuts(source, request)
      let parts = columns.codes.map { source.cuts[$0].sums }
      table = PairHeatTable(source, rows, parts, request)
    case .pairAnnotator:
      rows = PairHeatTable.hottest(source, labels, request)
      columns = people()
      let parts = ColumnHeatTable.comparisons(source, columns)
      table = PairHeatTable(source, rows, parts, request)
    case .labelBatch, .labelWeek, .labelSlice, .labelVersion:
      rows = labels
      columns = Self.cuts(source, request)
      table = ColumnHeatTable(cuts: source, rows, columns, enough: request.enough)
    }
  }

  func cell(_ row: Int, _ column: Int) -> HeatCell {
    table.cell(row, column, request.measure)
  }

  var rowOrder: [Int] {
    order(of: rows) { one, other in
      if let likeness = table.likeness(one, other) { return likeness }
      return alikeness(columns.count) { (cell(one, $0).value, cell(other, $0).value) }
    }
  }

  var columnOrder: [Int] {
    order(of: columns) { one, other in
      alikeness(rows.count) { (cell($0, one).value, cell($0, other).value) }
    }
  }

  private func order(of axis: HeatAxis, likeness: (Int, Int) -> Double) -> [Int] {
    let declared = Array(axis.names.indices)
    guard !axis.subject.isTime else { return declared }
    switch request.order {
    case .declared: return declared
    case .size:
      return declared.sorted { (axis.sizes[$1], $0) < (axis.sizes[$0], $1) }
    case .clustered:
      return Seriation.order(names: axis.names, likeness: likeness)
    }
  }

  /// How alike two lines of cells are: less the mean difference where both have a value; without such
  /// a place, less alike than any two others.
  private func alikeness(_ count: Int, _ values: (Int) -> (Double?, Double?)) -> Double {
    var differences: [Double] = []
    for index in 0..<count {
      guard case (let one?, let other?) = values(index) else { continue }
      differences.append((one - other).magnitude)
    }
    guard !differences.isEmpty else { return -1e9 }
    return -OrderFreeSum.of(differences) / Double(differences.count)
  }

  /// Labels that were given or declared; others belong to other questions.
  private static func labels(_ source: HeatSource, _ sizes: [Int], _ limit: Int) -> HeatAxis {
    let declared: Set<String> =
      switch source.labelOrder {
      case .declared: Set(source.labels)
      case .listed(let names): Set(names)
      case .natural: []
      }
    let ruled = Set(source.rulings.map(\.ruled))
    let order = source.labelOrder.codes(source.labels).filter { code in
      sizes[code] > 0 || declared.contains(source.labels[code]) || ruled.contains(code)
    }
    return .choosing(
      .label, names: source.labels, order: order, sizes: sizes, limit: limit)
  }

  private static func annotators(_ source: HeatSource, _ limit: Int) -> HeatAxis {
    var sizes = source.sums.ratingsByAnnotator
    let missing = max(0, source.annotators.count - sizes.count)
    sizes.append(contentsOf: repeatElement(0, count: missing))
    // Those of other questions of the file are nobody here.
    let order = LabelOrder.natural.codes(source.annotators).filter { sizes[$0] > 0 }
    return .choosing(
      .annotator, names: source.annotators, order: order, sizes: sizes, limit: limit)
  }

  /// By name, the units without one last.
  private static func cuts(_ source: HeatSource, _ request: HeatMapRequest) -> HeatAxis {
    let names = source.cuts.map { $0.name ?? HeatAxis.noName }
    let natural = LabelOrder.natural.codes(names)
    let order =
      natural.filter { source.cuts[$0].name != nil }
      + natural.filter { source.cuts[$0].name == nil }
    let sizes = source.cuts.map { UnitMarginals($0.sums, labelCount: 0).ratings }
    return .choosing(
      request.kind.columns, names: names, order: order.filter { sizes[$0] > 0 }, sizes: sizes,
      limit: request.limit, unnamed: source.cuts.firstIndex { $0.name == nil })
  }
}
