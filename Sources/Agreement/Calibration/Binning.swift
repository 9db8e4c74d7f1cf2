/// How confidences are sorted into bins.
public enum Binning: Hashable, Sendable {
  /// Bins of the same width over 0 to 1, closed on the right; 0 falls into the first.
  case equalWidth(Int)

  /// Bins with nearly the same number of events each. Equal confidences stay together, in the bin
  /// that the middle of their ranks falls into, so the order of the events plays no part.
  case equalMass(Int)

  /// A bin for every confidence that occurs.
  case distinctValues

  /// The bin of every confidence, in their order, and the number of bins. O(n), for equal mass and
  /// distinct values O(n log n).
  func places(of confidences: [Double]) -> (bins: [Int], count: Int) {
    switch self {
    case .equalWidth(let count):
      precondition(count > 0, "confidences are sorted into one bin or more")
      return (confidences.map { Self.bin($0, of: count) }, count)
    case .equalMass(let count):
      precondition(count > 0, "confidences are sorted into one bin or more")
      let scale = max(1, 2 * confidences.count)
      return (
        Self.byRank(confidences) { ranks, _ in
          (ranks.lowerBound + ranks.upperBound) * count / scale
        }, count
      )
    case .distinctValues:
      let places = Self.byRank(confidences) { _, group in group }
      return (places, (places.max() ?? -1) + 1)
    }
  }

  /// The bin k with k/count < confidence ≤ (k+1)/count.
  private static func bin(_ confidence: Double, of count: Int) -> Int {
    let bins = Double(count)
    var place = min(max(Int((confidence * bins).rounded(.up)) - 1, 0), count - 1)
    while place > 0, confidence <= Double(place) / bins { place -= 1 }
    while place < count - 1, confidence > Double(place + 1) / bins { place += 1 }
    return place
  }

  /// A bin for each group of equal confidences, from its ranks and its place among the groups.
  private static func byRank(
    _ confidences: [Double], _ bin: (Range<Int>, Int) -> Int
  ) -> [Int] {
    let order = confidences.indices.sorted { confidences[$0] < confidences[$1] }
    var places = Array(repeating: 0, count: confidences.count)
    var start = 0
    var group = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, confidences[order[end]] == confidences[order[start]] { end += 1 }
      let place = bin(start..<end, group)
      for index in order[start..<end] { places[index] = place }
      start = end
      group += 1
    }
    return places
  }
}
