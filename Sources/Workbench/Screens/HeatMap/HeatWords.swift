import Agreement
import Domain
import Screen

/// What a heat map says in words: the name of the map, of a row, a cell with its figures.
struct HeatWords {
  private let model: Model
  private let look: LabelLook

  init(_ model: Model) {
    self.model = model
    look = model.look
  }

  private var page: HeatMapPage? { model.heatMap.page?.value }

  /// `label × channel`.
  var title: SafeText {
    guard let page else { return SafeText() }
    let map = page.map
    let columns =
      map.columns.subject == .slice
      ? SafeText(page.slice ?? "slice") : SafeText(map.columns.subject.rawValue)
    var title: SafeText
    switch map.of {
    case .all: title = "\(map.rows.subject.rawValue) × \(columns)"
    case .open: title = "label × label, open"
    case .overruled: title = "label × ruling"
    }
    if page.questions.count > 1, let question = page.question {
      title = "\(SafeText(question.text)): \(title)"
    }
    return title
  }

  func label(_ name: String) -> SafeText {
    name.isEmpty ? "(empty)" : look.name(LabelID(name))
  }

  /// What rows or columns are called on screen.
  func names(_ axis: HeatAxis) -> [SafeText] {
    axis.names.indices.map { name(axis, $0) }
  }

  func name(_ axis: HeatAxis, _ position: Int) -> SafeText {
    switch axis.subject {
    case .label: label(axis.names[position])
    case .pair: pair(axis.pairs[position])
    case .annotator, .batch, .week, .slice, .version: SafeText(axis.names[position])
    }
  }

  func pair(_ pair: HeatPair) -> SafeText { "\(label(pair.first)) ↔ \(label(pair.second))" }

  /// Names as they head columns: weeks of one year by their number, batches with a sign.
  func heads(_ axis: HeatAxis) -> [SafeText] {
    switch axis.subject {
    case .week:
      let named = axis.names.indices.filter { !axis.isUnnamed($0) }
      let years = Set(named.map { axis.names[$0].prefix(4) })
      return axis.names.indices.map { position in
        if axis.isUnnamed(position) { return "none" }
        let name = axis.names[position]
        return SafeText(String(years.count == 1 ? name.suffix(2) : name.suffix(5)))
      }
    default:
      return axis.names.indices.map { axis.isUnnamed($0) ? "none" : name(axis, $0) }
    }
  }

  /// A column in a sentence: `week 45`, `batch 2`, `chat`.
  func column(_ map: HeatMap, _ position: Int) -> SafeText {
    let axis = map.columns
    if axis.isUnnamed(position) { return "no \(axis.subject.rawValue)" }
    switch axis.subject {
    case .week: return "week \(heads(axis)[position])"
    case .batch: return "batch \(axis.names[position])"
    default: return name(axis, position)
    }
  }

  /// A cell's figure; `·` where there is none, or too little behind it.
  func figure(_ cell: HeatCell) -> String {
    guard let map = page?.map, let value = cell.value else { return "·" }
    return map.measure == .count ? Figures.count(cell.count) : Figures.share(value)
  }

  /// What the cells are, for the legend.
  var measure: SafeText {
    guard let map = page?.map else { return SafeText() }
    switch (map.measure, map.rows.subject, map.columns.subject) {
    case (.share, .label, .label):
      return map.of == .overruled ? "share of ratings" : "share of the row's pairs"
    case (.share, .annotator, _): return "share that differs"
    case (.share, .pair, _): return "share of pairs"
    case (.share, _, _): return "off the others by"
    case (.count, .annotator, _): return "common items"
    case (.count, .label, .label):
      return map.of == .overruled ? "ratings" : "pairs"
    case (.count, .pair, _): return "pairs"
    case (.count, _, _): return "ratings"
    case (.alpha, .annotator, _): return "κ, hot is low"
    case (.alpha, _, _): return "α, hot is low"
    case (.specific, .label, .label): return "share of pairs"
    case (.specific, _, _): return "agreement, hot is low"
    }
  }

  /// The measure in one word.
  var short: SafeText {
    guard let map = page?.map else { return SafeText() }
    return switch map.measure {
    case .share: "share"
    case .count: map.rows.subject == .annotator ? "items" : "ratings"
    case .alpha: map.rows.subject == .annotator ? "κ" : "α"
    case .specific: "agreement"
    }
  }

  /// The figures of the cell under the cursor, for the clipboard.
  var figures: String {
    guard let page, let cell = model.heatMap.cell else { return "" }
    let place = model.heatMap.place
    var text = name(page.map.rows, place.row).plain
    text += " / " + column(page.map, place.column).plain + ": " + figure(cell)
    if let interval = cell.estimate.interval95 {
      text += " [\(Figures.share(interval.lower)), \(Figures.share(interval.upper))]"
    }
    text += ", \(Figures.count(cell.count)) of \(Figures.count(cell.base))"
    if let reference = cell.reference { text += ", \(reason.plain) \(Figures.share(reference))" }
    return text
  }

  /// What the reference of a cell is.
  var reason: SafeText {
    guard let map = page?.map else { return SafeText() }
    switch (map.rows.subject, map.columns.subject, map.measure) {
    case (.pair, _, _), (_, _, .alpha), (_, _, .specific): return "over all"
    case (.label, .label, _): return map.of == .overruled ? "ruled so over all" : "by chance"
    case (.annotator, _, _): return "by chance"
    default: return "elsewhere"
    }
  }
}
