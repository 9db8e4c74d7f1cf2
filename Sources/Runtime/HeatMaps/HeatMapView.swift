import Agreement
import Screen

/// The part of a heat map that fits into 80 columns, as lines.
///
/// Column headings are names, shortened where they stay apart, while all columns fit; else numbers:
/// those of the rows where rows and columns are the same things, else with a key below.
struct HeatMapView {
  /// A mark before a figure, and the step of heat from which on it stands there.
  struct Mark {
    let step: Int
    let glyph: String
  }

  static let marks = [
    Mark(step: 1, glyph: "░"), Mark(step: 3, glyph: "▒"), Mark(step: 5, glyph: "▓"),
    Mark(step: 6, glyph: "█"),
  ]

  private static let width = 80
  private static let widestName = 22
  private static let widestPair = 34
  private static let mostRows = 40
  private static let widestHeading = 11

  /// The positions that are shown, ascending.
  let rows: [Int]
  let columns: [Int]
  private let map: HeatMap
  private let cellWidth: Int
  private let isNumbered: Bool
  private let nameWidth: Int
  /// The room for what became of each row over time; 0 where that is not shown.
  private let changeWidth: Int
  private let widestName: Int
  /// By position.
  private let headings: [String]

  init(_ map: HeatMap) {
    self.map = map
    let figures = map.cells.reduce(3) { widest, cell in
      max(widest, SafeText(HeatMapWords.figure(cell, map.measure)).width)
    }
    // A mark, the figure, and the brackets of too few.
    let narrow = figures + 2
    changeWidth = map.rows.subject == .pair && map.columns.subject.isTime ? 8 : 0
    widestName = map.rows.subject == .pair ? Self.widestPair : Self.widestName
    let name = min(widestName, map.rows.names.map { SafeText($0).width }.max() ?? 0)
    let room = Self.width - 2 - name - changeWidth
    let heads = Self.heads(map.columns)
    let widest = heads.map { min(Self.widestHeading, $0.width) }.max() ?? 0
    let wide = min(max(narrow, widest + 1), room / max(1, map.columns.count) - 1)
    let clipped = heads.map { $0.clippedInMiddle(to: max(0, wide - 1)) }
    if wide >= narrow, Set(clipped).count == clipped.count || clipped == heads {
      headings = clipped.map(\.plain)
      isNumbered = false
      (nameWidth, cellWidth) = (name, wide)
    } else {
      headings = map.columns.names.indices.map { "\($0 + 1)" }
      isNumbered = true
      let digits = headings.last?.utf8.count ?? 1
      nameWidth = name + (map.kind.isSquare ? digits + 1 : 0)
      cellWidth = max(narrow, digits + 1)
    }
    (rows, columns) = Self.chosen(
      map, columns: max(1, (Self.width - 2 - nameWidth - changeWidth) / (cellWidth + 1)))
  }

  /// Names as they head columns: weeks of one year without it.
  private static func heads(_ axis: HeatAxis) -> [SafeText] {
    let years = Set(axis.names.map { $0.prefix(4) })
    guard axis.subject == .week, years.count == 1 else { return axis.names.map { SafeText($0) } }
    return axis.names.map { SafeText(String($0.suffix(3))) }
  }

  var lines: [String] {
    var lines = [line("", columns.map { headings[$0] }, changeWidth > 0 ? "change" : "")]
    for row in rows {
      lines.append(
        line(
          name(row), columns.map { cell(HeatPlace(row: row, column: $0)) },
          changeWidth > 0 ? HeatMapWords.change(map.change(row: row), map.measure) : ""))
    }
    return lines + key
  }

  /// By what those shown were chosen.
  func reason(_ axis: HeatAxis) -> String {
    axis.subject.isTime ? "the latest" : "those with the hottest cells"
  }

  /// What has the hottest cells, in the order of the axes; of time the latest.
  private static func chosen(_ map: HeatMap, columns most: Int) -> (rows: [Int], columns: [Int]) {
    let hottest = map.hottest(map.cells.count)
    func choose(_ axis: HeatAxis, _ most: Int, _ places: [Int]) -> [Int] {
      guard axis.count > most else { return Array(0..<axis.count) }
      if axis.subject.isTime { return Array((axis.count - most)..<axis.count) }
      let largest = (0..<axis.count).sorted {
        (axis.sizes[$1], $0) < (axis.sizes[$0], $1)
      }
      var seen: Set<Int> = []
      return (places + largest).filter { seen.insert($0).inserted }.prefix(most).sorted()
    }
    if map.kind.isSquare {
      let both = choose(
        map.rows, min(most, mostRows), hottest.flatMap { [$0.row, $0.column] })
      return (both, both)
    }
    return (
      choose(map.rows, mostRows, hottest.map(\.row)),
      choose(map.columns, most, hottest.map(\.column))
    )
  }

  private func name(_ row: Int) -> String {
    let name = SafeText(map.rows.names[row]).clippedInMiddle(to: widestName).plain
    guard isNumbered, map.kind.isSquare else { return name }
    let digits = String(map.rows.count).utf8.count
    let number = "\(row + 1)"
    return String(repeating: " ", count: digits - number.utf8.count) + number + " " + name
  }

  private func cell(_ place: HeatPlace) -> String {
    let cell = map[place]
    let figure = HeatMapWords.figure(cell, map.measure)
    guard cell.value != nil else { return figure + " " }
    if cell.isTooFew { return "(\(figure))" }
    let step = map.step(place) ?? 0
    let mark = Self.marks.last { $0.step <= step }?.glyph ?? ""
    return "\(mark)\(figure) "
  }

  /// A line of the table, without blanks at its end.
  private func line(_ name: String, _ cells: [String], _ change: String) -> String {
    var text = "  " + name
    text += String(repeating: " ", count: max(0, nameWidth - SafeText(name).width))
    for cell in cells {
      // Headings stand over the figures, not over the bracket that may follow these.
      let shown = name.isEmpty ? cell + " " : cell
      let padding = max(0, cellWidth - SafeText(shown).width)
      text += " " + String(repeating: " ", count: padding) + shown
    }
    if !change.isEmpty {
      text += String(repeating: " ", count: max(1, changeWidth - SafeText(change).width)) + change
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// What the numbers stand for, where no row says it.
  private var key: [String] {
    guard isNumbered, !map.kind.isSquare else { return [] }
    let entries = columns.map { column in
      "\(column + 1) \(SafeText(map.columns.names[column]).clippedInMiddle(to: 30).plain)"
    }
    var lines: [String] = []
    for entry in entries {
      if let last = lines.last,
        SafeText(last).width + SafeText(entry).width + 2 <= Self.width - 2
      {
        lines[lines.count - 1] = last + "  " + entry
      } else {
        lines.append("  " + entry)
      }
    }
    return [""] + lines
  }
}
