import Agreement

/// Units of three ratings, each right with a given probability and else any other label.
enum RandomUnits {
  static func some(count: Int, labels: Int32, right: Double, seed: UInt64) -> [[UnitRating]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let truth = Int32.random(in: 0..<labels, using: &random)
      return (0..<3).map { annotator in
        let isRight = Double.random(in: 0..<1, using: &random) < right
        let other = (truth + Int32.random(in: 1..<labels, using: &random)) % labels
        return UnitRating(annotator: Int32(annotator), label: isRight ? truth : other)
      }
    }
  }
}
