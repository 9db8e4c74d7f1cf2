/// How often units given one label are confidently of another (Northcutt, Jiang & Chuang 2021, §3):
/// what confident learning counts.
public struct ConfidentJoint: Equatable, Sendable {
  /// A probability this little below a threshold still reaches it: thresholds are means, and means
  /// are rounded.
  static let slack = 1e-12

  /// By label: units that were given it.
  public let given: [Int]

  /// By label: the mean probability of the label over the units that were given it (eq. 2); nil for
  /// a label that no unit was given, which nothing can then reach.
  public let thresholds: [Double?]

  /// Rows by given label, columns by the label that is confidently the right one (eq. 1).
  public let counts: [[Int]]

  /// By unit: the likeliest of the labels that reach their threshold, the lowest code of equals; nil
  /// where none does.
  public let confidentLabels: [Int?]

  /// Counts the units of a table. O(units × labels).
  public init(_ table: ProbabilityTable) {
    let labels = 0..<table.labelCount
    var given = labels.map { _ in 0 }
    var sums = labels.map { _ in OrderFreeSum(largestTerm: 1) }
    for (unit, label) in table.labels.enumerated() {
      given[label] += 1
      sums[label].add(table[unit, label])
    }
    let thresholds = labels.map { given[$0] == 0 ? nil : sums[$0].value / Double(given[$0]) }
    var counts = labels.map { _ in labels.map { _ in 0 } }
    let confident = table.labels.enumerated().map { unit, label in
      let likeliest = Self.likeliest(table[unit], thresholds)
      if let likeliest { counts[label][likeliest] += 1 }
      return likeliest
    }
    self.given = given
    self.thresholds = thresholds
    self.counts = counts
    confidentLabels = confident
  }

  private static func likeliest(
    _ probabilities: ArraySlice<Double>, _ thresholds: [Double?]
  ) -> Int? {
    var best: Int?
    var highest = -1.0
    for (label, probability) in probabilities.enumerated() {
      guard let threshold = thresholds[label], probability >= threshold - slack,
        probability > highest
      else { continue }
      best = label
      highest = probability
    }
    return best
  }

  /// The counts stretched so that each row adds up to the units given its label (eq. 3, before it is
  /// divided by the number of units). A row without a confident unit stands on its diagonal.
  public var calibrated: [[Double]] {
    counts.enumerated().map { label, row in
      let total = row.reduce(0, +)
      guard total > 0 else {
        return row.indices.map { $0 == label ? Double(given[label]) : 0 }
      }
      return row.map { Double($0) * Double(given[label]) / Double(total) }
    }
  }

  /// The estimated number of units whose label is wrong: what of `calibrated` is off the diagonal.
  public var estimatedErrors: Double {
    let calibrated = calibrated
    return OrderFreeSum.of(
      calibrated.indices.flatMap { row in
        calibrated[row].indices.map { row == $0 ? 0 : calibrated[row][$0] }
      })
  }
}
