/// A text laid out in lines of a given width, from the top down and only as far as was asked for.
///
/// Lines break at blanks, beside ideographs, at line feeds of the text, and inside a word only where
/// the word alone is too wide. What has been laid out is kept, so that scrolling costs what it shows.
package struct TextFlow: Sendable {
  package let width: Int
  private let text: Untrusted
  /// The byte at which each line known so far begins; the last one has not been laid out yet.
  private var starts: [Int]
  private var isComplete: Bool

  /// A text that will be shown `width` cells wide, at least two.
  package init(_ text: Untrusted, width: Int) {
    self.text = text
    self.width = max(2, width)
    isComplete = text.bytes.isEmpty
    starts = text.bytes.isEmpty ? [] : [0]
  }

  package init(_ text: String, width: Int) { self.init(Untrusted(text), width: width) }

  /// The number of lines, or `limit` where there are at least so many. O(bytes of the lines asked for).
  package mutating func lineCount(upTo limit: Int) -> Int {
    layOut(through: limit)
    return min(limit, starts.count - (isComplete ? 0 : 1))
  }

  /// The lines in a range, fewer at the end of the text.
  package mutating func lines(_ range: Range<Int>) -> [SafeText] {
    let count = lineCount(upTo: range.upperBound)
    guard range.lowerBound < count else { return [] }
    return (range.lowerBound..<count).map {
      LineBreaker(text, at: starts[$0], width: width).line.text
    }
  }

  /// The byte of the text at which a line begins; for lines beyond its end, the end of what is known.
  package mutating func start(ofLine line: Int) -> Int {
    layOut(through: line + 1)
    return line < starts.count ? starts[line] : starts.last ?? 0
  }

  /// Every line of a text. O(text), so for short ones.
  package static func lines(of text: Untrusted, width: Int) -> [SafeText] {
    var flow = TextFlow(text, width: width)
    return flow.lines(0..<Int.max)
  }

  /// Every line of a text. O(text), so for short ones.
  package static func lines(of text: String, width: Int) -> [SafeText] {
    lines(of: Untrusted(text), width: width)
  }

  private mutating func layOut(through count: Int) {
    while !isComplete, starts.count <= count {
      let end = LineBreaker(text, at: starts[starts.count - 1], width: width).line.end
      if let end { starts.append(end) } else { isComplete = true }
    }
  }
}
