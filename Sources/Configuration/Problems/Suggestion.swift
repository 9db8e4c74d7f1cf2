/// What a mistyped word was probably meant to be.
enum Suggestion {
  /// `did you mean "label"?`, or nil where nothing known comes near.
  ///
  /// O(candidates × length²); words beyond 64 scalars are left out.
  static func words(for word: String, among candidates: [String]) -> String? {
    if candidates.contains(where: { $0 == word && !$0.utf8.elementsEqual(word.utf8) }) {
      return "the one that is known looks the same but has other code points; copy it from there"
    }
    return nearest(to: word, among: candidates).map { "did you mean \(Quotation.quoted($0))?" }
  }

  /// Beyond this many candidates no nearest one is looked for: a hostile file is to be refused fast.
  static let candidateLimit = 500

  /// The candidate that goes on where `word` stops, else the one with the fewest edits, at most a
  /// third of the word's length; the first of several.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.unicodeScalars)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    if typed.count > 2, let longer = candidates.first(where: { $0.utf8.starts(with: word.utf8) }) {
      return longer
    }
    var best: String?
    var fewest = max(1, typed.count / 3) + 1
    for candidate in candidates.prefix(candidateLimit) {
      let other = Array(candidate.unicodeScalars)
      guard other.count <= 64, abs(other.count - typed.count) < fewest else { continue }
      let edits = distance(typed, other)
      if edits < fewest {
        fewest = edits
        best = candidate
      }
    }
    return best
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var edits = min(row[j], above[j + 1]) + 1
        edits = min(edits, above[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, before[j - 1] + 1)
        }
        row.append(edits)
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
