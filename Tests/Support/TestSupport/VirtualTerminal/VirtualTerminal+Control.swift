import Screen

extension VirtualTerminal {
  mutating func obey(escape letter: Character) {
    switch letter {
    case "7": saved = (cursor, style)
    case "8": (cursor, style) = saved
    case "D": lineFeed()
    case "E":
      cursor.column = 0
      lineFeed()
    case "M":
      if cursor.row == region.lowerBound {
        scroll(region, by: -1)
      } else {
        cursor.row = max(0, cursor.row - 1)
      }
    case "c": self = VirtualTerminal(size: size)
    case "=", ">", "\\": break
    default: unknown.append("ESC \(letter)")
    }
  }

  mutating func obey(_ sequence: ControlParser.Sequence) {
    if sequence.mark == "?", sequence.letter == "h" || sequence.letter == "l" {
      for mode in sequence.numbers { set(mode, isOn: sequence.letter == "h") }
      return
    }
    guard sequence.mark == nil else {
      // Questions to the terminal and settings of its keyboard draw nothing.
      if !"cmnpqtu".contains(sequence.letter) { unknown.append("CSI \(sequence)") }
      return
    }
    switch sequence.letter {
    case "m": setStyle(sequence.numbers)
    case "r": setRegion(sequence)
    case "h", "l", "t", "n", "c": break
    default: if !moved(sequence) && !edited(sequence) { unknown.append("CSI \(sequence)") }
    }
  }

  /// Obeys a sequence that moves the cursor, or says that it is none.
  private mutating func moved(_ sequence: ControlParser.Sequence) -> Bool {
    let count = sequence.number(0)
    switch sequence.letter {
    case "A": cursor.row -= count
    case "B", "e": cursor.row += count
    case "C", "a": cursor.column += count
    case "D": cursor.column -= count
    case "E": cursor = Position(row: cursor.row + count, column: 0)
    case "F": cursor = Position(row: cursor.row - count, column: 0)
    case "G", "`": cursor.column = count - 1
    case "d": cursor.row = count - 1
    case "H", "f": cursor = Position(row: count - 1, column: sequence.number(1) - 1)
    case "I": cursor.column = (cursor.column / 8 + count) * 8
    case "Z": cursor.column = ((cursor.column + 7) / 8 - count) * 8
    case "s": saved = (cursor, style)
    case "u": (cursor, style) = saved
    default: return false
    }
    cursor.row = min(max(0, cursor.row), size.height - 1)
    cursor.column = min(max(0, cursor.column), size.width - 1)
    wrapsNext = false
    return true
  }

  /// Obeys a sequence that changes cells, or says that it is none.
  private mutating func edited(_ sequence: ControlParser.Sequence) -> Bool {
    let count = sequence.number(0)
    let here = index(cursor.row, cursor.column)
    let end = index(cursor.row, 0) + size.width
    switch sequence.letter {
    case "J": eraseScreen(sequence.number(0, default: 0))
    case "K":
      switch sequence.number(0, default: 0) {
      case 0: erase(here..<end)
      case 1: erase(end - size.width..<here + 1)
      default: erase(end - size.width..<end)
      }
    case "X": erase(here..<min(end, here + count))
    case "@", "P":
      let row = Array(cells[here..<end])
      let shift = sequence.letter == "P" ? count : -count
      for offset in row.indices {
        let source = offset + shift
        cells[here + offset] = row.indices.contains(source) ? row[source] : erased
      }
    case "L" where region.contains(cursor.row):
      scroll(cursor.row..<region.upperBound, by: -count)
    case "M" where region.contains(cursor.row):
      scroll(cursor.row..<region.upperBound, by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "b": repeatLast(count)
    default: return false
    }
    return true
  }

  private mutating func eraseScreen(_ part: Int) {
    let here = index(cursor.row, cursor.column)
    switch part {
    case 0: erase(here..<cells.count)
    case 1: erase(0..<here + 1)
    default: erase(0..<cells.count)
    }
  }

  private mutating func setRegion(_ sequence: ControlParser.Sequence) {
    let top = sequence.number(0) - 1
    let bottom = min(sequence.number(1, default: size.height), size.height)
    if top < bottom { region = top..<bottom }
    cursor = Position(row: 0, column: 0)
    wrapsNext = false
  }

  private mutating func set(_ mode: Int, isOn: Bool) {
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    guard mode == 1049 || mode == 1047 || mode == 47 else { return }
    if isOn, main == nil {
      if mode == 1049 { saved = (cursor, style) }
      main = cells
      erase(0..<cells.count)
    } else if !isOn, let restored = main {
      cells = restored
      main = nil
      if mode == 1049 { (cursor, style) = saved }
    }
  }

  private mutating func setStyle(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = Style()
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 22: style.attributes.subtract([.bold, .dim])
      case 24: style.attributes.remove(.underline)
      case 27: style.attributes.remove(.reverse)
      case 30...37: style.foreground = .indexed(UInt8(number - 30))
      case 38: style.foreground = colour(from: &rest)
      case 39: style.foreground = .standard
      case 40...47: style.background = .indexed(UInt8(number - 40))
      case 48: style.background = colour(from: &rest)
      case 49: style.background = .standard
      case 90...97: style.foreground = .indexed(UInt8(number - 82))
      case 100...107: style.background = .indexed(UInt8(number - 92))
      default: unknown.append("SGR \(number)")
      }
    }
  }

  private func colour(from rest: inout ArraySlice<Int>) -> Colour {
    switch rest.popFirst() {
    case 5: return .indexed(UInt8(truncatingIfNeeded: rest.popFirst() ?? 0))
    case 2:
      let parts = rest.prefix(3).map { UInt32(truncatingIfNeeded: $0) & 0xFF }
      rest = rest.dropFirst(3)
      return .direct(parts.reduce(0) { $0 << 8 | $1 })
    default: return .standard
    }
  }
}
