/// A table of figures that shows at a glance which labels are confused, by whom, and when: the value
/// behind `heatmap` and the screen of that name. It is made from sums alone; no rating is looked at.
public struct HeatMap: Hashable, Sendable {
  public let kind: HeatMapKind
  public let measure: HeatMeasure
  public let order: HeatOrder
  public let of: HeatUnits
  public let enough: Int

  public let rows: HeatAxis
  public let columns: HeatAxis

  /// Row by row.
  public let cells: [HeatCell]

  public let scale: HeatScale

  /// Units with at least one rating, those with two or more, and all ratings.
  public let units: Int
  public let pairableUnits: Int
  public let ratings: Int

  /// Krippendorff's nominal α over everything.
  public let overall: Estimate

  /// The cell at two positions.
  public subscript(place: HeatPlace) -> HeatCell {
    cells[place.row * columns.count + place.column]
  }

  /// Draws one map. O(strata × labels × columns + cells); an order by clusters adds
  /// O(rows² × columns), or O(rows²) for a square map.
  ///
  /// - Precondition: The kind can be drawn of these units, and the measure is one of theirs.
  public init(_ source: HeatSource, _ request: HeatMapRequest = HeatMapRequest()) {
    precondition(
      request.kind.measures(of: request.units).contains(request.measure),
      "the measure means something for this kind")
    kind = request.kind
    measure = request.measure
    order = request.order
    of = request.units
    enough = request.enough
    let marginals = UnitMarginals(source.sums, labelCount: source.labels.count)
    units = marginals.units
    pairableUnits = marginals.pairableUnits
    ratings = marginals.ratings
    overall = KrippendorffAlpha.estimate(source.sums)
    let drawing = HeatDrawing(source, request, marginals)
    let rowOrder = drawing.rowOrder
    let columnOrder = request.kind.isSquare ? rowOrder : drawing.columnOrder
    rows = drawing.rows.arranged(rowOrder)
    columns = drawing.columns.arranged(columnOrder)
    let cells = rowOrder.flatMap { row in columnOrder.map { drawing.cell(row, $0) } }
    self.cells = cells
    let width = columnOrder.count
    let largest = cells.indices.reduce(0.0) { largest, index in
      let isOwn = request.kind == .labelLabel && index / width == index % width
      return isOwn ? largest : max(largest, cells[index].value ?? 0)
    }
    scale = HeatScale.of(request.kind, request.measure, largest: largest)
  }

  /// Whether a cell of the diagonal shows agreement among cells that show disagreement.
  public func isAgreement(_ place: HeatPlace) -> Bool {
    kind == .labelLabel && measure != .alpha && place.row == place.column
  }

  /// How hot a cell is, from 0 to 6; nil where it has no value, too few behind it, or shows agreement
  /// where the others show the opposite.
  public func step(_ place: HeatPlace) -> Int? {
    let cell = self[place]
    guard !cell.isTooFew, !isAgreement(place) else { return nil }
    return scale.heat(of: cell).map { scale.step($0) }
  }

  /// The hottest cells that have enough behind them: by heat, then by the larger count, then by name.
  /// None is cooler than the first step of the scale. Of two cells that show the same pair, the hotter
  /// one; in a map of pairs never the diagonal. Where heat is a deviation, the interval must leave out
  /// what it deviates from; of a share of two labels it must lie above what chance would give.
  /// O(cells · log cells).
  ///
  /// - Parameter margin: by how much a share of two labels must be above chance.
  public func hottest(_ count: Int, above margin: HeatMargin = .noise) -> [HeatPlace] {
    struct Candidate {
      let place: HeatPlace
      let heat: Double
      let count: Int
    }
    var candidates: [Candidate] = []
    for row in 0..<rows.count {
      for column in 0..<columns.count {
        let place = HeatPlace(row: row, column: column)
        let cell = self[place]
        guard let heat = listedHeat(cell, margin) else { continue }
        if kind.isSquare, row == column { continue }
        if isSymmetric {
          let other = listedHeat(self[HeatPlace(row: column, column: row)], margin) ?? -1
          guard heat > other || heat == other && isFirst(row, column) else { continue }
        }
        candidates.append(Candidate(place: place, heat: heat, count: cell.count))
      }
    }
    candidates.sort { one, other in
      if one.heat != other.heat { return one.heat > other.heat }
      if one.count != other.count { return one.count > other.count }
      return areInOrder(one.place, other.place)
    }
    return candidates.prefix(count).map(\.place)
  }

  /// Whether `hottest` asks for shares that chance alone would not give.
  public var isHeldAgainstChance: Bool {
    kind == .labelLabel && measure == .share && of != .overruled
  }

  /// Whether two cells that face each other across the diagonal show the same pair.
  public var isSymmetric: Bool { kind.isSquare && of != .overruled }

  /// The heat of a cell that may be called hot.
  private func listedHeat(_ cell: HeatCell, _ margin: HeatMargin) -> Double? {
    guard !cell.isTooFew, let heat = scale.heat(of: cell), scale.step(heat) > 0,
      !isWithin(margin, cell)
    else { return nil }
    return heat
  }

  private func isWithin(_ margin: HeatMargin, _ cell: HeatCell) -> Bool {
    guard margin != .any, let reference = cell.reference, let value = cell.value else {
      return false
    }
    let interval = cell.estimate.interval95
    if isHeldAgainstChance {
      return (margin == .noise ? interval?.lower ?? value : value) <= reference
    }
    guard scale.heat == .deviation, let interval else { return false }
    return interval.lower <= reference && reference <= interval.upper
  }

  private func isFirst(_ row: Int, _ column: Int) -> Bool {
    rows.names[row].utf8.lexicographicallyPrecedes(rows.names[column].utf8)
      || rows.names[row].utf8.elementsEqual(rows.names[column].utf8) && row < column
  }

  private func areInOrder(_ one: HeatPlace, _ other: HeatPlace) -> Bool {
    let (first, second) = (rows.names[one.row], rows.names[other.row])
    if !first.utf8.elementsEqual(second.utf8) {
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    return columns.names[one.column].utf8
      .lexicographicallyPrecedes(columns.names[other.column].utf8)
  }
}
