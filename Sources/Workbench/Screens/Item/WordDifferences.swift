import Screen

/// Which words two texts do not share, by their places.
///
/// Only the first words of long texts are compared, and nothing is marked where the texts share too
/// little: then everything differs, and marks would say nothing.
package struct WordDifferences {
  /// Words compared of each text: the comparison takes time in their product.
  private static let limit = 400

  package let first: Set<Int>
  package let second: Set<Int>

  package init(_ first: String, _ second: String) {
    let one = Self.words(first)
    let other = Self.words(second)
    let difference = other.difference(from: one)
    let shared = one.count - difference.removals.count
    guard shared * 10 >= min(one.count, other.count) * 3, shared > 0 else {
      self.first = []
      self.second = []
      return
    }
    self.first = Set(difference.removals.map(Self.place))
    self.second = Set(difference.insertions.map(Self.place))
  }

  /// Visits the words of a laid-out line with the cells they take.
  ///
  /// - Returns: the place of the word after the last one.
  static func visitWords(
    of line: SafeText, from place: Int, _ body: (Int, Range<Int>) -> Void
  ) -> Int {
    var next = place
    var start: Int?
    var column = 0
    for piece in line.pieces {
      if piece.cluster == .blank {
        if let begun = start {
          body(next, begun..<column)
          next += 1
          start = nil
        }
      } else if start == nil {
        start = column
      }
      column += Int(piece.width)
    }
    if let begun = start {
      body(next, begun..<column)
      next += 1
    }
    return next
  }

  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var rest = text[...]
    while words.count < limit {
      rest = rest.drop { $0.isWhitespace }
      guard !rest.isEmpty else { break }
      let word = rest.prefix { !$0.isWhitespace }
      words.append(word)
      rest = rest.dropFirst(word.count)
    }
    return words
  }

  private static func place(_ change: CollectionDifference<Substring>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
