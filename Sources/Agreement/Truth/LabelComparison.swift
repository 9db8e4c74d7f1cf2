/// One annotator's votes beside labels taken for right: gold, rulings, a model's labels, or what the
/// others say.
public struct LabelComparison: Equatable, Sendable {
  /// Votes by right label (row) and given label (column).
  public let table: ContingencyTable

  public let labelCount: Int

  /// Votes in units where several labels may be right, which are left out.
  public let undecided: Int

  /// The share of votes that are right, with Wilson's interval.
  public var accuracy: Estimate { .share(table.agreeing, of: table.units) }

  /// Cohen's κ of the annotator's labels with the right ones.
  public var kappa: Estimate { CohenKappa.estimate(table) }

  /// Of the votes for a label, the share that is right; undefined where the label was never given.
  public func precision(of label: Int) -> Estimate {
    .share(agreeing(on: label), of: label < table.labelCount ? table.columns[label] : 0)
  }

  /// Of the votes where a label is right, the share that says so; undefined where it never is.
  public func recall(of label: Int) -> Estimate {
    .share(agreeing(on: label), of: label < table.labelCount ? table.rows[label] : 0)
  }

  /// How far the annotator's labels depend on the right ones, 0 to 1: see `SpammerScore`.
  public var spammerScore: Estimate { SpammerScore.estimate(table) }

  private func agreeing(on label: Int) -> Int {
    table.cells.first { $0.row == label && $0.column == label }?.count ?? 0
  }
}

extension LabelComparison {
  /// What stands for a unit without a right label, in lists of right labels.
  public static let noLabel = TruthOptions.noGold

  /// What stands for a unit with several right labels.
  static let undecided: Int32 = -2

  /// Every annotator against one right label a unit. O(votes + annotators × labels²).
  ///
  /// - Parameter right: By unit: the code of the right label, or `noLabel`.
  public static func against(_ right: [Int32], votes: VoteTable) -> [LabelComparison] {
    precondition(right.count == votes.unitCount, "a right label, or none, for every unit")
    return compare(votes) { unit, _ in right[unit] }
  }

  /// Every annotator against a model's labels; votes in units whose labels are tied are left out.
  public static func against(_ truth: TruthEstimate, votes: VoteTable) -> [LabelComparison] {
    compare(votes) { unit, _ in
      let unit = truth.units[unit]
      return unit.isTied ? undecided : Int32(unit.label ?? -1)
    }
  }

  /// Every annotator against the label with most votes of the others; votes where the others tie are
  /// left out, and so are votes without others.
  public static func againstRest(votes: VoteTable) -> [LabelComparison] {
    var votesByLabel = Array(repeating: 0, count: votes.labelCount)
    return compare(votes) { unit, vote in
      let others = votes.votes(of: unit).filter { votes.annotators[$0] != votes.annotators[vote] }
      for other in others { votesByLabel[Int(votes.labels[other])] += 1 }
      var best: Int32 = noLabel
      var most = 0
      for other in others {
        let label = votes.labels[other]
        if votesByLabel[Int(label)] > most {
          best = label
          most = votesByLabel[Int(label)]
        } else if votesByLabel[Int(label)] == most, label != best {
          best = undecided
        }
      }
      for other in others { votesByLabel[Int(votes.labels[other])] = 0 }
      return best
    }
  }

  private static func compare(
    _ votes: VoteTable, _ right: (_ unit: Int, _ vote: Int) -> Int32
  ) -> [LabelComparison] {
    var counts = Array(repeating: [Int: Int](), count: votes.annotatorCount)
    var undecidedVotes = Array(repeating: 0, count: votes.annotatorCount)
    let labels = votes.labelCount
    for unit in 0..<votes.unitCount {
      for vote in votes.votes(of: unit) where votes.annotators[vote] >= 0 {
        let annotator = Int(votes.annotators[vote])
        let label = right(unit, vote)
        if label == undecided { undecidedVotes[annotator] += 1 }
        guard label >= 0 else { continue }
        counts[annotator][Int(label) * labels + Int(votes.labels[vote]), default: 0] += 1
      }
    }
    return counts.enumerated().map { annotator, counts in
      let cells = counts.keys.sorted().map { key in
        ContingencyTable.Cell(row: key / labels, column: key % labels, count: counts[key] ?? 0)
      }
      return LabelComparison(
        table: ContingencyTable(cells: cells), labelCount: labels,
        undecided: undecidedVotes[annotator])
    }
  }
}
