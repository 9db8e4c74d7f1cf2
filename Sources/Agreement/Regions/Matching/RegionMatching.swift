/// Pairs regions one to one so that the sum of their overlaps is as large as can be.
public enum RegionMatching {
  /// In a group of regions larger than this the largest overlaps are taken first instead.
  static let exactLimit = 400

  /// The best matching among candidate pairs, by first, then second index.
  public static func best(among candidates: [RegionPair]) -> [RegionPair] {
    pairing(among: candidates).pairs
  }

  /// The best matching among candidate pairs, and whether it is the best for certain.
  ///
  /// Regions that no candidate connects are solved apart; most groups are one pair. A group of n
  /// regions takes O(n³), beyond 400 regions O(pairs · log pairs) with a result that need not be
  /// the best. Overlaps are compared to 2⁻⁴⁰; of matchings with the same sum the one with more
  /// equal labels is taken.
  static func pairing(among candidates: [RegionPair]) -> RegionPairing {
    var pairs: [RegionPair] = []
    var isBest = true
    for group in groups(candidates) {
      if group.count == 1 {
        pairs += group
      } else if let solved = solve(group) {
        pairs += solved
      } else {
        pairs += greedy(group)
        isBest = false
      }
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    return RegionPairing(pairs: pairs, isBest: isBest)
  }

  /// F1 of a matching: 2·matched / (all regions of both); 1 where there are none.
  public static func f1(matched: Int, first: Int, second: Int) -> Double {
    first + second == 0 ? 1 : 2 * Double(matched) / Double(first + second)
  }

  /// Candidates that share regions, directly or over others.
  private static func groups(_ candidates: [RegionPair]) -> [[RegionPair]] {
    var parent: [Int] = Array(candidates.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    var byFirst: [Int: Int] = [:]
    var bySecond: [Int: Int] = [:]
    for (index, pair) in candidates.enumerated() {
      if let other = byFirst[pair.first] { parent[root(index)] = root(other) }
      if let other = bySecond[pair.second] { parent[root(index)] = root(other) }
      byFirst[pair.first] = index
      bySecond[pair.second] = index
    }
    var groups: [Int: [RegionPair]] = [:]
    for (index, pair) in candidates.enumerated() { groups[root(index), default: []].append(pair) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The best matching of a group, or nil where it is too large.
  private static func solve(_ group: [RegionPair]) -> [RegionPair]? {
    let firsts = Set(group.map(\.first)).sorted()
    let seconds = Set(group.map(\.second)).sorted()
    guard firsts.count + seconds.count <= exactLimit else { return nil }
    let isTall = firsts.count > seconds.count
    let rows = isTall ? seconds : firsts
    let columns = isTall ? firsts : seconds
    let rowOf = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var costs = Array(repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    var pairs: [Int: RegionPair] = [:]
    for pair in group {
      guard let row = rowOf[isTall ? pair.second : pair.first],
        let column = columnOf[isTall ? pair.first : pair.second]
      else { continue }
      costs[row][column] = cost(pair)
      pairs[row * columns.count + column] = pair
    }
    return Assignment.cheapest(costs).enumerated().compactMap { row, column in
      pairs[row * columns.count + column]
    }
  }

  /// The overlap as a whole number, so that sums are exact and ties are ties; the lowest bits count
  /// equal labels, of which a group has fewer than 2¹⁰.
  private static func cost(_ pair: RegionPair) -> Int {
    -(Int((pair.overlap * 0x1p40).rounded()) << 10) - (pair.isSameLabel ? 1 : 0)
  }

  private static func greedy(_ group: [RegionPair]) -> [RegionPair] {
    var takenFirst: Set<Int> = []
    var takenSecond: Set<Int> = []
    let ordered = group.sorted {
      ($1.overlap, $0.first, $0.second) < ($0.overlap, $1.first, $1.second)
    }
    return ordered.filter { pair in
      guard !takenFirst.contains(pair.first), !takenSecond.contains(pair.second) else {
        return false
      }
      takenFirst.insert(pair.first)
      takenSecond.insert(pair.second)
      return true
    }
  }
}
