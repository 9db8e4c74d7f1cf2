/// The label that goes out for a unit, and who says so.
public struct ReleasedLabel: Hashable, Sendable {
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// A person ruled.
    case ruling
    /// More annotators gave it than any other label.
    case majority
    /// The models of annotators say so, and no majority does. Never passed off as consensus.
    case model
    /// The only annotator who was asked gave it.
    case single
  }

  /// By its code.
  public let label: Int32

  /// 1 for a ruling, else the pool's.
  public let probability: Double

  public let source: Source
}
