/// Units of different annotators that might be about the same thing: a unitary alignment with more
/// than one unit.
struct GammaCandidate {
  /// Indices of units, from small to large.
  let units: [Int]
  /// Mean dissimilarity over all pairs of annotators.
  let cost: Double
}
