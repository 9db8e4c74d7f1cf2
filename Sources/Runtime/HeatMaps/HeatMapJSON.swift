import Agreement
import Domain
package import Interchange
import Workbench

/// `heatmap --json`: a contract. Everything, unrounded; what is undefined is null with its reason.
package enum HeatMapJSON {
  private static let hottest = 50

  package static func json(_ drawn: DrawnHeatMap) -> JSONText {
    let map = drawn.map
    var members: [JSONText.Member] = []
    if let question = drawn.question { members.append(.init("question", .string(question))) }
    if let slice = drawn.slice { members.append(.init("slice", .string(slice))) }
    members += [
      .init("kind", .string(map.kind.rawValue)),
      .init("measure", .string(map.measure.rawValue)),
      .init("meaning", .string(HeatMapWords.measure(map))),
      .init("order", .string(map.order.rawValue)), .init("of", .string(map.of.rawValue)),
      .init("items", .integer(map.units)),
      .init("pairable_items", .integer(map.pairableUnits)),
      .init("ratings", .integer(map.ratings)),
      .init("alpha", .object(json(map.overall))),
      .init("enough", .integer(map.enough)),
      .init("rows", json(map.rows)), .init("columns", json(map.columns)),
      .init(
        "heat",
        [
          "of": .string(map.scale.heat.rawValue),
          "stops": .array(map.scale.stops.map { .real($0) }),
        ]),
      .init(
        "hottest", .array(map.hottest(hottest).map { [.integer($0.row), .integer($0.column)] })),
      .init("cells", .array(cells(map))), .init("changes", .array(changes(map))),
      .init("label_changes", .array(drawn.borders.map { border($0) })),
      .init(
        "diagnostics",
        ["rows_refused": .integer(drawn.rowsRefused), "count": .integer(drawn.diagnostics)]),
    ]
    return .object(members)
  }

  private static func border(_ border: LabelBorder) -> JSONText {
    [
      "at": .string(border.at.text), "batch": .integer(border.batch),
      "guideline": .integer(border.version),
      "mapping": ValueJSON.json(border.mapping.canonical),
    ]
  }

  private static func json(_ axis: HeatAxis) -> JSONText {
    [
      "subject": .string(axis.subject.rawValue),
      "names": .array(axis.names.map { .string($0) }),
      "ratings": .array(axis.sizes.map { .integer($0) }), "omitted": .integer(axis.omitted),
      "pairs": .array(axis.pairs.map { .array([.string($0.first), .string($0.second)]) }),
    ]
  }

  /// Of a map over time, a row each; null where fewer than two columns have enough.
  private static func changes(_ map: HeatMap) -> [JSONText] {
    guard map.columns.subject.isTime else { return [] }
    return (0..<map.rows.count).map { row in
      guard let change = map.change(row: row) else { return nil }
      return [
        "from": .integer(change.first), "to": .integer(change.last),
        "value": .real(change.value), "beyond_noise": .boolean(change.isBeyondNoise),
      ]
    }
  }

  /// Row by row; `row` and `column` count from 0.
  private static func cells(_ map: HeatMap) -> [JSONText] {
    map.cells.indices.map { index in
      let place = HeatPlace(row: index / map.columns.count, column: index % map.columns.count)
      let cell = map[place]
      var members: [JSONText.Member] = [
        .init("row", .integer(place.row)), .init("column", .integer(place.column)),
      ]
      members += json(cell.estimate)
      members += [
        .init("count", .integer(cell.count)), .init("base", .integer(cell.base)),
        .init("reference", real(cell.reference)), .init("too_few", .boolean(cell.isTooFew)),
        .init("heat", map.step(place).map { .integer($0) } ?? nil),
      ]
      return .object(members)
    }
  }

  private static func json(_ estimate: Estimate) -> [JSONText.Member] {
    var members: [JSONText.Member] = [.init("value", real(estimate.value))]
    if estimate.value == nil {
      members.append(.init("reason", .string(estimate.status.rawValue)))
      members.append(.init("explanation", estimate.explanation.map { .string($0) } ?? nil))
    }
    if let interval = estimate.interval95 {
      members.append(.init("ci95", [.real(interval.lower), .real(interval.upper)]))
    } else {
      members.append(.init("ci95", nil))
      members.append(.init("ci95_reason", .string(estimate.intervalStatus.rawValue)))
    }
    return members
  }

  private static func real(_ number: Double?) -> JSONText {
    number.map { .real($0) } ?? nil
  }
}
