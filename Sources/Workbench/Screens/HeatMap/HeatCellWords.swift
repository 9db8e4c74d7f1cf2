import Agreement
import Screen

/// What the cell under the cursor says, as facts and in a few lines.
struct HeatCellWords {
  private let page: HeatMapPage
  private let place: HeatPlace
  private let words: HeatWords

  init(_ model: Model, _ page: HeatMapPage) {
    self.page = page
    place = model.heatMap.place
    words = HeatWords(model)
  }

  private var map: HeatMap { page.map }

  /// `rider ↔ cyclist`, `refund in chat`.
  var name: SafeText {
    let (row, column) = (words.name(map.rows, place.row), words.column(map, place.column))
    switch (map.rows.subject, map.columns.subject) {
    case (.label, .label):
      if place.row == place.column { return row }
      return map.of == .overruled ? "\(row) → \(column)" : "\(row) ↔ \(column)"
    case (.annotator, _): return place.row == place.column ? row : "\(row) ↔ \(column)"
    case (_, .annotator): return "\(row), \(column)"
    default: return "\(row) in \(column)"
    }
  }

  /// The name in one line, or in two where it is wider.
  func names(width: Int) -> [SafeText] {
    guard name.width > width, map.columns.subject != .label, map.rows.subject != .annotator else {
      return [name]
    }
    return [words.name(map.rows, place.row), words.column(map, place.column)]
  }

  /// Numbers with what they are, the first for the heading.
  var facts: [FactLine.Fact] {
    let cell = map[place]
    var facts: [FactLine.Fact] = []
    if let interval = cell.estimate.interval95 {
      facts.append(
        .init(
          "95 % interval", "\(Figures.share(interval.lower)) to \(Figures.share(interval.upper))"))
    }
    facts.append(.init(counted, "\(Figures.count(cell.count))"))
    facts.append(
      .init("of", "\(Figures.count(cell.base))", role: cell.isTooFew ? .warn : .text))
    if let reference = cell.reference {
      facts.append(.init(words.reason, SafeText(Figures.share(reference))))
    }
    if map.columns.subject.isTime {
      if let before = before { facts.append(before) }
      if let change = map.change(row: place.row), map.measure != .count {
        facts.append(
          .init(
            "since \(words.column(map, change.first))", HeatChangeWords.text(change, map.measure),
            role: HeatChangeWords.role(change, map.measure)))
      }
    }
    if let pair = page.pair(at: place), let met = page.met(pair), map.columns.subject == .label {
      facts.append(.init("items", "\(Figures.count(met.units))"))
      facts.append(.init("still open", "\(Figures.count(met.open))"))
      facts.append(.init("ruled", "\(Figures.count(met.ruled))"))
      if let since = since(pair) { facts.append(since) }
    }
    return facts
  }

  /// What the newest version of the guideline with enough behind it changed: `since v3  .31 → .12`.
  private func since(_ pair: HeatPair) -> FactLine.Fact? {
    guard map.measure != .count, let versions = page.versions,
      let row = page.pairRow(versions, pair.first, pair.second),
      let change = versions.latestChange(row: row)
    else { return nil }
    let figures = [change.first, change.last].map { column in
      Figures.share(versions[HeatPlace(row: row, column: column)].value ?? 0)
    }
    return .init(
      "since \(words.column(versions, change.last))",
      SafeText(figures.joined(separator: " → ")),
      role: HeatChangeWords.role(change, .share))
  }

  /// Against the column before.
  private var before: FactLine.Fact? {
    guard place.column > 0, !map.columns.isUnnamed(place.column) else { return nil }
    let earlier = HeatPlace(row: place.row, column: place.column - 1)
    guard map.measure != .count, !map[earlier].isTooFew, !map[place].isTooFew,
      let old = map[earlier].value, let new = map[place].value
    else { return nil }
    return .init(
      "from \(words.column(map, place.column - 1))", SafeText(Figures.change(new - old)))
  }

  private var counted: SafeText {
    switch (map.rows.subject, map.columns.subject, map.measure) {
    case (.annotator, _, .count): "common items"
    case (.annotator, _, _): "items that differ"
    case (.label, .label, _): map.of == .overruled ? "ratings" : "pairs"
    case (.pair, _, _): "pairs"
    case (_, _, .alpha), (_, _, .specific): "that agree"
    default: "ratings"
    }
  }

  /// Why there is no figure, or none to judge by.
  var obstacle: SafeText? {
    let cell = map[place]
    if let reason = cell.estimate.explanation { return SafeText(reason) }
    return cell.isTooFew
      ? "Under \(map.enough): too few to judge by." : nil
  }

  func lines(width: Int) -> [SafeText] {
    var lines = [name + "  " + SafeText(words.figure(map[place]))]
    var line = SafeText()
    for fact in facts {
      let text: SafeText = "\(fact.name) \(fact.value)"
      if !line.isEmpty, line.width + 4 + text.width > width {
        lines.append(line)
        line = SafeText()
      }
      line = line.isEmpty ? text : line + "    " + text
    }
    if !line.isEmpty { lines.append(line) }
    if let obstacle { lines.append(obstacle) }
    return lines
  }
}
