import Screen

/// A text laid out in lines, some of whose words are marked.
struct MarkedFlow {
  struct Line: Hashable {
    var text: SafeText
    /// Cells under which a line goes: neighbouring words are one phrase.
    var marks: [Range<Int>]

    static let empty = Self(text: SafeText(), marks: [])
  }

  private var flow: TextFlow
  private let words: TextWords?
  private let marks: Set<Int>

  /// - Parameter marks: places of words, as `WordDifferences` counts them.
  init(_ text: String, width: Int, marks: Set<Int> = []) {
    flow = TextFlow(text, width: width)
    self.marks = marks
    words = marks.isEmpty ? nil : TextWords(text, upTo: WordDifferences.limit)
  }

  /// The number of lines, or `limit` where there are at least so many.
  mutating func lineCount(upTo limit: Int) -> Int { flow.lineCount(upTo: limit) }

  /// The lines in a range, fewer at the end of the text.
  mutating func lines(_ range: Range<Int>) -> [Line] {
    let texts = flow.lines(range)
    guard let words else { return texts.map { Line(text: $0, marks: []) } }
    return texts.enumerated().map { index, text in
      let first = words.place(at: flow.start(ofLine: range.lowerBound + index))
      return Line(text: text, marks: phrases(in: text, from: first))
    }
  }

  private func phrases(in line: SafeText, from first: Int) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    var word = first
    var start: Int?
    var column = 0
    // Whether the word before on this line was marked as well.
    var goesOn = false
    func end(_ begun: Int) {
      let isMarked = marks.contains(word)
      if isMarked, goesOn, let last = phrases.popLast() {
        phrases.append(last.lowerBound..<column)
      } else if isMarked {
        phrases.append(begun..<column)
      }
      goesOn = isMarked
      word += 1
    }
    for piece in line.pieces {
      if piece.cluster == .blank {
        if let begun = start { end(begun) }
        start = nil
      } else if start == nil {
        start = column
      }
      column += Int(piece.width)
    }
    if let begun = start { end(begun) }
    return phrases
  }
}

extension Grid {
  /// Writes a line and underlines what is marked in it.
  ///
  /// - Returns: the cells it took.
  @discardableResult
  mutating func put(
    _ line: MarkedFlow.Line, at position: Position, width: Int = .max, role: Role = .text,
    attributes: Attributes = []
  ) -> Int {
    let used = put(line.text, at: position, width: width, role: role, attributes: attributes)
    for cells in line.marks where cells.lowerBound < used {
      add(
        .underline,
        to: Rect(
          row: position.row, column: position.column + cells.lowerBound,
          width: min(used, cells.upperBound) - cells.lowerBound, height: 1))
    }
    return used
  }
}
