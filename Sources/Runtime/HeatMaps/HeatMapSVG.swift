import Agreement
import Interchange
import Screen

/// A heat map as a picture: rectangles with figures, names at their sides, each cell's counts as its
/// title. It needs no font and no style from elsewhere.
package enum HeatMapSVG {
  /// The stops of the light theme, with the ink that reads best on each.
  private static let stops = [
    "#f2f0ec", "#e6d1b0", "#e4ad71", "#e0843e", "#cf5f2e", "#b2422e", "#8e2e2d",
  ]
  private static let darkFrom = 5
  private static let cellWidth = 46
  private static let cellHeight = 22
  private static let letter = 7
  private static let widestName = 28

  package static func text(_ drawn: DrawnHeatMap) -> String {
    let map = drawn.map
    let left = 16 + letter * widest(map.rows.names)
    let head = 52 + letter * widest(map.columns.names)
    let width = max(left + map.columns.count * cellWidth + 16, 560)
    let height = head + map.rows.count * cellHeight + 56
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="ui-monospace, monospace" font-size="12">
      """,
      "<title>\(escaped(title(drawn)))</title>",
      ##"<rect width="100%" height="100%" fill="#fcfcfa"/>"##,
      label(title(drawn), x: 12, y: 22, "font-weight=\"bold\""),
    ]
    for column in 0..<map.columns.count {
      let x = left + column * cellWidth + cellWidth / 2 + 4
      lines.append(
        label(
          clipped(map.columns.names[column]), x: x, y: head - 8,
          "transform=\"rotate(-90 \(x) \(head - 8))\""))
    }
    for row in 0..<map.rows.count {
      let y = head + row * cellHeight
      lines.append(
        label(
          clipped(map.rows.names[row]), x: left - 8, y: y + 15, "text-anchor=\"end\""))
      for column in 0..<map.columns.count {
        let place = HeatPlace(row: row, column: column)
        lines += cell(map, place, x: left + column * cellWidth, y: y)
      }
    }
    let foot = head + map.rows.count * cellHeight + 24
    lines.append(label(HeatMapWords.measure(map), x: 12, y: foot, "fill=\"#59626d\""))
    if map.cells.contains(where: { $0.isTooFew && $0.value != nil }) {
      lines.append(
        label("(…) fewer than \(map.enough)", x: 12, y: foot + 18, "fill=\"#59626d\""))
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private static func cell(_ map: HeatMap, _ place: HeatPlace, x: Int, y: Int) -> [String] {
    let cell = map[place]
    let step = map.step(place)
    let fill = step.map { stops[$0] } ?? "#fcfcfa"
    let ink = (step ?? 0) >= darkFrom ? "#ffffff" : step == nil ? "#59626d" : "#0b0d10"
    let figure = HeatMapWords.figure(cell, map.measure)
    let shown = cell.isTooFew && cell.value != nil ? "(\(figure))" : figure
    let about =
      cell.value == nil
      ? cell.estimate.explanation ?? ""
      : HeatMapWords.sentence(map, place) + HeatMapWords.interval(cell)
    return [
      "<g><title>\(escaped(about))</title>",
      """
      <rect x="\(x)" y="\(y)" width="\(cellWidth - 1)" height="\(cellHeight - 1)" fill="\(fill)"/>
      """,
      label(
        shown, x: x + cellWidth - 8, y: y + 15, "text-anchor=\"end\" fill=\"\(ink)\"") + "</g>",
    ]
  }

  private static func title(_ drawn: DrawnHeatMap) -> String {
    let names = [drawn.name, drawn.question].compactMap { $0 }.map { Words.plain($0) }
    return names.joined(separator: ", ") + ": " + HeatMapWords.title(drawn)
  }

  private static func label(_ text: String, x: Int, y: Int, _ attributes: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" \(attributes)>\(escaped(text))</text>"
  }

  private static func widest(_ names: [String]) -> Int {
    names.reduce(4) { max($0, min(widestName, SafeText($1).width)) }
  }

  private static func clipped(_ name: String) -> String {
    SafeText(name).clippedInMiddle(to: widestName).plain
  }

  /// Text from outside for a place between tags: made visible first, so that no control is left that
  /// XML forbids, then with its own marks as entities.
  private static func escaped(_ text: String) -> String {
    Markup.escaped(SafeText.line(text))
  }
}
