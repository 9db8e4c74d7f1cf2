/// How many bytes must be inserted, removed, replaced or swapped with their neighbour to turn one
/// name into another (Damerau 1964, Levenshtein 1966).
enum EditDistance {
  private static let lengthLimit = 64

  /// The name that is nearest, where it is near enough to be a slip of the pen: at most a third of
  /// the bytes. The first in order wins among equals.
  static func nearest(to name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard wanted.count <= lengthLimit else { return nil }
    var best: String?
    var least = max(1, wanted.count / 3) + 1
    for candidate in names.prefix(1000) {
      let bytes = Array(candidate.lowercased().utf8)
      guard bytes.count <= lengthLimit else { continue }
      let distance = between(wanted, bytes)
      if distance < least {
        least = distance
        best = candidate
      }
    }
    return best
  }

  static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let cost = left[i] == right[j] ? 0 : 1
        var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
