import Domain

/// Sums of characters for nominal α, each character a unit whose value is the set of labels on it;
/// no label is a value too. Sums of texts add and subtract.
struct CharacterTally {
  /// Σ characters · (m² − Σ n_k²) by the number m of annotators.
  private(set) var disagreeing: [Int: Int] = [:]
  /// Characters by value, times the annotators who gave it.
  private(set) var counts: [[Int]: Int] = [:]
  private(set) var ratings = 0
  /// Σ n_k².
  private(set) var squares = Int128(0)

  init() {}

  /// Counts a text; a text with one annotator adds nothing. O(spans² · annotators) at worst, linear
  /// where few spans overlap.
  ///
  /// - Parameter answers: The spans of each annotator within the bounds, labels as codes.
  init(_ answers: [[CodedSpan]], bounds: Range<Int>) {
    guard answers.count > 1, !bounds.isEmpty else { return }
    let borders = Set(
      [bounds.lowerBound, bounds.upperBound]
        + answers.joined().flatMap { [$0.start, $0.end] }.filter { bounds.contains($0) }
    ).sorted()
    var next = Array(repeating: 0, count: answers.count)
    var open: [[CodedSpan]] = Array(repeating: [], count: answers.count)
    for (start, end) in zip(borders, borders.dropFirst()) {
      var values: [[Int]: Int] = [:]
      for annotator in answers.indices {
        open[annotator].removeAll { $0.end <= start }
        while next[annotator] < answers[annotator].count,
          answers[annotator][next[annotator]].start <= start
        {
          let span = answers[annotator][next[annotator]]
          if span.end > start { open[annotator].append(span) }
          next[annotator] += 1
        }
        values[Set(open[annotator].map(\.label)).sorted(), default: 0] += 1
      }
      add(values, characters: end - start, annotators: answers.count)
    }
    squares = counts.values.reduce(0) { $0 + Int128($1) * Int128($1) }
  }

  private mutating func add(_ values: [[Int]: Int], characters: Int, annotators: Int) {
    var same = 0
    for (value, times) in values {
      same += times * times
      counts[value, default: 0] += times * characters
    }
    disagreeing[annotators, default: 0] += characters * (annotators * annotators - same)
    ratings += annotators * characters
  }

  mutating func add(_ other: CharacterTally) {
    for (annotators, amount) in other.disagreeing {
      disagreeing[annotators, default: 0] += amount
    }
    for (value, amount) in other.counts {
      let before = Int128(counts[value] ?? 0)
      let after = before + Int128(amount)
      squares += after * after - before * before
      counts[value] = Int(after)
    }
    ratings += other.ratings
  }

  /// The disagreements without one text that is part of the sums. O(values of the text).
  func disagreements(without text: CharacterTally?) -> (observed: Double, expected: Double)? {
    var ratings = ratings
    var squares = squares
    var disagreeing = disagreeing
    if let text {
      ratings -= text.ratings
      for (annotators, amount) in text.disagreeing {
        disagreeing[annotators, default: 0] -= amount
      }
      for (value, amount) in text.counts {
        let before = Int128(counts[value] ?? 0)
        let after = before - Int128(amount)
        squares += after * after - before * before
      }
    }
    guard ratings > 1 else { return nil }
    let n = Double(ratings)
    let observed = OrderFreeSum.of(
      disagreeing.map { Double($0.value) / Double($0.key - 1) })
    let expected = Int128(ratings) * Int128(ratings) - squares
    return (observed / n, Double(expected) / (n * (n - 1)))
  }
}
