internal import Domain
internal import Glibc

/// How often each annotator spams, and with which labels.
struct MACEModel: ConfusionModel {
  let name = TruthModel.mace

  /// Votes added to knowing, to spamming, and to every label of the spam.
  private let smoothing: Double

  /// By annotator: θ.
  private var spamming: [Double]

  /// By row: the probability of the label where the annotator spams.
  private var strategies: [Double]

  /// By annotator: the same of labels never given.
  private var unseen: [Double]

  /// Even odds of spamming, and every label alike.
  init(_ rows: VoteRows, options: TruthOptions) {
    let labels = Double(max(1, rows.labelCount))
    smoothing = options.smoothing > 0 ? options.smoothing : 0.01 / labels
    spamming = Array(repeating: 0.5, count: rows.annotatorCount)
    strategies = Array(repeating: 1 / labels, count: rows.rowCount)
    unseen = Array(repeating: 1 / labels, count: rows.annotatorCount)
  }

  /// Random odds and strategies, as far from even as Hovy's implementation draws them.
  mutating func draw(_ rows: VoteRows, colours: VoteColours, seed: UInt64) {
    for annotator in spamming.indices {
      let own = rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]
      var numbers = SeededOrder(seed: seed ^ colours.annotators[annotator])
      let spam = 1 + 0.5 * Self.share(numbers.next())
      spamming[annotator] = spam / (spam + 1 + 0.5 * Self.share(numbers.next()))
      let stream = numbers.next()
      for row in own {
        var number = SeededOrder(seed: stream ^ colours.rows[row])
        strategies[row] = 1 + 0.5 * Self.share(number.next())
      }
      unseen[annotator] = 1
      normalise(own, of: annotator, labels: rows.labelCount)
    }
  }

  private static func share(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }

  func priors(_ counts: PosteriorCounts) -> [Double] {
    (0..<counts.rows.labelCount).map { counts.prior($0) }
  }

  func competence(of annotator: Int, counts: PosteriorCounts) -> Double { 1 - spamming[annotator] }

  mutating func refit(_ table: ConfusionTable, from counts: PosteriorCounts) -> Double {
    let rows = table.rows
    for annotator in 0..<rows.annotatorCount {
      let own = rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]
      let votes = Double(rows.votes(of: annotator))
      let spam = spamming[annotator]
      var known = OrderFreeSum(largestTerm: votes + 1)
      for row in own {
        let share = (1 - spam) / (1 - spam + spam * strategies[row])
        let knowing = counts.expected(row: row, truth: Int(rows.rowLabels[row])) * share
        known.add(knowing)
        strategies[row] = max(0, Double(rows.rowVotes[row]) - knowing) + smoothing
      }
      spamming[annotator] =
        (max(0, votes - known.value) + smoothing) / (votes + 2 * smoothing)
      unseen[annotator] = smoothing
      normalise(own, of: annotator, labels: rows.labelCount)
    }
    return fill(table)
  }

  /// Fills the table from the parameters; returns the logarithm of the prior's density.
  func fill(_ table: ConfusionTable) -> Double {
    let rows = table.rows
    let width = rows.lanes * 4
    for label in 0..<rows.labelCount { table.setPrior(1 / Double(rows.labelCount), of: label) }
    let densities = table.fillAnnotators { annotator in
      let own = rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]
      let spam = spamming[annotator]
      var logs = [Glibc.log(spam), Glibc.log(1 - spam)]
      for row in own {
        let wrong = spam * strategies[row]
        let wrongLog = table.log(wrong)
        let rightLog = table.log(min(1, 1 - spam + wrong))
        for truth in 0..<rows.labelCount {
          table.logs[row * width + truth] =
            truth == Int(rows.rowLabels[row]) ? rightLog : wrongLog
        }
        logs.append(Glibc.log(strategies[row]))
      }
      let wrong = table.log(spam * unseen[annotator])
      for truth in 0..<rows.labelCount { table.unseen[annotator * width + truth] = wrong }
      let missing = Double(rows.labelCount - own.count)
      return smoothing * (OrderFreeSum.of(logs) + missing * Glibc.log(unseen[annotator]))
    }
    return OrderFreeSum.of(densities)
  }

  private mutating func normalise(_ own: Range<Int>, of annotator: Int, labels: Int) {
    var sum = OrderFreeSum.of(Array(strategies[own]))
    sum += Double(labels - own.count) * unseen[annotator]
    for row in own { strategies[row] /= sum }
    unseen[annotator] /= sum
  }
}
