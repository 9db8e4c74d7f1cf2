import Agreement
import Screen
import Workbench

/// `heatmap` for people at 80 columns: a sentence with the hottest cell, the table, what its marks
/// mean, and the hottest cells in words. It reads the same without colour.
package enum HeatMapText {
  /// Cells in words.
  private static let listed = 8

  package static func lines(_ drawn: DrawnHeatMap) -> [String] {
    let map = drawn.map
    var lines = TextLines.wrapped(headline(drawn), indent: 0)
    let hottest = map.hottest(listed)
    if let first = hottest.first {
      lines += TextLines.wrapped("Hottest: \(HeatMapWords.sentence(map, first)).", indent: 0)
    }
    guard map.ratings > 0, map.rows.count > 0, map.columns.count > 0 else {
      return lines + [HeatMapWords.nothing(map)]
    }
    let view = HeatMapView(map)
    lines += [""] + view.lines + [""] + legend(map) + notes(map, view)
    lines += borders(drawn)
    lines += words(map, hottest)
    if drawn.rowsRefused > 0 {
      lines += ["", "\(Words.count(drawn.rowsRefused, "row")) left out: they could not be read."]
    }
    return lines
  }

  private static func headline(_ drawn: DrawnHeatMap) -> String {
    let map = drawn.map
    var text = Words.plain(drawn.name, limit: 30)
    if let question = drawn.question { text += ", " + Words.plain(question, limit: 30) }
    text += ": \(HeatMapWords.title(drawn)), \(Words.count(map.ratings, "rating"))"
    text += " of \(Words.count(map.units, "item"))"
    if let alpha = map.overall.value { text += ", α \(Figures.share(alpha))" }
    return text
  }

  private static func legend(_ map: HeatMap) -> [String] {
    let marks = HeatMapView.marks.map { mark in
      let stop = map.scale.stops[mark.step - 1]
      let figure =
        map.measure == .count
        ? Figures.count(Int(stop.rounded(.up)))
        : Figures.share(map.scale.heat == .shortfall ? 1 - stop : stop)
      return "\(mark.glyph) \(figure)"
    }
    var line = "  \(HeatMapWords.heat(map)) " + marks.joined(separator: "  ")
    if map.cells.contains(where: { $0.isTooFew && $0.value != nil }) {
      line += "   () under \(map.enough)"
    }
    if map.cells.contains(where: { $0.value == nil }) { line += "   · no figure" }
    return TextLines.wrapped("Cells: \(HeatMapWords.measure(map)).", indent: 2) + [line]
  }

  /// What is not in the table, and where it is.
  private static func notes(_ map: HeatMap, _ view: HeatMapView) -> [String] {
    var notes: [String] = []
    for (shown, axis) in [(view.rows.count, map.rows), (view.columns.count, map.columns)] {
      if map.kind.isSquare, axis == map.columns, !notes.isEmpty { continue }
      let whole = axis.count + axis.omitted
      guard shown < whole else { continue }
      let which = view.reason(axis)
      notes.append(
        "\(Figures.count(shown)) of \(Words.count(whole, axis.subject.rawValue, plural: axis.subject.plural)) shown, \(which)."
          + " All\(axis.omitted > 0 ? " \(Figures.count(axis.count)) that are kept" : "")"
          + ": --csv, --json or --svg FILE.")
    }
    return notes.flatMap { TextLines.wrapped($0, indent: 2) }
  }

  /// Where label sets changed along the columns.
  private static func borders(_ drawn: DrawnHeatMap) -> [String] {
    guard let axis = LabelBorder.Axis(rawValue: drawn.map.columns.subject.rawValue),
      !drawn.borders.isEmpty
    else { return [] }
    return drawn.borders.flatMap { TextLines.wrapped($0.phrase(along: axis), indent: 2) }
      + TextLines.wrapped("Columns on its two sides are not comparable.", indent: 2)
  }

  private static func words(_ map: HeatMap, _ hottest: [HeatPlace]) -> [String] {
    guard !hottest.isEmpty else {
      var text = "No cell with \(map.enough) or more behind it is hot"
      if map.isHeldAgainstChance, let first = map.scale.stops.first {
        text +=
          ": none of \(Figures.share(first)) or more is above what chance gives by more than noise"
      }
      return [""] + TextLines.wrapped(text + ".", indent: 0) + warm(map, [])
    }
    let heading =
      map.isHeldAgainstChance
      ? "The hottest of those above chance by more than noise, first to last:"
      : "The hottest, first to last:"
    return ["", heading] + sentences(map, hottest) + warm(map, hottest)
  }

  /// What is above chance, but perhaps by accident.
  private static func warm(_ map: HeatMap, _ hottest: [HeatPlace]) -> [String] {
    guard map.isHeldAgainstChance else { return [] }
    let hot = Set(hottest.map { Set([$0.row, $0.column]) })
    let rest = map.hottest(map.cells.count, above: .none)
      .filter { !hot.contains([$0.row, $0.column]) }
      .prefix(listed - hottest.count)
    return rest.isEmpty
      ? [] : ["Above chance too, though noise could be the reason:"] + sentences(map, rest)
  }

  private static func sentences(_ map: HeatMap, _ places: some Sequence<HeatPlace>) -> [String] {
    places.flatMap { TextLines.wrapped(HeatMapWords.sentence(map, $0), indent: 2) }
  }
}

extension HeatSubject {
  /// The word for several.
  var plural: String {
    switch self {
    case .batch: "batches"
    case .slice: "values of the slice"
    default: rawValue + "s"
    }
  }
}
