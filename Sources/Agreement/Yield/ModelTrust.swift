/// Whether the models of annotators may have a say, or too little is known to tell what they found.
///
/// With few votes near chance agreement a confusion model may settle on the wrong meaning of its
/// classes. Then the votes alone are heard until enough rulings say what is meant.
public enum ModelTrust: Hashable, Sendable {
  case trusted
  case notYet(Doubt)

  /// Rulings after which the models have a say in any case.
  public static let rulingsNeeded = 20

  public enum Reason: Hashable, Sendable {
    /// Where the first label is true, annotators say the second more often; both by their codes.
    case swapped(truth: Int32, said: Int32)
    /// α is below .1 with fewer than five votes a unit.
    case nearChance
  }

  public struct Doubt: Hashable, Sendable {
    public let reason: Reason
    /// How many more rulings it takes.
    public let rulingsMissing: Int
  }

  /// - Parameter reason: What is doubtful by the votes alone.
  init(_ reason: Reason?, rulings: Int) {
    guard let reason, rulings < Self.rulingsNeeded else {
      self = .trusted
      return
    }
    self = .notYet(Doubt(reason: reason, rulingsMissing: Self.rulingsNeeded - rulings))
  }

  /// What is doubtful of a fit without rulings.
  ///
  /// - Parameter pooled: G of Dawid & Skene's model, by class and label.
  static func reason(_ votes: VoteTable, pooled: [Double], classes: [Int32]) -> Reason? {
    if let swap = swap(pooled, classes) { return swap }
    let rated = (0..<votes.unitCount).count { !votes.votes(of: $0).isEmpty }
    guard votes.count < 5 * rated else { return nil }
    let alpha = KrippendorffAlpha.estimate(votes.sums(detail: .none)).value
    return (alpha ?? 1) < 0.1 ? .nearChance : nil
  }

  private static func swap(_ pooled: [Double], _ classes: [Int32]) -> Reason? {
    for truth in classes.indices {
      for said in classes.indices where said != truth {
        let place = truth * classes.count
        guard pooled[place + said] > pooled[place + truth] else { continue }
        return .swapped(truth: classes[truth], said: classes[said])
      }
    }
    return nil
  }
}
