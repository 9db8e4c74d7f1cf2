/// Running text of several lines under a cursor, as it stands in lines of a width.
package struct TextEditor: Hashable, Sendable {
  package private(set) var beforeCursor: String
  package private(set) var afterCursor: String

  /// The text as it is drawn, with the cursor's place in it.
  package struct Layout: Hashable, Sendable {
    package let lines: [SafeText]
    /// Line and cell of the cursor.
    package let cursor: Position
  }

  /// A text with the cursor at its end.
  package init(_ text: String = "") {
    beforeCursor = text
    afterCursor = ""
  }

  package var text: String { beforeCursor + afterCursor }

  /// Inserts text at the cursor. Line ends of other systems become line feeds, tabs blanks; other
  /// controls are left out.
  package mutating func insert(_ text: String) {
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: continue
      case 0x0A, 0x0D: beforeCursor.unicodeScalars.append("\n")
      case 0x09: beforeCursor.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: continue
      default: beforeCursor.unicodeScalars.append(scalar)
      }
    }
  }

  /// Does what a key means here and says whether it meant anything.
  ///
  /// - Parameter width: cells of a line, for keys that move between lines.
  package mutating func handle(_ key: Key, width: Int) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter: insert("\n")
    case .backspace, .control("h"): if !beforeCursor.isEmpty { beforeCursor.removeLast() }
    case .delete, .control("d"): if !afterCursor.isEmpty { afterCursor.removeFirst() }
    case .left, .control("b"): move(to: beforeCursor.dropLast().utf8.count)
    case .right, .control("f"):
      move(to: beforeCursor.utf8.count + (afterCursor.first.map { String($0).utf8.count } ?? 0))
    case .up, .control("p"): moveLine(by: -1, width: width)
    case .down, .control("n"): moveLine(by: 1, width: width)
    case .home, .control("a"): move(to: lineStart)
    case .end, .control("e"): move(to: lineEnd)
    case .control("u"): beforeCursor = String(decoding: bytes[..<lineStart], as: UTF8.self)
    case .control("k"):
      afterCursor = String(decoding: bytes[lineEnd...], as: UTF8.self)
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  /// The text in lines of a width. O(text).
  package func layout(width: Int) -> Layout {
    let source = Untrusted(text)
    let width = max(2, width)
    let starts = starts(width: width)
    let row = line(of: beforeCursor.utf8.count, starts)
    let column = cells(from: starts[row], to: beforeCursor.utf8.count)
    let lines = starts.enumerated().map { index, start in
      // What follows the last line feed is a line without anything in it.
      index > 0 && start == source.bytes.count
        ? SafeText() : LineBreaker(source, at: start, width: width).line.text
    }
    return Layout(lines: lines, cursor: Position(row: row, column: min(column, width)))
  }

  private var bytes: [UInt8] { Array(text.utf8) }

  /// The byte at which each line begins; one for a text without anything in it.
  private func starts(width: Int) -> [Int] {
    let source = Untrusted(text)
    var starts = [0]
    while let end = LineBreaker(source, at: starts[starts.count - 1], width: max(2, width)).line.end
    {
      starts.append(end)
    }
    if bytes.last == 0x0A { starts.append(bytes.count) }
    return starts
  }

  private func line(of offset: Int, _ starts: [Int]) -> Int {
    starts.lastIndex { $0 <= offset } ?? 0
  }

  private func cells(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return SafeText(String(decoding: bytes[start..<end], as: UTF8.self)).width
  }

  private mutating func move(to offset: Int) {
    let bytes = bytes
    beforeCursor = String(decoding: bytes[..<offset], as: UTF8.self)
    afterCursor = String(decoding: bytes[offset...], as: UTF8.self)
  }

  /// To the same cell of another line, or the last one before it; at the ends of the text to these.
  private mutating func moveLine(by step: Int, width: Int) {
    let starts = starts(width: width)
    let offset = beforeCursor.utf8.count
    let row = line(of: offset, starts)
    guard starts.indices.contains(row + step) else { return move(to: step < 0 ? 0 : bytes.count) }
    let column = cells(from: starts[row], to: offset)
    let next = row + step + 1
    let end = next < starts.count ? starts[next] : bytes.count
    let text = String(decoding: bytes[starts[row + step]..<end], as: UTF8.self)
    var place = starts[row + step]
    var used = 0
    for character in text {
      let cells = SafeText(String(character)).width
      let isEnd =
        character.isNewline || place + String(character).utf8.count >= end && next < starts.count
      guard used + cells <= column, !isEnd else { break }
      used += cells
      place += String(character).utf8.count
    }
    move(to: place)
  }

  /// Of the line between two line feeds.
  private var lineStart: Int {
    let bytes = bytes[..<beforeCursor.utf8.count]
    return bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    let bytes = bytes
    return bytes[beforeCursor.utf8.count...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private mutating func deleteWord() {
    while beforeCursor.last == " " { beforeCursor.removeLast() }
    while let last = beforeCursor.last, last != " ", !last.isNewline { beforeCursor.removeLast() }
  }
}
