extension AnnotatorModel {
  /// A label is all but certain from here on.
  private static let nearlyCertain = 0.95

  /// Why a unit stands where it stands. O(votes of the unit's annotators).
  ///
  /// To be shown only to those who may see the votes.
  public func explanation(of unit: Int) -> QueueExplanation {
    let released = releases.released(unit)
    let sums = pool.sums(unit, table)
    let shares = ForecastPool.shares(sums)
    let others = sums.indices.filter { $0 != released }
    let rival = others.max { sums[$0] < sums[$1] }
    let model = members[0]
    let scale =
      pool.weights[1] * ConfusionMember.tempering(votes.size(of: unit))
    var weights: [QueueExplanation.VoteWeight] = []
    var rest = rival.map { sums[released] - sums[$0] } ?? 0
    for place in votes.votes(of: unit) {
      let row = Int(votes.rows.rows[place])
      let matrix = model.chances(row: row, without: unit, votes)
      let label = Int(votes.rows.rowLabels[row])
      let ratio = matrix[released] / matrix[rival ?? released]
      let weight = scale * PortableLogarithm.natural(ratio)
      let annotator = votes.rowAnnotators[row]
      rest -= weight
      weights.append(
        QueueExplanation.VoteWeight(
          annotator: isNamed(annotator) ? annotator : UnitRating.unknownAnnotator,
          label: votes.classes[label], rate: matrix[label],
          evidence: evidence(annotator: Int(annotator), label: label, without: unit),
          underReleased: matrix[released], underRival: matrix[rival ?? released],
          weight: weight))
    }
    return QueueExplanation(
      label: votes.classes[released], rival: rival.map { votes.classes[$0] },
      wrong: releases.wrong(unit), votesWrong: 1 - table.share(unit, released),
      cost: cost(of: released, shares), gain: releases.gain(unit), votes: weights, rest: rest,
      trust: trust)
  }

  private func isNamed(_ annotator: Int32) -> Bool { Int(annotator) < annotatorCount }

  /// The expected cost of releasing a class where another one is true.
  private func cost(of released: Int, _ shares: [Double]) -> Double {
    var cost = 0.0
    var wrong = 0.0
    for truth in shares.indices where truth != released {
      wrong += shares[truth]
      cost +=
        shares[truth]
        * options.costs.cost(
          truth: Int(votes.classes[truth]), released: Int(votes.classes[released]))
    }
    return wrong > 0 ? cost / wrong : 0
  }

  /// Units that an annotator rated and of which a class is ruled or all but certain.
  private func evidence(annotator: Int, label: Int, without unit: Int) -> Int {
    (votes.ownOffsets[annotator]..<votes.ownOffsets[annotator + 1]).count { place in
      let other = Int(votes.ownUnits[place])
      guard other != unit else { return false }
      if let ruled = standings.label(of: other) { return ruled == votes.classes[label] }
      return standings.isWaiting(other) && releases.released(other) == label
        && releases.wrong(other) <= 1 - Self.nearlyCertain
    }
  }
}

extension ConfusionMember {
  /// By latent class: how often a row's annotator gives the row's label there, a unit left out.
  fileprivate func chances(row: Int, without unit: Int, _ votes: YieldVotes) -> [Double] {
    let label = Int(votes.rows.rowLabels[row])
    let annotator = Int(votes.rowAnnotators[row])
    return (0..<width).map { t in
      let own = weights[unit * width + t]
      let top = counts[row * width + t] - own + strength * pooled[t * classCount + label]
      return max(top, Self.least) / (totals[annotator * width + t] - own + strength)
    }
  }
}
