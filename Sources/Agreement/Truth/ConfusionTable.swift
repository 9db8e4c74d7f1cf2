internal import Glibc

/// The binary logarithms that an E-step adds: of every row's probability under every true label,
/// and of the labels' priors.
final class ConfusionTable {
  /// Expected votes are never taken for fewer than this (Dawid & Skene's zero cells would make a
  /// single vote decide everything).
  static let leastCount = 1e-10

  /// Cells that are worth a core of their own.
  private static let cellsPerShard = 8192

  let rows: VoteRows
  let grid: FixedPoint
  let logs: LaneStorage<Double>
  let priors: LaneStorage<Double>

  /// By annotator, then true label: of any label that the annotator never gave.
  let unseen: LaneStorage<Double>

  init(_ rows: VoteRows, grid: FixedPoint) {
    self.rows = rows
    self.grid = grid
    logs = LaneStorage(repeating: 0, count: rows.rowCount * rows.lanes)
    priors = LaneStorage(repeating: -.infinity, count: rows.lanes)
    unseen = LaneStorage(repeating: 0, count: rows.annotatorCount * rows.lanes)
  }

  /// The binary logarithm on the grid; −∞ for 0.
  @inline(__always)
  func log(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    return rounded(log2(probability))
  }

  @inline(__always)
  func rounded(_ log: Double) -> Double {
    // Adding 2⁵² · 1.5 and taking it away rounds to a whole number.
    (log * grid.logScale + BinaryExponential.rounder - BinaryExponential.rounder) / grid.logScale
  }

  func setPrior(_ probability: Double, of label: Int) {
    priors[label] = log(probability)
  }

  func set(_ probability: Double, row: Int, truth: Int) {
    logs[row * rows.lanes * 4 + truth] = log(probability)
  }

  /// What was learned, as a value.
  ///
  /// - Parameter namedCount: How many annotators have codes.
  func parameters(namedCount: Int, priors: [Double]) -> TruthParameters {
    TruthParameters(
      priors: priors, annotatorRows: rows.annotatorRows, rowLabels: rows.rowLabels,
      logs: flat(logs, count: rows.rowCount),
      unseenLogs: flat(unseen, count: rows.annotatorCount), namedCount: namedCount)
  }

  /// Rows of one number a label, without padding.
  private func flat(_ storage: LaneStorage<Double>, count: Int) -> [Double] {
    let labels = rows.labelCount
    let width = rows.lanes * 4
    return [Double](unsafeUninitializedCapacity: count * labels) { buffer, initialized in
      for row in 0..<count {
        for truth in 0..<labels {
          buffer.initializeElement(at: row * labels + truth, to: storage[row * width + truth])
        }
      }
      initialized = count * labels
    }
  }

  /// Fills every annotator's rows, shared out to cores: `fill` writes to the rows of its annotator
  /// only. What it returns is by annotator.
  func fillAnnotators(_ fill: (Int) -> Double) -> [Double] {
    let total = rows.annotatorCount
    let shards = max(1, min(CoreShare.cores, rows.rowCount * rows.labelCount / Self.cellsPerShard))
    return [Double](unsafeUninitializedCapacity: total) { buffer, count in
      guard let densities = buffer.baseAddress else { return }
      CoreShare.each(shards) { shard in
        for annotator in total * shard / shards..<total * (shard + 1) / shards {
          (densities + annotator).initialize(to: fill(annotator))
        }
      }
      count = total
    }
  }

  /// Takes over what an earlier fit has learned.
  func load(_ parameters: TruthParameters) {
    for label in 0..<rows.labelCount {
      setPrior(label < parameters.labelCount ? parameters.priors[label] : 0, of: label)
    }
    for annotator in 0..<rows.annotatorCount {
      for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
        for truth in 0..<min(rows.labelCount, parameters.labelCount) {
          let value = parameters.binaryLog(
            annotator: Int32(annotator), label: Int(rows.rowLabels[row]), truth: truth)
          logs[row * rows.lanes * 4 + truth] = rounded(value)
        }
      }
    }
  }
}

extension ConfusionTable {
  /// What the table and the last counts say of one annotator.
  func confusion(of annotator: Int, counts: PosteriorCounts) -> AnnotatorConfusion {
    let labels = rows.labelCount
    let width = rows.lanes * 4
    let own = rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]
    var expected: [Double] = []
    var probabilities: [Double] = []
    for row in own {
      for truth in 0..<labels {
        expected.append(counts.expected(row: row, truth: truth))
        probabilities.append(exp2(logs[row * width + truth]))
      }
    }
    let first = annotator * width
    return AnnotatorConfusion(
      votes: rows.votes(of: annotator), labelCount: labels, labels: Array(rows.rowLabels[own]),
      counts: expected, probabilities: probabilities,
      unseen: (0..<labels).map { exp2(unseen[first + $0]) })
  }
}
