import Domain
import Screen

/// The fields of a form, line by line.
struct FormLines {
  struct Line {
    var field: FormField?
    /// At the left, before the text.
    var name = SafeText()
    var sign = SafeText()
    var signRole = Role.text
    var text = SafeText()
    var role = Role.text
    var labels: [LabelID] = []
    var right = SafeText()
    var isBold = false
  }

  let lines: [Line]
  /// The line and cell at which the cursor stands while a field is written.
  let cursor: Position?
  private let width: Int
  private let look: LabelLook

  init(_ model: Model, _ form: FormModel, _ layout: FormLayout) {
    width = layout.textWidth
    look = model.look
    var lines: [Line] = []
    var cursor: Position?
    var last: FormField?
    for field in form.fields {
      if let last, Self.hasGap(between: last, and: field) { lines.append(Line()) }
      let start = lines.count
      var made: [Line]
      if form.field == field, let editor = form.editor {
        let laid = editor.layout(width: width)
        made = laid.lines.map { Line(field: field, text: $0) }
        cursor = Position(row: start + laid.cursor.row, column: laid.cursor.column)
      } else if field == .labels {
        made = Self.labels(form.draft.clause.labels, look, width)
      } else {
        made = Self.text(form.text(of: field), field, width)
      }
      made[0].name = Self.name(field, after: last)
      Self.sign(&made[0], field)
      if let unit = form.unit(of: field) {
        made[0].right = SafeText(unit.item.text).clipped(to: 12)
      }
      if field == .title { made[0].isBold = true }
      lines += made
      last = field
    }
    lines += Self.born(form.draft.clause.bornFrom, width)
    self.lines = lines
    self.cursor = cursor
  }

  /// Examples stand together, everything else apart.
  private static func hasGap(between last: FormField, and field: FormField) -> Bool {
    switch (last, field) {
    case (.example, .example), (.counterExample, .counterExample), (.example, .counterExample):
      false
    default: true
    }
  }

  private static func name(_ field: FormField, after last: FormField?) -> SafeText {
    switch field {
    case .title: "title"
    case .labels: "labels"
    case .statement: "statement"
    case .text: "says"
    case .example(let index): index == 0 ? "examples" : ""
    case .counterExample(let index): index == 0 ? "counter-ex." : ""
    }
  }

  private static func sign(_ line: inout Line, _ field: FormField) {
    switch field {
    case .example: (line.sign, line.signRole) = ("+", .good)
    case .counterExample: (line.sign, line.signRole) = ("−", .bad)
    default: break
    }
  }

  private static func text(_ text: String, _ field: FormField, _ width: Int) -> [Line] {
    guard !text.isEmpty else { return [Line(field: field, text: wanted(field), role: .faint)] }
    let lines = TextFlow.lines(of: text, width: width).map { Line(field: field, text: $0) }
    return lines.isEmpty ? [Line(field: field)] : lines
  }

  /// What an empty field asks for.
  private static func wanted(_ field: FormField) -> SafeText {
    switch field {
    case .title: "what it is called"
    case .labels: "all of them"
    case .statement: "what is to be done"
    case .text: "nothing yet"
    case .example: "a case to which it applies"
    case .counterExample: "a case that only looks like it"
    }
  }

  private static func labels(_ labels: [LabelID], _ look: LabelLook, _ width: Int) -> [Line] {
    guard !labels.isEmpty else { return text("", .labels, width) }
    var lines: [Line] = []
    var used = width
    for label in labels {
      let cells = look.name(label).width + 3
      if used + cells > width, lines.last?.labels.isEmpty != true {
        lines.append(Line(field: .labels))
        used = 0
      }
      lines[lines.count - 1].labels.append(label)
      used += cells
    }
    return lines
  }

  private static func born(_ positions: [Int], _ width: Int) -> [Line] {
    guard !positions.isEmpty else { return [] }
    let list = positions.map { Figures.count($0) }.joined(separator: "  ")
    let count: SafeText = positions.count == 1 ? "1 ruling" : "\(positions.count) rulings"
    var lines = TextFlow.lines(of: list, width: width).prefix(3).map {
      Line(text: $0, role: .dim)
    }
    lines.insert(Line(name: "born from", text: count, role: .dim), at: 0)
    return [Line()] + lines
  }

  /// The first line to draw, so that the field that is written, and its cursor, is in view.
  func top(_ form: FormModel, height: Int) -> Int {
    let first = lines.firstIndex { $0.field == form.field } ?? 0
    let last = cursor?.row ?? lines.lastIndex { $0.field == form.field } ?? first
    let wanted = cursor?.row ?? first
    guard last >= height else { return 0 }
    return max(0, min(max(last - height + 1, wanted - height + 1), lines.count - height))
  }

  /// - Returns: where the cursor stands, where a field is written.
  @discardableResult
  func draw(_ form: FormModel, in grid: inout Grid, _ layout: FormLayout) -> Position? {
    let area = layout.fields
    let top = top(form, height: area.height)
    let isFocused = form.focus == .fields
    for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      let row = area.row + offset
      if line.field == form.field {
        let ground: Ground = form.editor != nil ? .input : isFocused ? .selection : .selectionOff
        grid.fill(Rect(row: row, column: 0, width: area.width, height: 1), ground: ground)
        if isFocused { grid.put("▌", at: Position(row: row, column: 0), role: .accent) }
      }
      draw(line, in: &grid, row: row, layout)
    }
    return cursor.map {
      Position(
        row: area.row + $0.row - top,
        column: min(layout.indent + $0.column, grid.size.width - 1))
    }
  }

  private func draw(_ line: Line, in grid: inout Grid, row: Int, _ layout: FormLayout) {
    grid.put(
      line.name, at: Position(row: row, column: 1), width: layout.indent - 3, role: .heading)
    grid.put(line.sign, at: Position(row: row, column: layout.indent - 2), role: line.signRole)
    var column = layout.indent
    for label in line.labels {
      Stripe.draw(look.role(label), in: &grid, at: Position(row: row, column: column))
      column += 1
      column +=
        grid.put(
          look.name(label), at: Position(row: row, column: column), width: width - 1) + 2
    }
    grid.put(
      line.text, at: Position(row: row, column: column), role: line.role,
      attributes: line.isBold && line.role == .text ? .bold : [])
    guard !line.right.isEmpty else { return }
    grid.putRight(
      line.right, row: row, end: layout.fields.width - 1,
      width: max(0, layout.fields.width - 1 - layout.indent - line.text.width - 1), role: .dim)
  }
}
