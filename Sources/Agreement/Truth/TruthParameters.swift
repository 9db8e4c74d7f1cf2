internal import Glibc

/// What a model of confusion matrices has learned: how often each label is true, and how often
/// each annotator gives each label when another one is true.
///
/// A value: keep it, score new votes of a unit with it, or start the next fit from it.
public struct TruthParameters: Equatable, Sendable {
  /// By label: how often it is true.
  public let priors: [Double]

  /// By annotator: where the rows begin; one more entry.
  let annotatorRows: [Int]

  /// By row: the label that the annotator gave.
  let rowLabels: [Int32]

  /// By row, then true label: the binary logarithm of the probability.
  let logs: [Double]

  /// By annotator, then true label: the same for labels that the annotator never gave.
  let unseenLogs: [Double]

  /// Annotators with codes; a last one may stand for nobody known.
  let namedCount: Int

  public var labelCount: Int { priors.count }

  /// ln P(`annotator` says `label` | `truth`); an annotator who is new says each label alike.
  /// O(log labels).
  public func logProbability(annotator: Int32, label: Int, truth: Int) -> Double {
    binaryLog(annotator: annotator, label: label, truth: truth) * Self.logOfTwo
  }

  /// The posterior distribution of one unit's truth, given its votes: an E-step for this unit
  /// alone. O(votes × labels).
  public func posterior(of votes: some Sequence<UnitRating>) -> [Double] {
    // Whole multiples of 2⁻³², so that the order of votes changes no bit.
    var scores = priors.map { (log2($0) * 0x1p32).rounded() * 0x1p-32 }
    for vote in votes {
      for truth in scores.indices {
        let log = binaryLog(annotator: vote.annotator, label: Int(vote.label), truth: truth)
        scores[truth] += (log * 0x1p32).rounded() * 0x1p-32
      }
    }
    let top = scores.max() ?? 0
    let shares = scores.map { exp2($0 - top) }
    let sum = OrderFreeSum.of(shares)
    return shares.map { $0 / sum }
  }

  static let logOfTwo = 0.6931471805599453

  func binaryLog(annotator: Int32, label: Int, truth: Int) -> Double {
    let annotator = annotator < 0 ? namedCount : Int(annotator)
    guard annotator < annotatorRows.count - 1, label < labelCount else {
      return -log2(Double(max(1, labelCount)))
    }
    var low = annotatorRows[annotator]
    var high = annotatorRows[annotator + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(rowLabels[middle]) < label { low = middle + 1 } else { high = middle }
    }
    guard low < annotatorRows[annotator + 1], Int(rowLabels[low]) == label else {
      return unseenLogs[annotator * labelCount + truth]
    }
    return logs[low * labelCount + truth]
  }
}
