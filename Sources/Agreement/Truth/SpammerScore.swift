/// How far an annotator's labels depend on the truth (Raykar & Yu 2012, section 3): 0 for a spammer,
/// whose labels are drawn without a look at the unit, so that all rows of the confusion matrix are
/// the same; 1 for an annotator who is never wrong.
///
/// S = Σ over pairs c < c′ of true labels of Σₖ (P(k | c) − P(k | c′))², by C (C − 1) for C true
/// labels. With two labels it is (sensitivity + specificity − 1)²: an annotator who is always wrong
/// has 1 too, for what they say can be turned round.
public enum SpammerScore {
  /// True labels with fewer votes than this say nothing about their row.
  static let leastVotes = 1.0

  /// The score by a model's confusion matrix; undefined where fewer than two labels are true in at
  /// least one expected vote. O(labels³).
  public static func estimate(_ confusion: AnnotatorConfusion) -> Estimate {
    let all = 0..<confusion.labelCount
    return estimate(labelCount: confusion.labelCount) { truth in
      OrderFreeSum.of(all.map { confusion.count(truth: truth, given: $0) })
    } share: { truth, given in
      confusion.probability(truth: truth, given: given)
    }
  }

  /// The score by votes counted beside right labels (rows). O(labels³).
  static func estimate(_ table: ContingencyTable) -> Estimate {
    let labels = table.labelCount
    var counts = Array(repeating: 0, count: labels * labels)
    for cell in table.cells { counts[cell.row * labels + cell.column] = cell.count }
    return estimate(labelCount: labels) { truth in
      Double(table.rows[truth])
    } share: { truth, given in
      Double(counts[truth * labels + given]) / Double(table.rows[truth])
    }
  }

  private static func estimate(
    labelCount: Int, votes: (Int) -> Double, share: (Int, Int) -> Double
  ) -> Estimate {
    let masses = (0..<labelCount).map(votes)
    let truths = masses.indices.filter { masses[$0] >= leastVotes }
    guard masses.contains(where: { $0 > 0 }) else { return Estimate(undefined: .undefinedNoData) }
    guard truths.count > 1 else { return Estimate(undefined: .undefinedOneTruth) }
    let rows = truths.map { truth in (0..<labelCount).map { share(truth, $0) } }
    var terms: [Double] = []
    for first in rows.indices {
      for second in rows.indices where second > first {
        for (one, other) in zip(rows[first], rows[second]) {
          terms.append((one - other) * (one - other))
        }
      }
    }
    let pairs = Double(truths.count * (truths.count - 1))
    return Estimate(
      value: OrderFreeSum.of(terms) / pairs, standardError: nil, interval: nil,
      intervalStatus: .noFormula)
  }
}
