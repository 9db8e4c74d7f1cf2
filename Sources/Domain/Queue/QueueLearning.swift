/// Whose figures order the queue where the policy is `gain`.
public enum QueueLearning: Hashable, Sendable {
  /// The shares of the votes alone.
  case votes(Reason)
  /// Models of the annotators that have a say, and the ruled labels that taught them.
  case models(annotators: Int, rulings: Int)
  /// Models that have no say yet: the votes alone are heard until so many more rulings are in.
  case waiting(rulings: Int)

  /// Why there are no models.
  public enum Reason: String, Sendable, CaseIterable {
    /// They are being fitted, or nobody asked for them.
    case unfitted
    /// Most votes do not say whose they are, or all are of one annotator.
    case unnamed
    /// The values are not of the kind that annotators confuse: texts, regions, rankings, or more
    /// different ones than a confusion matrix holds.
    case values
    /// There are more units and labels than are kept in memory.
    case size
  }

  /// The named policy and its version, as it stands in decisions.
  public var policyName: String {
    switch self {
    case .votes: ExpectedGain.policyName
    case .models, .waiting: Self.modelPolicyName
    }
  }

  /// The policy of the models of annotators; see `docs/yield.md`.
  public static let modelPolicyName = "gain/pool-1"
}
