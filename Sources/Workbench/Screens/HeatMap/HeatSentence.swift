import Agreement
import Screen

/// What a heat map finds: its hottest cell, then what Enter does.
struct HeatSentence {
  private let model: Model
  private let words: HeatWords

  init(_ model: Model) {
    self.model = model
    words = HeatWords(model)
  }

  var sentence: Sentence {
    guard let page = model.heatMap.page?.value else { return Sentence("Reading the sums …") }
    guard page.question != nil else {
      return Sentence(
        "No ratings with labels yet.", "Import an export, then this shows what is mixed up.")
    }
    guard model.heatMap.hasCell else { return nothing(page.map) }
    guard page.firm > 0, let place = page.hottest.first else {
      return sentence(calm(page.map), page)
    }
    return sentence(hot(page, place), page)
  }

  /// With as much of the tail as there is room for.
  private func sentence(_ lead: SafeText, _ page: HeatMapPage) -> Sentence {
    let room = model.size.width - 1 - lead.width - 4
    return Sentence(lead, tails(page).first { $0.width <= room } ?? SafeText())
  }

  private func nothing(_ map: HeatMap) -> Sentence {
    switch map.of {
    case .open: Sentence("No item waits for a ruling.", "f shows all items.")
    case .overruled: Sentence("Nothing was ruled yet.", "f shows all items.")
    case .all where map.rows.subject == .pair && map.ratings > 0:
      Sentence("No two labels ever met.", "Tab shows the next map.")
    case .all: Sentence("There is nothing to draw.", "Tab shows the next map.")
    }
  }

  private func calm(_ map: HeatMap) -> SafeText {
    map.isHeldAgainstChance
      ? "No two labels are mixed up more than chance explains."
      : "No cell with \(map.enough) or more behind it is hot."
  }

  private func hot(_ page: HeatMapPage, _ place: HeatPlace) -> SafeText {
    let map = page.map
    let cell = map[place]
    let (row, column) = (words.name(map.rows, place.row), words.column(map, place.column))
    let figure = words.figure(cell)
    let beside = cell.reference.map { ", \(words.reason.plain) \(Figures.share($0))" } ?? ""
    switch (map.kind, map.measure) {
    case (.labelLabel, .share) where map.of == .overruled:
      return "\(row) is ruled \(column) most often: \(figure) of its ratings."
    case (.labelLabel, .count) where map.of == .overruled:
      return "\(row) was ruled \(column) most often: \(figure) ratings."
    case (.labelLabel, .count):
      return "\(row) and \(column) meet most often: \(figure) pairs."
    case (.labelLabel, .alpha): return "\(row) and \(column) are told apart worst: α \(figure)."
    case (.labelLabel, _):
      let open: SafeText = map.of == .open ? " among open items" : ""
      return "\(row) against \(column) is the hottest cell\(open): \(figure)\(trend(page, place))."
    case (.annotatorAnnotator, .alpha): return "\(row) and \(column) agree least: κ \(figure)."
    case (.annotatorAnnotator, .share):
      return "\(row) and \(column) differ most: on \(figure) of \(Figures.count(cell.base)) items."
    case (.annotatorAnnotator, _):
      return "\(row) and \(column) share most items: \(figure)."
    case (.labelAnnotator, .share):
      return "\(column) gives \(row) unlike the others: \(figure)\(beside)."
    case (.labelAnnotator, .count): return "\(column) gives \(row) most often: \(figure) times."
    case (.labelAnnotator, _): return "\(column) agrees least on \(row): \(figure)\(beside)."
    case (.labelBatch, .share), (.labelWeek, .share), (.labelSlice, .share),
      (.labelVersion, .share):
      return "\(row) stands out in \(column): \(figure)\(beside)."
    case (.labelBatch, .count), (.labelWeek, .count), (.labelSlice, .count),
      (.labelVersion, .count):
      return "\(row) is given most often in \(column): \(figure) times."
    case (.labelBatch, _), (.labelWeek, _), (.labelSlice, _), (.labelVersion, _):
      return "\(row) is agreed on least in \(column): \(figure)\(beside)."
    default: return changed(map) ?? "\(row) is hottest in \(column): \(figure)\(beside)."
    }
  }

  /// `, and rising since week 09` where that is more than noise.
  private func trend(_ page: HeatMapPage, _ place: HeatPlace) -> SafeText {
    guard let weeks = page.weeks,
      let row = page.pairRow(
        weeks, page.map.rows.names[place.row], page.map.columns.names[place.column]),
      let change = weeks.change(row: row), change.isBeyondNoise
    else { return SafeText() }
    let since = words.column(weeks, change.first)
    return ", and \(change.value > 0 ? "rising" : "falling") since \(since)"
  }

  /// The pair that changed most, where that is more than noise.
  private func changed(_ map: HeatMap) -> SafeText? {
    guard map.measure == .share, map.columns.subject.isTime else { return nil }
    var largest: (row: Int, change: HeatChange)?
    for row in 0..<map.rows.count {
      guard let change = map.change(row: row), change.isBeyondNoise,
        change.value.magnitude > largest?.change.value.magnitude ?? 0
      else { continue }
      largest = (row, change)
    }
    guard let largest else { return nil }
    let value = largest.change.value
    let since = words.column(map, largest.change.first)
    return
      "\(words.name(map.rows, largest.row)) \(value > 0 ? "rose" : "fell") most since \(since): "
      + "\(Figures.change(value))."
  }

  /// What Enter does with the cell under the cursor, the long way first.
  private func tails(_ page: HeatMapPage) -> [SafeText] {
    if model.heatMap.isLoading { return ["Reading …"] }
    if HeatMapScreen(model).unavailable(.open) != nil { return [] }
    let place = model.heatMap.place
    let short: [SafeText] = ["Enter opens its items.", "Enter: items."]
    guard let units = page.units(behind: place) else {
      guard page.map[place].count > 0 else { return [] }
      return ["Enter opens the items behind the cell."] + short
    }
    guard units > 0 else { return ["No item is behind this cell."] }
    let cell: SafeText = page.hottest.first == place ? "its" : "the cell's"
    return units == 1
      ? ["Enter opens \(cell) one item.", "Enter: its item."]
      : ["Enter opens \(cell) \(Figures.count(units)) items."] + short
  }
}
