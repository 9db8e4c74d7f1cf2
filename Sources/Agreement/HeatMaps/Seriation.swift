/// Puts what is alike side by side: average linkage (Sokal & Michener 1958) along a chain of nearest
/// neighbours (Murtagh 1983), then each branch of the tree turned so that the ends that touch are as
/// alike as they can be.
///
/// Everything starts from the names in byte order, and equal likeness is decided by it, so the outcome
/// depends neither on codes nor on the order in which ratings came. O(n²) time and memory.
enum Seriation {
  /// - Parameters:
  ///   - names: Distinct ones, by position.
  ///   - likeness: Of two positions, the same both ways, finite.
  /// - Returns: The positions in their new order.
  static func order(names: [String], likeness: (Int, Int) -> Double) -> [Int] {
    let start = names.indices.sorted { one, other in
      let (first, second) = (names[one].utf8, names[other].utf8)
      return first.elementsEqual(second)
        ? one < other : first.lexicographicallyPrecedes(second)
    }
    guard start.count > 2 else { return start }
    var tree = Tree(count: start.count) { likeness(start[$0], start[$1]) }
    tree.join()
    return tree.leaves.map { start[$0] }
  }

  private struct Tree {
    private let count: Int
    /// Of the leaves, as asked.
    private let likeness: [Double]
    /// Of the clusters that stand in a row's place.
    private var linkage: [Double]
    /// By place: the leaves of its cluster from one end to the other; empty once it was joined.
    private var clusters: [[Int]]

    init(count: Int, likeness: (Int, Int) -> Double) {
      self.count = count
      var table = Array(repeating: 0.0, count: count * count)
      for one in 0..<count {
        for other in one + 1..<count {
          let value = likeness(one, other)
          table[one * count + other] = value
          table[other * count + one] = value
        }
      }
      self.likeness = table
      linkage = table
      clusters = (0..<count).map { [$0] }
    }

    /// All leaves, the end with the smaller one first.
    var leaves: [Int] {
      let all = clusters.first { !$0.isEmpty } ?? []
      guard let first = all.first, let last = all.last else { return [] }
      return first < last ? all : all.reversed()
    }

    mutating func join() {
      var chain: [Int] = []
      for _ in 1..<count {
        if chain.isEmpty, let first = clusters.firstIndex(where: { !$0.isEmpty }) {
          chain.append(first)
        }
        while let end = chain.last {
          let before = chain.count > 1 ? chain[chain.count - 2] : nil
          let next = nearest(end, preferring: before)
          if next == before { break }
          chain.append(next)
        }
        let (one, other) = (chain.removeLast(), chain.removeLast())
        merge(min(one, other), max(one, other))
      }
    }

    /// The place most like `place`; of several the one that the chain came from, then the first.
    private func nearest(_ place: Int, preferring earlier: Int?) -> Int {
      var best = earlier
      for other in 0..<count where other != place && !clusters[other].isEmpty {
        guard let known = best else {
          best = other
          continue
        }
        if linkage[place * count + other] > linkage[place * count + known] { best = other }
      }
      return best ?? place
    }

    /// Joins two clusters in the first one's place.
    private mutating func merge(_ one: Int, _ other: Int) {
      let (first, second) = (clusters[one], clusters[other])
      let (weight, added) = (Double(first.count), Double(second.count))
      for third in 0..<count where third != one && third != other && !clusters[third].isEmpty {
        let near = linkage[one * count + third]
        let far = linkage[other * count + third]
        // Rounding must not make a mean larger than its parts: the chain would never end.
        let mean = min(
          (weight * near + added * far) / (weight + added), max(near, far))
        linkage[one * count + third] = mean
        linkage[third * count + one] = mean
      }
      clusters[one] = turned(first, second)
      clusters[other] = []
    }

    /// The four ways to lay two rows end to end; the first of the best.
    private func turned(_ first: [Int], _ second: [Int]) -> [Int] {
      let ways: [([Int], [Int])] = [
        (first, second), (first, second.reversed()), (first.reversed(), second),
        (first.reversed(), second.reversed()),
      ]
      var best = ways[0]
      for way in ways.dropFirst() where touching(way) > touching(best) { best = way }
      return best.0 + best.1
    }

    private func touching(_ way: ([Int], [Int])) -> Double {
      guard let end = way.0.last, let start = way.1.first else { return 0 }
      return likeness[end * count + start]
    }
  }
}
