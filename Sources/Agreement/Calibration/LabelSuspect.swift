/// A unit whose given label is probably wrong.
public struct LabelSuspect: Equatable, Sendable {
  /// The unit's place in the table.
  public let unit: Int

  public let given: Int

  /// The label that is confidently the right one.
  public let suggested: Int

  /// The probability of the given label: the lower, the more suspect.
  public let selfConfidence: Double

  /// The probability of the given label less that of the likeliest other one.
  public let margin: Double

  /// What suspects are ordered by.
  public enum Ranking: String, Sendable, CaseIterable {
    case selfConfidence = "self_confidence"
    case normalisedMargin = "normalised_margin"

    func score(_ suspect: LabelSuspect) -> Double {
      switch self {
      case .selfConfidence: suspect.selfConfidence
      case .normalisedMargin: suspect.margin
      }
    }
  }
}
