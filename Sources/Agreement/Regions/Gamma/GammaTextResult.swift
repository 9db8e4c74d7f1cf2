import Domain

/// The observed and the expected disorders of one text.
struct GammaTextResult {
  let observed: GammaOutcome
  /// Units / annotators: the weight of the text among others.
  let weight: Double
  let samples: Int
  /// The mean disorder of the random texts.
  let expected: Double
  /// The squared standard error of `expected`.
  let expectedVariance: Double
  /// The mean disorder of labels in those random texts in which anything was aligned.
  let expectedLabels: Double?

  /// The first samples, from which the number needed is worked out.
  static let firstSamples = 30

  /// Nil where a best alignment was not found within the limits.
  init?(_ text: GammaText, _ options: GammaOptions) {
    let dissimilarity = options.dissimilarity
    let limit = options.limit
    guard let observed = text.observed(dissimilarity, limit) else { return nil }
    var draws = SeededOrder(seed: options.seed ^ text.fingerprint)
    var disorders: [Double] = []
    var labels: [Double] = []
    var wanted = min(Self.firstSamples, limit.samples)
    while disorders.count < wanted {
      guard let sample = text.random(dissimilarity, limit, &draws) else { return nil }
      disorders.append(sample.disorder)
      if let share = sample.labelShare { labels.append(share) }
      if disorders.count == Self.firstSamples {
        wanted = min(limit.samples, Self.samples(disorders, options.precision))
      }
    }
    let mean = OrderFreeSum.of(disorders) / Double(disorders.count)
    self.observed = observed
    weight = Double(text.unitCount) / Double(text.annotators)
    samples = disorders.count
    expected = mean
    expectedVariance = Self.variance(disorders, mean) / Double(disorders.count)
    expectedLabels = labels.isEmpty ? nil : OrderFreeSum.of(labels) / Double(labels.count)
  }

  /// ⌈(1.96 · CV / precision)²⌉, not fewer than there are.
  private static func samples(_ disorders: [Double], _ precision: Double) -> Int {
    let mean = OrderFreeSum.of(disorders) / Double(disorders.count)
    guard mean > 0 else { return disorders.count }
    let share = variance(disorders, mean).squareRoot() / mean
    let root = StudentT.normalQuantile975 * share / precision
    return max(disorders.count, Int(min(root * root, 1e9).rounded(.up)))
  }

  private static func variance(_ values: [Double], _ mean: Double) -> Double {
    guard values.count > 1 else { return 0 }
    return OrderFreeSum.of(values.map { ($0 - mean) * ($0 - mean) }) / Double(values.count - 1)
  }
}
