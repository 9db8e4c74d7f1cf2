import Screen

/// Where the fields of a form and the rulings beside it lie.
struct FormLayout {
  /// What is written: names of the fields at the left, their text behind them.
  let fields: Rect
  /// The rulings, their heading included; nil where they stand in place of the fields.
  let rulings: Rect?
  /// The line between both, where they stand side by side.
  let rule: Int?
  /// Cells before the text of a field.
  let indent: Int

  init(_ size: Size) {
    let isTall = size.height >= 30
    let isLow = size.height < 20
    let top = isTall ? 4 : isLow ? 2 : 3
    let bottom = size.height - (isLow ? 1 : 2)
    indent = size.width < 60 ? 12 : 17
    if size.width >= 100, !isLow {
      rule = 72
      fields = Rect(row: top, column: 0, width: 71, height: max(1, bottom - top))
      let column = 74
      rulings = Rect(
        row: top, column: column, width: min(72, size.width - 1 - column),
        height: max(1, bottom - top))
      return
    }
    rule = nil
    guard !isLow else {
      fields = Rect(row: top, column: 0, width: size.width, height: max(1, bottom - top))
      rulings = nil
      return
    }
    let rows = max(5, (size.height - 9) / 3)
    let width = min(size.width, 90)
    fields = Rect(row: top, column: 0, width: width, height: max(1, bottom - rows - 1 - top))
    rulings = Rect(row: bottom - rows, column: 1, width: width - 2, height: rows)
  }

  /// Where the rulings are listed: beside or below the fields, else in their place.
  var rulingArea: Rect {
    rulings
      ?? Rect(row: fields.row, column: 1, width: fields.width - 2, height: fields.height)
  }

  /// Rulings that are in view at once, without headings.
  var rulingRows: Int { max(1, rulingArea.height - 1) }

  /// Cells that the text of a field is wide.
  var textWidth: Int { max(8, min(72, fields.width - indent - (fields.width < 60 ? 1 : 10))) }
}
