import Agreement
import Screen

/// What heat maps are called, and what is said when one cannot be drawn.
enum HeatMapWords {
  /// `label × channel`.
  static func title(_ drawn: DrawnHeatMap) -> String {
    let map = drawn.map
    let columns =
      map.columns.subject == .slice
      ? drawn.slice.map { Words.plain($0) } ?? "slice" : map.columns.subject.rawValue
    switch map.of {
    case .all: return "\(map.rows.subject.rawValue) × \(columns)"
    case .open: return "label × label, open items"
    case .overruled: return "label given × label ruled"
    }
  }

  /// Why there is no cell.
  static func nothing(_ map: HeatMap) -> String {
    switch map.of {
    case .open: "There is nothing to draw: no item waits for a ruling."
    case .overruled: "There is nothing to draw: no ruling names a label yet."
    case .all where map.rows.subject == .pair && map.ratings > 0:
      "There is nothing to draw: no two labels ever met."
    case .all: "There is nothing to draw: no rating stands in any column."
    }
  }

  /// What became of a row over time, as it stands behind the row: `+.07`.
  static func change(_ change: HeatChange?, _ measure: HeatMeasure) -> String {
    guard let change else { return "·" }
    if measure == .count {
      return Figures.change(Int(change.value.rounded()))
    }
    return Figures.change(change.value)
  }

  /// What a cell shows, in one line.
  static func measure(_ map: HeatMap) -> String {
    switch (map.measure, map.kind) {
    case (.share, .labelLabel) where map.of == .overruled:
      "of the ratings with the row's label, the share whose item was ruled the column's"
    case (.count, .labelLabel) where map.of == .overruled:
      "ratings with the row's label whose item was ruled the column's"
    case (.share, .labelLabel):
      "of the ratings that stand beside the row's label, the share of the column's"
    case (.count, .labelLabel): "pairs of ratings of one item, one of either label"
    case (.alpha, .labelLabel): "α: how well two labels are told apart; diagonal: from all others"
    case (.specific, .labelLabel):
      "share of the comparisons of both labels that are between the two"
    case (.share, .pairBatch), (.share, .pairWeek), (.share, .pairSlice), (.share, .pairVersion),
      (.share, .pairAnnotator):
      "share of the comparisons of both labels that are between the two"
    case (.count, .pairBatch), (.count, .pairWeek), (.count, .pairSlice), (.count, .pairVersion),
      (.count, .pairAnnotator):
      "pairs of ratings of one item, one of either label"
    case (.alpha, .pairBatch), (.alpha, .pairWeek), (.alpha, .pairSlice), (.alpha, .pairVersion),
      (.alpha, .pairAnnotator):
      "α: how well the two labels are told apart"
    case (.share, .annotatorAnnotator): "share of common items on which the two differ"
    case (.count, .annotatorAnnotator): "items that both rated"
    case (.alpha, .annotatorAnnotator): "Cohen's κ"
    case (.share, _): "the label's share of the column's ratings"
    case (.count, _): "ratings"
    case (.alpha, _): "α of the label against all others, among the column's ratings"
    case (.specific, _):
      "specific agreement: of the ratings beside the label, those that have it too"
    }
  }

  /// How the words for heat in the legend end: what makes a cell hot.
  static func heat(_ map: HeatMap) -> String {
    switch map.scale.heat {
    case .value: "from"
    case .shortfall: "up to"
    case .deviation: "off the rest by"
    }
  }

  /// A cell's figure as it stands in a table.
  static func figure(_ cell: HeatCell, _ measure: HeatMeasure) -> String {
    guard let value = cell.value else { return "·" }
    return measure == .count ? Figures.count(cell.count) : Figures.share(value)
  }

  /// One cell in words: `refund / billing: 23 % of 412 comparisons with refund, by chance 8 %`.
  static func sentence(_ map: HeatMap, _ place: HeatPlace) -> String {
    let cell = map[place]
    guard let value = cell.value else { return "" }
    let row =
      map.rows.pairs.isEmpty
      ? Words.name(map.rows.names[place.row], limit: 24) : pair(map.rows.pairs[place.row])
    let column = Words.name(map.columns.names[place.column], limit: 24)
    let head = "\(row) / \(column): "
    let base = Figures.count(cell.base)
    switch (map.measure, map.kind) {
    case (.share, .labelLabel) where map.of == .overruled:
      return head + "\(percent(value)) of \(base) ratings \(row) were ruled \(column)"
    case (.count, .labelLabel) where map.of == .overruled:
      return head + "\(Words.count(cell.count, "rating"))"
    case (.share, .pairBatch), (.share, .pairWeek), (.share, .pairSlice), (.share, .pairVersion),
      (.share, .pairAnnotator):
      return head + "\(percent(value)) of their comparisons, \(Words.count(cell.count, "pair"))"
        + (cell.reference.map { ", all \(percent($0))" } ?? "")
    case (.count, .pairBatch), (.count, .pairWeek), (.count, .pairSlice), (.count, .pairVersion),
      (.count, .pairAnnotator):
      return head + Words.count(cell.count, "pair")
    case (.share, .labelLabel):
      return head + "\(percent(value)) of \(base) comparisons with \(row)"
        + (cell.reference.map { ", by chance \(percent($0))" } ?? "")
    case (.count, .labelLabel): return head + "\(Words.count(cell.count, "pair")) of ratings"
    case (.alpha, .labelLabel), (.alpha, .annotatorAnnotator):
      let sign = map.kind == .labelLabel ? "α" : "κ"
      let noun = map.kind == .labelLabel ? "pair" : "common item"
      return head
        + "\(sign) \(Figures.share(value))\(interval(cell)), \(Words.count(cell.base, noun))"
    case (.specific, .labelLabel):
      return head
        + "\(percent(value)) of the comparisons of both, \(Words.count(cell.count, "pair"))"
    case (.share, .annotatorAnnotator): return head + "differ on \(percent(value)) of \(base) items"
    case (.count, .annotatorAnnotator): return head + "\(Words.count(cell.count, "common item"))"
    case (.share, _):
      return head + "\(percent(value)) of \(base) ratings"
        + (cell.reference.map { ", elsewhere \(percent($0))" } ?? "")
    case (.count, _): return head + Words.count(cell.count, "rating")
    case (.alpha, _), (.specific, _):
      let sign = map.measure == .alpha ? "α" : "agreement"
      return head + "\(sign) \(Figures.share(value))\(interval(cell)) in \(base) comparisons"
        + (cell.reference.map { ", all \(Figures.share($0))" } ?? "")
    }
  }

  /// Two labels as one name.
  private static func pair(_ pair: HeatPair) -> String {
    "\(Words.name(pair.first, limit: 20)) ↔ \(Words.name(pair.second, limit: 20))"
  }

  static func interval(_ cell: HeatCell) -> String {
    cell.estimate.interval95.map { " [\(Figures.share($0.lower)), \(Figures.share($0.upper))]" }
      ?? ""
  }

  private static func percent(_ share: Double) -> String {
    let places = share > 0 && share < 0.01 ? 1 : 0
    return Figures.fixed(share * 100, places: places) + " %"
  }
}
