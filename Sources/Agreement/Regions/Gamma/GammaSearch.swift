/// Finds the cheapest partition of a component's units into candidates and units alone, by branch
/// and bound.
///
/// Every unit has a price such that no candidate costs less than its units' prices (a solution of
/// the dual of set partitioning, raised greedily). The prices add up to a lower bound; what a
/// candidate costs beyond its prices is what choosing it adds to the bound.
struct GammaSearch {
  private let candidates: [GammaCandidate]
  /// Candidates by unit, the cheapest beyond its prices first; the unit alone is not among them.
  private var choices: [[Int]] = []
  private var excess: [Double] = []
  private var aloneExcess: [Double] = []
  private var order: [Int] = []
  private var isCovered: [Bool] = []
  private var steps: Int
  private var chosen: [Int] = []
  private var bestChosen: [Int] = []
  private var bestExcess = Double.infinity

  /// - Parameters:
  ///   - alone: What a unit alone costs.
  ///   - limit: The number of steps after which the search gives up.
  init(_ component: [GammaCandidate], alone: Double, limit: Int) {
    let names = Set(component.flatMap(\.units)).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let members = component.map { $0.units.compactMap { places[$0] } }
    candidates = component
    steps = limit
    self.members = members
    choices = Array(repeating: [], count: names.count)
    for (index, units) in members.enumerated() {
      for unit in units { choices[unit].append(index) }
    }
    setPrices(alone: alone)
    let excess = self.excess
    for unit in choices.indices {
      choices[unit].sort { (excess[$0], $0) < (excess[$1], $1) }
    }
    order = Array(names.indices)
    isCovered = Array(repeating: false, count: names.count)
  }

  private let members: [[Int]]

  /// The candidates of the best partition, or nil where the steps ran out.
  mutating func best() -> [GammaCandidate]? {
    visit(sum: 0, from: 0)
    guard steps > 0 else { return nil }
    return bestChosen.sorted().map { candidates[$0] }
  }

  /// Equal shares of the cheapest candidate first, then as much more as each unit's candidates allow,
  /// until nothing moves.
  private mutating func setPrices(alone: Double) {
    var prices = choices.map { list in
      list.reduce(alone) { least, index in
        min(least, candidates[index].cost / Double(members[index].count))
      }
    }
    excess = candidates.indices.map { index in
      candidates[index].cost - members[index].reduce(0) { $0 + prices[$1] }
    }
    for _ in 0..<3 {
      for unit in prices.indices {
        let room = choices[unit].reduce(alone - prices[unit]) { min($0, excess[$1]) }
        guard room > 0 else { continue }
        prices[unit] += room
        for index in choices[unit] { excess[index] -= room }
      }
    }
    excess = excess.map { max(0, $0) }
    aloneExcess = prices.map { max(0, alone - $0) }
  }

  private mutating func visit(sum: Double, from position: Int) {
    guard steps > 0 else { return }
    steps -= 1
    guard sum < bestExcess else { return }
    var position = position
    while position < order.count, isCovered[order[position]] { position += 1 }
    guard position < order.count else {
      bestExcess = sum
      bestChosen = chosen
      return
    }
    let unit = order[position]
    var hasTriedAlone = false
    for index in choices[unit] {
      if !hasTriedAlone, aloneExcess[unit] <= excess[index] {
        hasTriedAlone = true
        leaveAlone(unit, sum: sum, from: position)
      }
      guard sum + excess[index] < bestExcess else { break }
      guard members[index].allSatisfy({ !isCovered[$0] }) else { continue }
      for member in members[index] { isCovered[member] = true }
      chosen.append(index)
      visit(sum: sum + excess[index], from: position + 1)
      chosen.removeLast()
      for member in members[index] { isCovered[member] = false }
    }
    if !hasTriedAlone { leaveAlone(unit, sum: sum, from: position) }
  }

  private mutating func leaveAlone(_ unit: Int, sum: Double, from position: Int) {
    isCovered[unit] = true
    visit(sum: sum + aloneExcess[unit], from: position + 1)
    isCovered[unit] = false
  }
}
