/// Truth by votes without iteration: one look at all votes, or two.
struct VoteModel {
  let rows: VoteRows
  let options: TruthOptions
  let namedCount: Int
  let pass: PosteriorPass

  init(_ votes: VoteTable, options: TruthOptions) {
    precondition(
      options.gold.isEmpty || options.gold.count == votes.unitCount,
      "known labels are given for every unit or for none")
    rows = VoteRows(votes)
    self.options = options
    namedCount = votes.annotatorCount
    pass = PosteriorPass(
      rows, grid: FixedPoint(rows), gold: options.gold, shards: options.shards)
  }

  /// What `write` finds.
  func estimate(_ name: TruthModel, _ write: (PosteriorOutput) -> Void) -> TruthEstimate {
    let written = WrittenPosteriors(rows, detail: options.detail, write)
    let counts = pass.counts
    return TruthEstimate(
      model: name, status: rows.rows.isEmpty ? .undefinedNoData : .defined, units: written.units,
      posteriors: written.posteriors, priors: (0..<rows.labelCount).map { counts.prior($0) },
      confusions: [],
      competences: (0..<namedCount).map { annotator in
        let votes = rows.votes(of: annotator)
        return votes == 0 ? nil : min(1, counts.right(annotator) / Double(votes))
      },
      logLikelihoods: [], objectives: [], iterations: 0, hasConverged: true, seed: nil,
      parameters: nil)
  }

  /// By annotator, nobody known last: the share of votes for a label with most votes; a vote for one
  /// of n such labels counts 1/n. Its denominators are the votes.
  func agreementWithPlurality() -> [Double] {
    let leading = pass.plurality()
    return (0..<rows.annotatorCount).map { annotator in
      let own = rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]
      var sum: Int128 = 0
      for row in own { sum += Int128(leading[row]) }
      let votes = rows.votes(of: annotator)
      return votes == 0 ? 0 : Double(sum) / 0x1p32 / Double(votes)
    }
  }
}

extension PosteriorPass {
  /// By row: votes for a label with most votes of the unit, in units of 2⁻³².
  fileprivate func plurality() -> [Int64] {
    var sums = Array(repeating: Int64(0), count: rows.rowCount)
    var votesByLabel = Array(repeating: 0, count: rows.labelCount)
    for unit in 0..<rows.unitCount {
      let votes = rows.rows[rows.offsets[unit]..<rows.offsets[unit + 1]].map(Int.init)
      for row in votes { votesByLabel[Int(rows.rowLabels[row])] += 1 }
      let most = votes.reduce(0) { max($0, votesByLabel[Int(rows.rowLabels[$1])]) }
      let leaders = votes.count { votesByLabel[Int(rows.rowLabels[$0])] == most } / max(1, most)
      for row in votes where votesByLabel[Int(rows.rowLabels[row])] == most {
        sums[row] += Int64((0x1p32 / Double(leaders)).rounded())
      }
      for row in votes { votesByLabel[Int(rows.rowLabels[row])] = 0 }
    }
    return sums
  }
}
