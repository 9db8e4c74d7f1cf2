internal import Glibc

/// One accuracy an annotator.
struct OneCoinModel: ConfusionModel {
  let name = TruthModel.oneCoin

  /// Votes added to the right ones and, in all, to the wrong ones.
  private let smoothing: Double

  init(_ options: TruthOptions) {
    precondition(options.smoothing >= 0, "votes are added, not taken away")
    smoothing = options.smoothing
  }

  func priors(_ counts: PosteriorCounts) -> [Double] {
    (0..<counts.rows.labelCount).map { counts.prior($0) }
  }

  func competence(of annotator: Int, counts: PosteriorCounts) -> Double {
    let votes = Double(counts.rows.votes(of: annotator)) + 2 * smoothing
    return min(1, (counts.right(annotator) + smoothing) / votes)
  }

  func refit(_ table: ConfusionTable, from counts: PosteriorCounts) -> Double {
    for label in 0..<table.rows.labelCount { table.setPrior(counts.prior(label), of: label) }
    let densities = table.fillAnnotators { annotator in
      guard table.rows.votes(of: annotator) > 0 else { return 0 }
      return table.setAccuracy(competence(of: annotator, counts: counts), of: annotator)
        * smoothing
    }
    return smoothing == 0 ? 0 : OrderFreeSum.of(densities)
  }
}

extension ConfusionTable {
  /// Fills an annotator's rows: right with this probability, errors spread evenly; no probability is
  /// below 10⁻¹⁰. Returns ln of being right plus ln of not being right.
  @discardableResult
  func setAccuracy(_ accuracy: Double, of annotator: Int) -> Double {
    let labels = rows.labelCount
    let width = rows.lanes * 4
    let others = Double(max(1, labels - 1))
    let most = 1 - Self.leastCount
    let right = log(min(most, max(Self.leastCount, accuracy)))
    let wrong = log(min(most, max(Self.leastCount, (1 - accuracy) / others)))
    for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
      for truth in 0..<labels {
        logs[row * width + truth] = Int(rows.rowLabels[row]) == truth ? right : wrong
      }
    }
    for truth in 0..<labels { unseen[annotator * width + truth] = wrong }
    return (right + wrong + log2(others)) * TruthParameters.logOfTwo
  }
}

extension PosteriorCounts {
  /// The expected number of an annotator's votes that are right.
  func right(_ annotator: Int) -> Double {
    var right: Int128 = 0
    for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
      right += Int128(votes[row * rows.lanes * 4 + Int(rows.rowLabels[row])])
    }
    return Double(right) / grid.shareScale
  }
}
