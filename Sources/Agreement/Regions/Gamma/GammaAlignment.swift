/// The best alignment of the units of all annotators: the partition into unitary alignments, at most
/// one unit per annotator in each, with the least disorder (Mathet et al. 2015, section 4.4).
struct GammaAlignment {
  /// Units that are aligned with others; every other unit stands alone.
  let groups: [[Int]]
  /// The disorders of all unitary alignments, added up.
  let total: Double

  /// The best alignment, or nil where it was not found within the limits.
  ///
  /// A unitary alignment that costs as much as its units one by one is no candidate, so units far
  /// apart fall into components of their own. Two annotators are an assignment problem, O(n³) within
  /// a component; more are solved by branch and bound.
  ///
  /// - Parameters:
  ///   - annotators: The number of annotators, at least 2.
  ///   - units: The units with their annotators.
  init?(
    _ units: [GammaUnit], annotators: Int, dissimilarity: GammaDissimilarity, limit: GammaLimit
  ) {
    var finder = GammaCandidates(
      units, annotators: annotators, dissimilarity: dissimilarity, limit: limit.candidates)
    guard let candidates = finder.all() else { return nil }
    var groups: [[Int]] = []
    var aligned = 0
    var terms: [Double] = []
    for component in Self.components(candidates, units: units.count) {
      let chosen: [GammaCandidate]
      if component.count == 1 {
        chosen = component
      } else if annotators == 2 {
        chosen = Self.assigned(component, units, alone: dissimilarity.empty)
      } else {
        var search = GammaSearch(component, alone: dissimilarity.empty, limit: limit.steps)
        guard let found = search.best() else { return nil }
        chosen = found
      }
      for candidate in chosen {
        groups.append(candidate.units)
        aligned += candidate.units.count
        terms.append(candidate.cost)
      }
    }
    terms += Array(repeating: dissimilarity.empty, count: units.count - aligned)
    self.groups = groups
    total = OrderFreeSum.of(terms)
  }

  /// Candidates that share units, directly or over others, in the order of their first units.
  private static func components(
    _ candidates: [GammaCandidate], units: Int
  ) -> [[GammaCandidate]] {
    var parent = Array(0..<units)
    func root(_ unit: Int) -> Int {
      var unit = unit
      while parent[unit] != unit {
        parent[unit] = parent[parent[unit]]
        unit = parent[unit]
      }
      return unit
    }
    for candidate in candidates {
      for unit in candidate.units.dropFirst() {
        let one = root(candidate.units[0])
        let other = root(unit)
        parent[max(one, other)] = min(one, other)
      }
    }
    let grouped = Dictionary(grouping: candidates) { root($0.units[0]) }
    return grouped.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The pairs to take so that most is saved against leaving every unit alone.
  private static func assigned(
    _ component: [GammaCandidate], _ units: [GammaUnit], alone: Double
  ) -> [GammaCandidate] {
    let firsts = Set(component.flatMap(\.units).filter { units[$0].annotator == 0 }).sorted()
    let seconds = Set(component.flatMap(\.units).filter { units[$0].annotator == 1 }).sorted()
    let rowOf = Dictionary(uniqueKeysWithValues: firsts.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: seconds.enumerated().map { ($1, $0) })
    let isTall = firsts.count > seconds.count
    let rows = isTall ? seconds.count : firsts.count
    let columns = isTall ? firsts.count : seconds.count
    var costs = Array(repeating: Array(repeating: 0.0, count: columns), count: rows)
    var chosen: [Int: GammaCandidate] = [:]
    for candidate in component {
      let first = candidate.units.first { units[$0].annotator == 0 }.flatMap { rowOf[$0] }
      let second = candidate.units.first { units[$0].annotator == 1 }.flatMap { columnOf[$0] }
      guard let first, let second else { continue }
      let row = isTall ? second : first
      let column = isTall ? first : second
      costs[row][column] = candidate.cost - 2 * alone
      chosen[row * columns + column] = candidate
    }
    return Assignment.cheapest(costs).enumerated().compactMap { row, column in
      chosen[row * columns + column]
    }
  }
}
