import Agreement

/// Units with random ratings: up to 50 annotators, 0 to 9 ratings each, annotators who agree more
/// or less, sometimes nobody known.
struct RandomRatings {
  let labelCount: Int
  var units: [[UnitRating]]

  init(seed: UInt64, largestUnitCount: Int = 12) {
    var random = SeededRandom(seed: seed)
    labelCount = Int.random(in: 1...6, using: &random)
    let annotators = Int.random(in: 2...50, using: &random)
    let consensus = Double.random(in: 0...1, using: &random)
    let isAnonymous = Int.random(in: 0..<10, using: &random) == 0
    units = []
    for _ in 0..<Int.random(in: 0...largestUnitCount, using: &random) {
      let usual = Int32.random(in: 0..<Int32(labelCount), using: &random)
      let size = min(annotators, Int.random(in: 0...9, using: &random))
      var raters: Set<Int32> = []
      while raters.count < size {
        raters.insert(Int32.random(in: 0..<Int32(annotators), using: &random))
      }
      units.append(
        raters.sorted().map { rater in
          let isUsual = Double.random(in: 0..<1, using: &random) < consensus
          let label =
            isUsual ? usual : Int32.random(in: 0..<Int32(labelCount), using: &random)
          return UnitRating(
            annotator: isAnonymous ? UnitRating.unknownAnnotator : rater, label: label)
        })
    }
  }

  var sums: AgreementSums { Self.sums(units) }

  static func sums(_ units: some Sequence<[UnitRating]>) -> AgreementSums {
    var sums = AgreementSums()
    for unit in units { sums.add(unit) }
    return sums
  }

  static func patterns(_ units: some Sequence<[UnitRating]>) -> PatternCounts {
    var patterns = PatternCounts()
    for unit in units { patterns.add(unit) }
    return patterns
  }
}
