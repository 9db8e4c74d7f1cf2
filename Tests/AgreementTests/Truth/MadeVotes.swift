import Agreement

/// Made-up votes whose truth is known: annotators of different accuracy, some of them spammers.
struct MadeVotes {
  let truth: [Int32]
  let accuracies: [Double]
  var units: [[UnitRating]]
  let labelCount: Int

  init(
    seed: UInt64, units count: Int, annotators: Int, labels: Int, votesPerUnit: ClosedRange<Int>,
    accuracies range: ClosedRange<Double> = 0.3...0.95, spammers: Int = 0
  ) {
    var random = SeededRandom(seed: seed)
    labelCount = labels
    accuracies = (0..<annotators).map { annotator in
      annotator < spammers ? 0 : Double.random(in: range, using: &random)
    }
    var truth: [Int32] = []
    units = []
    for _ in 0..<count {
      let right = Int32.random(in: 0..<Int32(labels), using: &random)
      truth.append(right)
      let size = min(annotators, Int.random(in: votesPerUnit, using: &random))
      let raters = (0..<annotators).shuffled(using: &random).prefix(size)
      var ratings: [UnitRating] = []
      for rater in raters {
        let isRight = Double.random(in: 0..<1, using: &random) < accuracies[rater]
        // Spammers favour the first labels, whatever is shown.
        let any = Int32.random(in: 0..<Int32(labels), using: &random)
        let spam = min(any, Int32.random(in: 0..<Int32(labels), using: &random))
        let label = isRight ? right : rater < spammers ? spam : any
        ratings.append(UnitRating(annotator: Int32(rater), label: label))
      }
      units.append(ratings)
    }
    self.truth = truth
  }

  var table: VoteTable { Self.table(units, annotators: accuracies.count, labels: labelCount) }

  static func table(_ units: [[UnitRating]], annotators: Int, labels: Int) -> VoteTable {
    var offsets = [0]
    for unit in units { offsets.append((offsets.last ?? 0) + unit.count) }
    return VoteTable(
      offsets: offsets, annotators: units.joined().map(\.annotator),
      labels: units.joined().map(\.label), annotatorCount: annotators, labelCount: labels)
  }
}
