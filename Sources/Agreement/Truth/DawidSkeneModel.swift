/// A confusion matrix an annotator, without or with votes added to its cells.
struct DawidSkeneModel: ConfusionModel {
  let name = TruthModel.dawidSkene

  /// Votes added to every cell.
  private let smoothing: Double

  init(_ options: TruthOptions) {
    precondition(options.smoothing >= 0, "votes are added, not taken away")
    smoothing = options.smoothing
  }

  func priors(_ counts: PosteriorCounts) -> [Double] {
    (0..<counts.rows.labelCount).map { counts.prior($0) }
  }

  /// The probability that the model gives to a vote being right: Σ expected votes on the diagonal by
  /// votes.
  func competence(of annotator: Int, counts: PosteriorCounts) -> Double {
    min(1, counts.right(annotator) / Double(counts.rows.votes(of: annotator)))
  }

  func refit(_ table: ConfusionTable, from counts: PosteriorCounts) -> Double {
    for label in 0..<table.rows.labelCount { table.setPrior(counts.prior(label), of: label) }
    let densities = table.fillAnnotators { fill($0, table, counts) }
    return smoothing == 0 ? 0 : OrderFreeSum.of(densities)
  }

  /// One annotator's rows; returns the logarithm of the prior's density.
  private func fill(
    _ annotator: Int, _ table: ConfusionTable, _ counts: PosteriorCounts
  ) -> Double {
    let rows = table.rows
    let width = rows.lanes * 4
    let own = rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]
    let missing = Double(rows.labelCount - own.count)
    let least = cell(0)
    let largest = Double(rows.rowVotes[own].reduce(0, +)) + smoothing + 1
    var density = OrderFreeSum(largestTerm: 128 * smoothing * Double(rows.labelCount))
    for truth in 0..<rows.labelCount {
      var sum = OrderFreeSum(largestTerm: largest)
      for row in own { sum.add(cell(counts.expected(row: row, truth: truth))) }
      let total = sum.value + missing * least
      for row in own {
        let log = table.log(cell(counts.expected(row: row, truth: truth)) / total)
        table.logs[row * width + truth] = log
        density.add(log * smoothing)
      }
      let unseen = table.log(least / total)
      table.unseen[annotator * width + truth] = unseen
      density.add(unseen * smoothing * missing)
    }
    return density.value * TruthParameters.logOfTwo
  }

  private func cell(_ votes: Double) -> Double {
    max(votes + smoothing, ConfusionTable.leastCount)
  }
}
