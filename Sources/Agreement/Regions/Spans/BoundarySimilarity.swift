/// Boundary similarity B of two segmentations (Fournier 2013): borders that match, borders that
/// nearly do, and borders that only one side has.
public struct BoundarySimilarity: Equatable, Sendable {
  /// Borders at the same position.
  public let matches: Int
  /// Pairs of borders less than `window` apart.
  public let nearMisses: Int
  /// The distances of the near misses, added up.
  public let distance: Int
  /// Borders of one side without a counterpart.
  public let additions: Int
  public let window: Int

  /// Compares the borders between segments given by their lengths.
  ///
  /// - Parameter window: n_t; borders less than this apart are near misses. At least 1.
  public init(masses first: [Int], _ second: [Int], window: Int = 2) {
    self.init(borders: Self.borders(first), Self.borders(second), window: window)
  }

  /// Compares two sets of border positions. O(n log n + unmatched²).
  public init(borders first: Set<Int>, _ second: Set<Int>, window: Int = 2) {
    precondition(window > 0, "the window of near misses is at least 1")
    let one = first.subtracting(second).sorted()
    let other = second.subtracting(first).sorted()
    let best = Self.nearMisses(one, other, window)
    matches = first.count - one.count
    nearMisses = best.pairs
    distance = best.distance
    additions = one.count + other.count - 2 * best.pairs
    self.window = window
  }

  /// 1 − (additions + Σ distance / n_t) / (additions + near misses + matches); 1 where neither side
  /// has a border.
  public var value: Double {
    let all = additions + nearMisses + matches
    guard all > 0 else { return 1 }
    return 1 - (Double(additions) + Double(distance) / Double(window)) / Double(all)
  }

  private static func borders(_ masses: [Int]) -> Set<Int> {
    var position = 0
    return Set(
      masses.dropLast().map { mass in
        position += mass
        return position
      })
  }

  private struct Course {
    var pairs = 0
    var distance = 0
  }

  /// The near misses that leave least to add and least to move.
  private static func nearMisses(_ one: [Int], _ other: [Int], _ window: Int) -> Course {
    func cost(_ course: Course) -> Int { course.distance - 2 * window * course.pairs }
    var row = Array(repeating: Course(), count: other.count + 1)
    for position in one {
      var diagonal = row[0]
      for (index, partner) in other.enumerated() {
        let above = row[index + 1]
        var best = cost(row[index]) < cost(above) ? row[index] : above
        let apart = abs(position - partner)
        if apart < window {
          var paired = diagonal
          paired.pairs += 1
          paired.distance += apart
          if cost(paired) < cost(best) { best = paired }
        }
        diagonal = above
        row[index + 1] = best
      }
    }
    return row[other.count]
  }
}
