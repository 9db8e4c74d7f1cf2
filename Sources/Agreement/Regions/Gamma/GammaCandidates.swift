/// Lists the unitary alignments that can be part of a best alignment.
struct GammaCandidates {
  private let units: [GammaUnit]
  private let annotators: Int
  private let dissimilarity: GammaDissimilarity
  private let limit: Int
  private let pairs: Double
  private var found: [GammaCandidate] = []
  /// The units of each annotator, from left to right.
  private let rows: [[Int]]
  private var isOverLimit = false
  /// Sets looked at; those that come to nothing cost time too.
  private var looked = 0

  init(
    _ units: [GammaUnit], annotators: Int, dissimilarity: GammaDissimilarity, limit: Int
  ) {
    self.units = units
    self.annotators = annotators
    self.dissimilarity = dissimilarity
    self.limit = limit
    pairs = Double(annotators) * Double(annotators - 1) / 2
    var rows: [[Int]] = Array(repeating: [], count: annotators)
    for (index, unit) in units.enumerated() { rows[unit.annotator].append(index) }
    self.rows = rows
  }

  /// Every set of two or more units, at most one per annotator, that costs less than its units alone;
  /// nil where there are more than the limit.
  mutating func all() -> [GammaCandidate]? {
    extend([], sum: 0, from: 0)
    return isOverLimit ? nil : found
  }

  /// Adds units of later annotators to some units whose dissimilarities add up to `sum`.
  ///
  /// k units cost (sum + (pairs − k(k − 1)/2) · Δ∅) / pairs, and k · Δ∅ one by one. Further units can
  /// make up for at most Δ∅ each pair they close and Δ∅ themselves, which bounds the search.
  private mutating func extend(_ chosen: [Int], sum: Double, from annotator: Int) {
    guard annotator < annotators, !isOverLimit else { return }
    extend(chosen, sum: sum, from: annotator + 1)
    for unit in rows[annotator] {
      var total = sum
      for other in chosen {
        total += dissimilarity.between(units[other].span, units[unit].span)
      }
      looked += 1
      guard looked <= 50 * limit else {
        isOverLimit = true
        return
      }
      let count = chosen.count + 1
      guard isPromising(total, of: count, left: annotators - annotator - 1) else { continue }
      if count > 1 { consider(chosen + [unit], sum: total) }
      extend(chosen + [unit], sum: total, from: annotator + 1)
    }
  }

  private func gain(_ sum: Double, of count: Int) -> Double {
    let closed = Double(count) * Double(count - 1) / 2
    let cost = (sum + (pairs - closed) * dissimilarity.empty) / pairs
    return Double(count) * dissimilarity.empty - cost
  }

  /// Whether these units, with perfect company from the annotators left, could be worth it.
  private func isPromising(_ sum: Double, of count: Int, left: Int) -> Bool {
    gain(sum, of: count + left) > 0
  }

  private mutating func consider(_ chosen: [Int], sum: Double) {
    guard gain(sum, of: chosen.count) > 0 else { return }
    guard found.count < limit else {
      isOverLimit = true
      return
    }
    let closed = Double(chosen.count) * Double(chosen.count - 1) / 2
    found.append(
      GammaCandidate(
        units: chosen, cost: (sum + (pairs - closed) * dissimilarity.empty) / pairs))
  }
}
