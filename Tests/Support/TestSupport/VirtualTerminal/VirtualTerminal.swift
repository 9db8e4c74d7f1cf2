package import Screen

/// A terminal that only renders: enough of xterm to show what a curses program draws.
///
/// Tests look at the rendered screen, never at the bytes, in which redraws split words.
package struct VirtualTerminal {
  package private(set) var size: Size
  package var cells: [VirtualCell]
  package var cursor = Position(row: 0, column: 0)
  /// The private modes that are on: 25 cursor, 1049 alternate screen, 2004 bracketed paste.
  package internal(set) var modes: Set<Int> = [7, 25]
  /// Every operating system command that was sent, such as a title.
  package private(set) var commands: [String] = []
  /// Sequences that this terminal does not know; a test that draws should leave none.
  package internal(set) var unknown: [String] = []
  /// How often the bell rang.
  package private(set) var bellCount = 0
  var style = Style()
  var region: Range<Int>
  var wrapsNext = false
  var saved: (cursor: Position, style: Style) = (Position(row: 0, column: 0), Style())
  var main: [VirtualCell]?
  private var lastPrinted: Unicode.Scalar = " "
  private var parser = ControlParser()

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: VirtualCell(), count: size.width * size.height)
    region = 0..<size.height
  }

  /// Whether the alternate screen is shown.
  package var isAlternate: Bool { main != nil }

  /// The rows as they read, without trailing blanks.
  package var rows: [String] { (0..<size.height).map(text(ofRow:)) }

  /// The whole screen as it reads.
  package var text: String { rows.joined(separator: "\n") }

  package func text(ofRow row: Int) -> String {
    var text = cells[row * size.width..<(row + 1) * size.width].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  package subscript(row: Int, column: Int) -> VirtualCell { cells[row * size.width + column] }

  /// Renders what a program wrote.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let action = parser.take(byte) else { continue }
      switch action {
      case .print(let scalar): print(scalar)
      case .control(let control): obey(control)
      case .escape(let letter): obey(escape: letter)
      case .sequence(let sequence): obey(sequence)
      case .command(let text): commands.append(text)
      }
    }
  }

  /// Takes another size and keeps what fits at the top left.
  package mutating func resize(to new: Size) {
    cells = Self.fitted(cells, from: size, to: new)
    main = main.map { Self.fitted($0, from: size, to: new) }
    size = new
    region = 0..<new.height
    cursor.row = min(cursor.row, new.height - 1)
    cursor.column = min(cursor.column, new.width - 1)
    wrapsNext = false
  }

  mutating func print(_ scalar: Unicode.Scalar) {
    let kind = ScalarClass(scalar)
    guard let width = kind.width else {
      combine(scalar)
      return
    }
    if wrapsNext || cursor.column + width > size.width {
      guard modes.contains(7) else { return }
      cursor.column = 0
      lineFeed()
    }
    wrapsNext = false
    put(String(Character(scalar)), width: width)
    lastPrinted = scalar
  }

  mutating func repeatLast(_ count: Int) {
    for _ in 0..<count { print(lastPrinted) }
  }

  mutating func lineFeed() {
    wrapsNext = false
    if cursor.row == region.upperBound - 1 {
      scroll(region, by: 1)
    } else if cursor.row < size.height - 1 {
      cursor.row += 1
    }
  }

  /// Moves the rows of a region up, or down where the count is negative; new rows are erased.
  mutating func scroll(_ rows: Range<Int>, by count: Int) {
    guard !rows.isEmpty else { return }
    let width = size.width
    let block = Array(cells[rows.lowerBound * width..<rows.upperBound * width])
    for row in rows {
      let source = row + count
      for column in 0..<width {
        cells[row * width + column] =
          rows.contains(source) ? block[(source - rows.lowerBound) * width + column] : erased
      }
    }
  }

  /// What an erased cell looks like: the background of the moment stays.
  var erased: VirtualCell { VirtualCell(style: Style(background: style.background)) }

  mutating func erase(_ range: Range<Int>) {
    for index in range { cells[index] = erased }
  }

  func index(_ row: Int, _ column: Int) -> Int { row * size.width + column }

  private mutating func put(_ text: String, width: Int) {
    let index = index(cursor.row, cursor.column)
    breakWide(at: index)
    if width == 2 { breakWide(at: index + 1) }
    cells[index] = VirtualCell(text: text, style: style)
    if width == 2 { cells[index + 1] = VirtualCell(text: "", style: style) }
    cursor.column += width
    if cursor.column >= size.width {
      cursor.column = size.width - 1
      wrapsNext = true
    }
  }

  /// Blanks what is left of a wide character when one half of it is written over.
  private mutating func breakWide(at index: Int) {
    if cells[index].text.isEmpty, index > 0 { cells[index - 1].text = " " }
    if index + 1 < cells.count, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = wrapsNext ? cursor.column : cursor.column - 1
    guard column >= 0 else { return }
    if cells[index(cursor.row, column)].text.isEmpty, column > 0 { column -= 1 }
    cells[index(cursor.row, column)].text.unicodeScalars.append(scalar)
  }

  private mutating func obey(_ control: UInt8) {
    switch control {
    case 0x07: bellCount += 1
    case 0x08:
      cursor.column = max(0, cursor.column - 1)
      wrapsNext = false
    case 0x09: cursor.column = min(size.width - 1, (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D:
      cursor.column = 0
      wrapsNext = false
    default: break
    }
  }

  private static func fitted(
    _ cells: [VirtualCell], from old: Size, to new: Size
  ) -> [VirtualCell] {
    var fitted = Array(repeating: VirtualCell(), count: new.width * new.height)
    for row in 0..<min(old.height, new.height) {
      for column in 0..<min(old.width, new.width) {
        fitted[row * new.width + column] = cells[row * old.width + column]
      }
    }
    return fitted
  }
}
