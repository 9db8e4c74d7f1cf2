public import Domain

/// Rankings: the share of pairs of labels that stand the other way round, a pair tied in one
/// ranking only counting half (Kendall 1938; Fagin et al. 2006, K with p = 1/2).
///
/// A label that only one ranking names is tied for the last place in the other. O(n log n).
public struct RankingDistance: ValueDistance {
  public init() {}

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .ranking(let first) = one, case .ranking(let second) = other else {
      return plain(one, other)
    }
    let firstPlaces = Self.places(first)
    let secondPlaces = Self.places(second)
    let labels = Set(firstPlaces.keys).union(secondPlaces.keys)
    guard labels.count > 1 else { return 0 }
    var pairs = labels.map {
      Place(first: firstPlaces[$0] ?? first.count, second: secondPlaces[$0] ?? second.count)
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    let tiedInBoth = Self.ties(pairs.map { [$0.first, $0.second] })
    let tiedInFirst = Self.ties(pairs.map(\.first))
    let tiedInSecond = Self.ties(pairs.map(\.second).sorted())
    var order = pairs.map(\.second)
    let reversed = Self.inversions(&order)
    let tiedOnce = tiedInFirst + tiedInSecond - 2 * tiedInBoth
    let all = Double(labels.count) * Double(labels.count - 1) / 2
    return (Double(reversed) + Double(tiedOnce) / 2) / all
  }

  private struct Place {
    let first: Int
    let second: Int
  }

  private static func places(_ groups: [[LabelID]]) -> [LabelID: Int] {
    var places: [LabelID: Int] = [:]
    for (place, group) in groups.enumerated() {
      for label in group where places[label] == nil { places[label] = place }
    }
    return places
  }

  /// The number of pairs of equal elements, which stand together.
  private static func ties(_ sorted: [some Equatable]) -> Int {
    var pairs = 0
    var run = 0
    for index in sorted.indices.dropFirst() {
      run = sorted[index] == sorted[index - 1] ? run + 1 : 0
      pairs += run
    }
    return pairs
  }

  /// The number of pairs out of order; sorts by merging.
  private static func inversions(_ values: inout [Int]) -> Int {
    var count = 0
    var width = 1
    var merged = values
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var left = start
        var right = middle
        for target in start..<end {
          if right == end || (left < middle && values[left] <= values[right]) {
            merged[target] = values[left]
            left += 1
          } else {
            merged[target] = values[right]
            right += 1
            count += middle - left
          }
        }
      }
      swap(&values, &merged)
      width *= 2
    }
    return count
  }
}
