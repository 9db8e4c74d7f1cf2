import Domain

/// All distances of a list of values, computed once.
struct DistanceTable: Sendable {
  /// By code: the place among the used ones, or −1.
  private var places: [Int]
  /// By the larger place, then the smaller.
  private var triangle: [Double] = []

  /// O(used²) distances.
  init(_ used: [Int], _ values: [Value], _ distance: some ValueDistance) {
    places = Array(repeating: -1, count: values.count)
    triangle.reserveCapacity(used.count * max(used.count - 1, 0) / 2)
    for (place, code) in used.enumerated() {
      places[code] = place
      for earlier in used[..<place] {
        triangle.append(distance.between(values[earlier], values[code]))
      }
    }
  }

  /// The distance of two used codes; 0 of a code to itself.
  func distance(_ one: Int, _ other: Int) -> Double {
    let first = min(places[one], places[other])
    let second = max(places[one], places[other])
    return first == second || first < 0 ? 0 : triangle[second * (second - 1) / 2 + first]
  }
}
