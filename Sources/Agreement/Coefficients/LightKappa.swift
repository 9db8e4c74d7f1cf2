/// Light's κ (Light 1971): the plain mean of Cohen's κ over all pairs of annotators with a common
/// unit, with the jackknife interval over units.
public struct LightKappa: Equatable, Sendable {
  /// The mean over the pairs whose κ is defined.
  public let estimate: Estimate

  /// Pairs that the mean is taken over.
  public let pairs: Int

  /// Pairs with common units whose κ is undefined.
  public let undefinedPairs: Int

  /// The mean alone, from the tables of the pairs: the interval needs votes.
  public init(_ annotatorPairs: [AnnotatorPair]) {
    self.init(MeanPairwiseCohen(annotatorPairs), jackknife: nil)
  }

  /// The mean alone, from what a list says about each pair.
  public init(summaries: [PairSummary]) {
    self.init(MeanPairwiseCohen(summaries: summaries), jackknife: nil)
  }

  /// The mean and its interval. Of repeats in a unit the last vote counts.
  ///
  /// - Parameter sums: The sums of these votes; nil has them counted here.
  /// - Complexity: O(Σ r²): leaving out a unit takes one count from each of its pairs' tables.
  public init(_ votes: VoteTable, sums: AgreementSums? = nil) {
    let margins = PairMargins(sums ?? votes.sums())
    self.init(
      MeanPairwiseCohen(kappas: margins.tables.map(\.kappa)),
      jackknife: Self.leaveOut(votes, margins))
  }

  private init(_ mean: MeanPairwiseCohen, jackknife: Jackknifed?) {
    pairs = mean.pairs
    undefinedPairs = mean.undefinedPairs
    if let value = mean.estimate.value, let jackknife {
      estimate = jackknife.figures.estimate(around: value, units: jackknife.units)
    } else if let value = mean.estimate.value {
      estimate = Estimate(
        value: value, standardError: nil, interval: nil, intervalStatus: .needsVotes)
    } else {
      estimate = mean.estimate
    }
  }

  private struct Jackknifed {
    var figures = LeaveOneOut()
    /// Units with a pair of annotators.
    var units = 0
  }

  private static func leaveOut(_ votes: VoteTable, _ margins: PairMargins) -> Jackknifed {
    var jackknifed = Jackknifed()
    let values = margins.tables.map(\.kappa)
    let defined = values.compactMap(\.self)
    let sum = OrderFreeSum.of(defined)
    var ratings: [UnitRating] = []
    var changes: [Double] = []
    for unit in 0..<votes.unitCount {
      votes.read(unit, into: &ratings)
      ratings.removeAll { $0.annotator < 0 }
      guard ratings.count > 1 else { continue }
      jackknifed.units += 1
      changes.removeAll(keepingCapacity: true)
      var lost = 0
      for (place, second) in ratings.enumerated() {
        for first in ratings[..<place] {
          guard let pair = margins.place(first.annotator, second.annotator),
            let whole = values[pair]
          else { continue }
          let value = margins.tables[pair].kappa(
            withoutRow: Int(first.label), column: Int(second.label))
          if value == nil { lost += 1 }
          changes.append((value ?? 0) - whole)
        }
      }
      let left = defined.count - lost
      let mean = (sum + OrderFreeSum.of(changes)) / Double(max(left, 1))
      jackknifed.figures.add(left == 0 ? nil : mean - sum / Double(defined.count))
    }
    return jackknifed
  }
}
