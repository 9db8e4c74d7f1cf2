public import Domain

/// Krippendorff's α of any values under any distance: label sets, spans, boxes, rankings, texts.
///
/// The distance is used as δ² as it is. What chance would give is the mean distance of all pairs of
/// ratings. Up to `exactValues` different values every distance is computed; beyond that the mean
/// comes from a seeded sample of pairs, which `sampledPairs` and `expectedError` own up to.
public struct ValueAlpha: Equatable, Sendable {
  /// Up to this many different values every two are compared: two million distances.
  public static let exactValues = 2000

  /// α; `observed` is D_o and `expected` D_e. The interval is Gwet's; with a sample there is none.
  public let estimate: Estimate

  /// Different values among the pairable ratings.
  public let distinctValues: Int

  /// How many pairs of ratings D_e was estimated from; nil where it is exact.
  public let sampledPairs: Int?

  /// The standard error of D_e by sampling; nil where it is exact.
  public let expectedError: Double?

  /// - Parameters:
  ///   - patterns: The units, by codes.
  ///   - values: The value of each code, each once.
  ///   - samples: Pairs to draw where there are more than `exactValues` different values.
  /// - Complexity: O(V²) distances for V different values up to the limit, else O(`samples`); and
  ///   one for every two different values within a pattern.
  public init(
    _ patterns: PatternCounts, values: [Value], distance: some ValueDistance,
    seed: UInt64 = 1, exactValues: Int = Self.exactValues, samples: Int = 200_000
  ) {
    var counts = Array(repeating: 0, count: values.count)
    var sums = AgreementSums(detail: .none)
    patterns.visit { pattern in
      sums.add(pattern.unit, times: pattern.units)
      guard pattern.size > 1 else { return }
      for share in pattern.labels { counts[share.label] += share.count * pattern.units }
    }
    let used = counts.indices.filter { counts[$0] != 0 }
    distinctValues = used.count
    let marginals = UnitMarginals(sums, labelCount: 0)
    if let obstacle = marginals.obstacle {
      estimate = Estimate(undefined: obstacle)
    } else if used.count <= exactValues {
      let table = DistanceTable(used, values, distance)
      estimate = KrippendorffAlpha.estimate(
        sums, metric: .squared { table.distance($0, $1) }, patterns: patterns)
    } else {
      let observed = Self.observed(patterns, values, distance, ratings: marginals.pairableRatings)
      let sample = Self.sample(counts, values, distance, seed: seed, pairs: samples)
      sampledPairs = samples
      expectedError = sample.standardError
      estimate =
        sample.mean > 0
        ? Estimate(
          value: 1 - observed / sample.mean, observed: observed, expected: sample.mean,
          uncertainty: .unknown(.tooManyLabels), units: marginals.pairableUnits)
        : Estimate(undefined: .undefinedNoVariation, observed: observed, expected: 0)
      return
    }
    sampledPairs = nil
    expectedError = nil
  }

  /// D_o: Σ over the units of the distances within, over r − 1, over all pairable ratings.
  private static func observed(
    _ patterns: PatternCounts, _ values: [Value], _ distance: some ValueDistance, ratings: Int
  ) -> Double {
    var terms: [Double] = []
    patterns.visit { pattern in
      guard pattern.size > 1 else { return }
      for (place, share) in pattern.labels.enumerated() {
        for earlier in pattern.labels[..<place] {
          let pairs = 2 * earlier.count * share.count * pattern.units
          let apart = distance.between(values[earlier.label], values[share.label])
          terms.append(Double(pairs) * apart / Double(pattern.size - 1))
        }
      }
    }
    return OrderFreeSum.of(terms) / Double(ratings)
  }

  private static func ordered(_ codes: [Int], _ values: [Value]) -> [Int] {
    codes.map { (code: $0, bytes: Canonical.bytes(values[$0].canonical)) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      .map(\.code)
  }

  private struct Sample {
    let mean: Double
    let standardError: Double
  }

  /// The mean distance of two different ratings, drawn with replacement from all such pairs.
  private static func sample(
    _ counts: [Int], _ values: [Value], _ distance: some ValueDistance, seed: UInt64, pairs: Int
  ) -> Sample {
    // In the order of what the values are, so that the draws do not depend on their codes.
    let order = Self.ordered(counts.indices.filter { counts[$0] != 0 }, values)
    var ends: [Int] = []
    for code in order { ends.append((ends.last ?? 0) + counts[code]) }
    let total = ends.last ?? 0
    func code(_ rating: Int) -> Int {
      var low = 0
      var high = ends.count - 1
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] <= rating { low = middle + 1 } else { high = middle }
      }
      return order[low]
    }
    var random = SeededOrder(seed: seed)
    let drawn = (0..<pairs).map { _ in
      let first = random.next(below: total)
      let other = random.next(below: total - 1)
      let one = code(first)
      let second = code(other < first ? other : other + 1)
      return one == second ? 0 : distance.between(values[one], values[second])
    }
    let count = Double(pairs)
    let mean = OrderFreeSum.of(drawn) / count
    let squares = OrderFreeSum.of(drawn.map { ($0 - mean) * ($0 - mean) })
    return Sample(mean: mean, standardError: (squares / (count * (count - 1))).squareRoot())
  }
}
