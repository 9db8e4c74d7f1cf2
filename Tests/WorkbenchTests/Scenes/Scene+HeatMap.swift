import Agreement
import Domain
import Screen

@testable import Workbench

/// Heat maps of made-up counts.
struct HeatScene: Sendable {
  var labels: [String]
  var annotators = ["ann-02", "ann-05", "ann-07", "ann-11"]
  var weeks = (34...45).map { "2025-W\($0)" }
  var places = ["crossing", "day", "night"]
  var size = Size(width: 120, height: 40)
  var blind = Blinding.off
  var roles: [MemberRole] = [.lead, .adjudicator]
  /// Where label sets changed.
  var borders: [LabelBorder] = []
  /// How much the labels at two positions are mixed up, from 0 to 1.
  var mixed: @Sendable (Int, Int) -> Double

  /// Two changes of the labels, the later one of many rules.
  static let changes = [
    LabelBorder(
      batch: 1, at: Instant(milliseconds: 1_756_000_000_000), version: 0,
      mapping: LabelMapping([LabelRule(from: ["tram"], to: [])])),
    LabelBorder(
      batch: 3, at: Instant(milliseconds: 1_759_000_000_000), version: 2,
      mapping: LabelMapping([
        LabelRule(from: ["biker"], to: ["rider", "cyclist"]),
        LabelRule(from: ["moped", "motor\u{1B}[31m"], to: ["motorbike"]),
        LabelRule(from: ["lorry"], to: ["truck"]),
      ])),
  ]

  /// What the picture shows.
  static let street = HeatScene(
    labels: ["person", "rider", "cyclist", "motorbike", "car", "van", "truck", "bus"]
  ) { one, other in
    let known: [[Int]: Double] = [
      [0, 1]: 0.11, [0, 2]: 0.04, [1, 2]: 0.31, [1, 3]: 0.06, [2, 3]: 0.05, [4, 5]: 0.19,
      [4, 6]: 0.03, [5, 6]: 0.24, [5, 7]: 0.08, [6, 7]: 0.12,
    ]
    return known[[one, other]] ?? 0
  }

  static let hostile = HeatScene(
    labels: [
      "\u{1B}[31mred", "歩行者と自転車に乗る人", "\u{202E}evil", "a label whose name does not end here",
      "👩‍👩‍👧", "",
    ]
  ) { one, other in other == one + 1 ? 0.1 * Double(one + 1) : 0 }

  static let many = HeatScene(labels: (1...200).map { "label of many \($0)" }) { one, other in
    other == one + 1 ? 0.05 * Double(one % 7) : 0
  }

  /// Forty units a label and a neighbour, spread over weeks, places and annotators.
  var sources: (weeks: HeatSource, places: HeatSource) {
    var sums = AgreementSums()
    var byWeek = HeatCutter(labelCount: labels.count)
    var byPlace = HeatCutter(labelCount: labels.count)
    var turn = 0
    func add(_ one: Int, _ other: Int) {
      let people = [turn % annotators.count, (turn / 3 + 1 + turn) % annotators.count]
      let second = people[1] == people[0] ? (people[0] + 1) % annotators.count : people[1]
      let unit = [
        UnitRating(annotator: Int32(people[0]), label: Int32(one)),
        UnitRating(annotator: Int32(second), label: Int32(other)),
      ]
      sums.add(unit)
      byWeek.add(unit, to: turn % 29 == 0 ? nil : weeks[turn % weeks.count])
      byPlace.add(unit, to: places[turn / 5 % places.count])
      turn += 1
    }
    for one in labels.indices {
      for _ in 0..<(labels.count > 100 ? 30 : 120) { add(one, one) }
      for other in labels.indices where other > one {
        let share = mixed(one, other)
        let count = share / max(0.1, 1 - share) * (labels.count > 100 ? 30 : 240)
        for _ in 0..<Int(count.rounded()) { add(one, other) }
      }
    }
    let source = { (cuts: [HeatCut]) in
      HeatSource(
        sums: sums, labels: labels, labelOrder: .declared, annotators: annotators, cuts: cuts)
    }
    return (source(byWeek.cuts), source(byPlace.cuts))
  }

  /// What the runtime makes of a request.
  func page(_ wanted: HeatMapWanted) -> HeatMapPage {
    let request = wanted.request
    let sources = sources
    let source =
      request.kind.columns == .slice
      ? sources.places
      : request.units == .all
        ? sources.weeks
        : HeatSource(sums: AgreementSums(detail: .none), labels: labels, labelOrder: .declared)
    var page = HeatMapPage(
      map: HeatMap(source, request), scope: HeatScope(slice: "where", areLabels: true))
    page.question = .label
    page.questions = [.label]
    page.slice = "where"
    page.slices = ["where"]
    page.folder = "/home/mara/exports"
    page.head = 211
    page.borders = borders
    guard request.kind == .labelLabel || request.kind.rows == .pair else { return page }
    if request.kind == .labelLabel, request.units == .all {
      var alpha = request
      alpha.measure = .alpha
      let map = HeatMap(source, alpha)
      page.alphas = map.rows.names.indices.map { map[HeatPlace(row: $0, column: $0)].value }
    }
    page.weeks = HeatMap(sources.weeks, HeatMapRequest(kind: .pairWeek))
    page.people = HeatMap(sources.weeks, HeatMapRequest(kind: .pairAnnotator))
    page.places = [HeatMap(sources.places, HeatMapRequest(kind: .pairSlice))]
    page.disagreement = weeks.enumerated().map { index, week in
      HeatWeek(name: week, value: index == 4 ? nil : 0.2 + 0.03 * Double(index % 5))
    }
    page.pairUnits = (page.weeks?.rows.pairs ?? []).enumerated().map { index, pair in
      HeatPairUnits(
        pair: pair, units: 96 - index, open: 71 - index,
        rulings: [
          HeatRuling(label: pair.second, units: 19), HeatRuling(label: pair.first, units: 4),
          HeatRuling(label: nil, units: 2),
        ])
    }
    return page
  }

  /// A model that has not read its map yet.
  var entered: Model {
    var configuration = ProjectConfiguration(
      name: "street-objects", labels: labels.map { LabelDefinition(id: LabelID($0), name: $0) })
    configuration.blind = blind
    var scene = Scene(configuration)
    scene.size = size
    scene.blind = blind
    scene.summary.items = 1200
    scene.summary.ratings = 2400
    scene.summary.questions = [.label]
    scene.me = Member(id: "mara", user: "mara", roles: roles)
    var model = scene.ready
    _ = model.go(to: .heatMap)
    return model
  }

  /// A model that shows the map, after some keys.
  func showing(_ keys: String...) -> Model {
    var model = entered
    answer(&model)
    for key in keys {
      model.press(key)
      answer(&model)
    }
    return model
  }

  /// Gives the model what it waits for.
  func answer(_ model: inout Model) {
    guard model.heatMap.isLoading else { return }
    let generation = model.heatMap.generation
    let page = Loaded(page(model.heatMap.wanted), stamp: generation)
    _ = update(&model, .reported(.heatMap(page), generation: generation))
  }
}

extension Model {
  /// The rows as they read, one a line.
  var drawnText: String { drawn.lines.joined(separator: "\n") }
}
