/// The disorders of one alignment.
struct GammaOutcome {
  /// The sum over unitary alignments / the mean number of units per annotator.
  let disorder: Double
  /// Σ weight · (1 where labels differ) over aligned pairs, for γ-cat.
  let labelDisorder: Double
  /// Σ weight over aligned pairs: 1 / (units in the alignment − 1), less the worse they are placed.
  let labelWeight: Double

  /// The disorders of an alignment (Mathet et al. 2015, eq. 7; Mathet 2017 for the label's).
  init(
    _ alignment: GammaAlignment, _ units: [GammaUnit], annotators: Int,
    dissimilarity: GammaDissimilarity
  ) {
    disorder = alignment.total * Double(annotators) / Double(units.count)
    var disorders: [Double] = []
    var weights: [Double] = []
    for group in alignment.groups {
      for (place, first) in group.enumerated() {
        for second in group[..<place] {
          let one = units[first].span
          let other = units[second].span
          let apart = dissimilarity.positional(one, other) / dissimilarity.empty
          let weight = max(0, 1 - apart) / Double(group.count - 1)
          weights.append(weight)
          disorders.append(one.label == other.label ? 0 : weight)
        }
      }
    }
    labelDisorder = OrderFreeSum.of(disorders)
    labelWeight = OrderFreeSum.of(weights)
  }

  /// The disorder of labels among aligned units; nil where nothing is aligned.
  var labelShare: Double? { labelWeight > 0 ? labelDisorder / labelWeight : nil }
}
