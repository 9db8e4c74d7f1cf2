/// How much the estimated share of wrong labels varies from one set of units to the next: units are
/// drawn with replacement; thresholds, confident joint and share are found anew each time.
struct LabelErrorBootstrap: Sendable {
  /// Probabilities looked at over all resamples; larger tables get fewer resamples.
  private static let work = 2_000_000_000
  private static let replicates = 200...Bootstrap.defaultReplicates

  private let labelCount: Int
  private let labels: [Int]
  /// Unit by unit, `labelCount` probabilities each.
  private let probabilities: [Double]

  /// The units of a table in an order that depends on what they hold and not on where they stood, so
  /// that the draws do not either. O(units × labels × log units).
  init(_ table: ProbabilityTable) {
    let order = table.labels.indices.sorted { one, other in
      let given = (table.labels[one], table.labels[other])
      return given.0 == given.1
        ? table[one].lexicographicallyPrecedes(table[other]) : given.0 < given.1
    }
    labelCount = table.labelCount
    labels = order.map { table.labels[$0] }
    probabilities = order.flatMap { table[$0] }
  }

  /// The share that a joint of all units estimates, with percentiles of the resamples' shares.
  func estimate(of joint: ConfidentJoint, seed: UInt64) -> BootstrapEstimate {
    guard !labels.isEmpty else { return plain(Estimate(undefined: .undefinedNoData), seed) }
    let value = joint.estimatedErrors / Double(labels.count)
    let point = Estimate(
      value: value, standardError: nil, interval: nil, intervalStatus: .oneUnit)
    guard labels.count > 1 else { return plain(point, seed) }
    let affordable = Self.work / (labels.count * max(1, labelCount))
    let replicates = min(max(affordable, Self.replicates.lowerBound), Self.replicates.upperBound)
    return UnitBootstrap(
      units: labels.count, point: point, replicates: replicates, seed: seed
    ) { share($0) }.estimate
  }

  private func plain(_ estimate: Estimate, _ seed: UInt64) -> BootstrapEstimate {
    BootstrapEstimate(
      estimate: estimate, replicates: 0, undefinedReplicates: 0, seed: seed, bias: nil,
      biasCorrection: nil, acceleration: nil)
  }

  /// The estimated share of wrong labels among units that occur as often as the weights say: the
  /// formulas of `ConfidentJoint`. O(units × labels).
  func share(_ weights: [Int]) -> Double? {
    var given = Array(repeating: 0, count: labelCount)
    var sums = Array(repeating: 0.0, count: labelCount)
    for (unit, weight) in weights.enumerated() where weight > 0 {
      let label = labels[unit]
      given[label] += weight
      sums[label] += Double(weight) * probabilities[unit * labelCount + label]
    }
    let thresholds = given.indices.map { label in
      given[label] == 0 ? .infinity : sums[label] / Double(given[label]) - ConfidentJoint.slack
    }
    var confident = Array(repeating: 0, count: labelCount)
    var kept = confident
    for (unit, weight) in weights.enumerated() where weight > 0 {
      guard let likeliest = likeliest(unit, thresholds) else { continue }
      confident[labels[unit]] += weight
      if likeliest == labels[unit] { kept[labels[unit]] += weight }
    }
    let wrong = given.indices.map { label in
      confident[label] == 0
        ? 0
        : Double(given[label]) * Double(confident[label] - kept[label])
          / Double(confident[label])
    }
    let total = given.reduce(0, +)
    return total == 0 ? nil : OrderFreeSum.of(wrong) / Double(total)
  }

  private func likeliest(_ unit: Int, _ thresholds: [Double]) -> Int? {
    var best: Int?
    var highest = -1.0
    for label in 0..<labelCount {
      let probability = probabilities[unit * labelCount + label]
      guard probability >= thresholds[label], probability > highest else { continue }
      best = label
      highest = probability
    }
    return best
  }
}
