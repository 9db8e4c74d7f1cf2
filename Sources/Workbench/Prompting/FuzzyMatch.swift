import Screen

/// How well typed letters fit a name, and which of its cells they are.
struct FuzzyMatch: Hashable {
  /// The better, the smaller; kinds of fits do not mix.
  enum Rank: Int, Comparable {
    case whole
    case beginning
    /// A word of the name begins like this.
    case word
    /// Each letter begins a word, in order: `sl` in `save-limit`.
    case initials
    case within
    /// The letters stand in the name in order, with others between.
    case scattered

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  let rank: Rank
  /// The places of the typed letters among the name's clusters, ascending.
  let places: [Int]

  /// Letters match in either case.
  ///
  /// - Returns: nil where the letters do not stand in the name. A single letter only finds beginnings
  ///   of words: anywhere else it would find everything.
  init?(_ needle: String, in name: SafeText) {
    let wanted = needle.lowercased().map { String($0) }
    let letters = name.pieces.map { piece in
      String(String.UnicodeScalarView(piece.cluster.scalars)).lowercased()
    }
    guard !wanted.isEmpty, wanted.count <= letters.count else { return nil }
    let starts = letters.indices.filter { $0 == 0 || Self.parts.contains(letters[$0 - 1]) }
    if let run = starts.first(where: { Self.stands(wanted, at: $0, in: letters) }) {
      rank = run > 0 ? .word : letters.count == wanted.count ? .whole : .beginning
      places = Array(run..<run + wanted.count)
      return
    }
    guard wanted.count > 1 else { return nil }
    if let found = Self.subsequence(wanted, of: letters, among: starts) {
      rank = .initials
      places = found
    } else if let run = letters.indices.first(where: { Self.stands(wanted, at: $0, in: letters) }) {
      rank = .within
      places = Array(run..<run + wanted.count)
    } else if let found = Self.subsequence(wanted, of: letters, among: Array(letters.indices)) {
      rank = .scattered
      places = found
    } else {
      return nil
    }
  }

  /// Letters that lie over a wide stretch fit worse.
  var spread: Int {
    guard let first = places.first, let last = places.last else { return 0 }
    return last - first
  }

  private static func stands(_ wanted: [String], at start: Int, in letters: [String]) -> Bool {
    start + wanted.count <= letters.count
      && zip(wanted, letters[start...]).allSatisfy { $0 == $1 }
  }

  private static func subsequence(
    _ wanted: [String], of letters: [String], among places: [Int]
  ) -> [Int]? {
    var found: [Int] = []
    var rest = places[...]
    for letter in wanted {
      guard let place = rest.firstIndex(where: { letters[$0] == letter }) else { return nil }
      found.append(rest[place])
      rest = rest[(place + 1)...]
    }
    return found
  }

  private static let parts: Set<String> = ["-", " ", ".", "_", "/", ":"]
}
