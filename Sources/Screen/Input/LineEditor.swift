/// One line of text under a cursor, edited with the keys of a shell.
package struct LineEditor: Hashable, Sendable {
  package private(set) var beforeCursor: String
  package private(set) var afterCursor: String

  /// A line with the cursor at its end.
  package init(_ text: String = "") {
    beforeCursor = text
    afterCursor = ""
  }

  package var text: String { beforeCursor + afterCursor }

  /// Inserts text at the cursor; line feeds become blanks, other controls are left out.
  package mutating func insert(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        beforeCursor.append(" ")
      } else if scalar.value >= 0x20, scalar.value != 0x7F, !(0x80..<0xA0).contains(scalar.value) {
        beforeCursor.unicodeScalars.append(scalar)
      }
    }
  }

  /// Does what a key means here and says whether it meant anything.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): if !beforeCursor.isEmpty { beforeCursor.removeLast() }
    case .delete, .control("d"): if !afterCursor.isEmpty { afterCursor.removeFirst() }
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("u"): beforeCursor = ""
    case .control("k"): afterCursor = ""
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func moveLeft() {
    guard let last = beforeCursor.popLast() else { return }
    afterCursor = String(last) + afterCursor
  }

  private mutating func moveRight() {
    guard let first = afterCursor.first else { return }
    afterCursor.removeFirst()
    beforeCursor.append(first)
  }

  private mutating func moveToStart() {
    afterCursor = text
    beforeCursor = ""
  }

  private mutating func moveToEnd() {
    beforeCursor = text
    afterCursor = ""
  }

  private mutating func deleteWord() {
    while beforeCursor.last == " " { beforeCursor.removeLast() }
    while let last = beforeCursor.last, last != " " { beforeCursor.removeLast() }
  }
}
