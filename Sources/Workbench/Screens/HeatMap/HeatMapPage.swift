package import Agreement
package import Domain
import Screen

/// Which heat map is wanted.
package struct HeatMapWanted: Hashable, Sendable {
  package var request = HeatMapRequest()
  /// nil for the first one that has labels.
  package var question: QuestionID?
  /// The slice that columns are of; nil for the first one.
  package var slice: String?

  package init() {}
}

/// A heat map, and what belongs beside it. Made of stored sums alone.
package struct HeatMapPage: Sendable {
  package let map: HeatMap
  package let scope: HeatScope
  /// The hottest cells, first those that noise does not explain; no more than one goes through by hand.
  package let hottest: [HeatPlace]
  /// How many of them noise does not explain.
  package let firm: Int
  /// Cells that the widest figure takes.
  package let figureWidth: Int
  /// nil where the project has none with labels.
  package var question: QuestionID?
  package var questions: [QuestionID] = []
  package var slice: String?
  package var slices: [String] = []
  /// By row of a map of two labels: α of the label against all others.
  package var alphas: [Double?] = []
  package var pairUnits: [HeatPairUnits] = []
  /// Pairs of labels by week, by annotator, and by each slice.
  package var weeks: HeatMap?
  package var people: HeatMap?
  package var places: [HeatMap] = []
  /// By week: how often two ratings of an item differ, whatever the labels.
  package var disagreement: [HeatWeek] = []
  /// Pairs of labels by the version of the guideline; nil before the first is published.
  package var versions: HeatMap?
  /// Whether a version of the guideline was published.
  package var hasVersions = false
  /// Whether the project has more than one import.
  package var hasBatches = false
  /// Where label sets changed, oldest first.
  package var borders: [LabelBorder] = []
  /// Where maps are written where nobody says otherwise.
  package var folder = ""
  /// Position of the last event that the page knows.
  package var head = -1

  package init(map: HeatMap, scope: HeatScope = HeatScope()) {
    self.map = map
    self.scope = scope
    // What belongs to no week, batch or slice is nowhere, and nothing to go to first.
    let firm = map.hottest(Self.mostHot).filter { !map.columns.isUnnamed($0.column) }
    let known = Set(firm)
    let others = map.hottest(Self.mostHot, above: .any).filter {
      !known.contains($0) && !map.columns.isUnnamed($0.column)
    }
    hottest = Array((firm + others).prefix(Self.mostHot))
    self.firm = firm.count
    figureWidth = map.cells.indices.reduce(3) { widest, index in
      let cell = map.cells[index]
      let place = HeatPlace(row: index / map.columns.count, column: index % map.columns.count)
      guard let value = cell.value, !map.isAgreement(place) else { return widest }
      let isCount = map.measure == .count
      return max(
        widest, (isCount ? Figures.count(cell.count) : Figures.share(value)).unicodeScalars.count)
    }
  }

  private static let mostHot = 256
}

/// A week with a figure of all labels together.
package struct HeatWeek: Hashable, Sendable {
  package let name: String
  /// nil where too little was rated.
  package let value: Double?

  package init(name: String, value: Double?) {
    self.name = name
    self.value = value
  }
}

extension HeatMapPage {
  /// Where a cell stands among the hottest; of two that face each other only one is listed.
  func rank(of place: HeatPlace) -> Int? {
    let mirrored = HeatPlace(row: place.column, column: place.row)
    return hottest.firstIndex { $0 == place || map.isSymmetric && $0 == mirrored }
  }

  /// The row of a pair in a map of pairs.
  func pairRow(_ map: HeatMap, _ one: String, _ other: String) -> Int? {
    map.rows.pairs.firstIndex { Self.isSame($0, one, other) }
  }

  /// The two labels of a cell that shows two different ones.
  func pair(at place: HeatPlace) -> HeatPair? {
    if !map.rows.pairs.isEmpty { return map.rows.pairs[place.row] }
    guard map.kind == .labelLabel, map.of != .overruled, place.row != place.column else {
      return nil
    }
    return HeatPair(first: map.rows.names[place.row], second: map.columns.names[place.column])
  }

  /// What is known of the items behind two labels.
  func met(_ pair: HeatPair) -> HeatPairUnits? {
    pairUnits.first { Self.isSame($0.pair, pair.first, pair.second) }
  }

  /// How many items stand behind a cell, where the sums say it.
  func units(behind place: HeatPlace) -> Int? {
    let cell = map[place]
    switch map.kind {
    case .labelLabel:
      guard let pair = pair(at: place) else { return nil }
      let met = met(pair)
      return map.of == .open ? met?.open ?? 0 : met?.units ?? 0
    case .annotatorAnnotator:
      return map.measure == .count || place.row == place.column ? nil : cell.count
    case .labelAnnotator: return map.measure == .share || map.measure == .count ? cell.count : nil
    default: return nil
    }
  }

  private static func isSame(_ pair: HeatPair, _ one: String, _ other: String) -> Bool {
    let (first, second) = (pair.first.utf8, pair.second.utf8)
    return first.elementsEqual(one.utf8) && second.elementsEqual(other.utf8)
      || first.elementsEqual(other.utf8) && second.elementsEqual(one.utf8)
  }
}
