/// Gold of one unit as it holds now: the last mark, else the value that came in as gold.
public struct GoldUnit: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    /// A member marked it.
    case marked(GoldStanding, GoldMark)
    /// It came in as gold from elsewhere, with this batch.
    case imported(batch: Int)
  }

  public let unit: UnitID
  public let outcome: Outcome
  public let origin: Origin
  /// Whether the ruling that it was made from no longer stands.
  public let isBereft: Bool

  public init(unit: UnitID, outcome: Outcome, origin: Origin, isBereft: Bool = false) {
    self.unit = unit
    self.outcome = outcome
    self.origin = origin
    self.isBereft = isBereft
  }

  /// Position of the event that marked it; nil for gold from elsewhere.
  public var seq: Int? {
    if case .marked(let standing, _) = origin { standing.seq } else { nil }
  }

  /// Position of the ruling that it was made from, if one.
  public var ruling: Int? {
    if case .marked(_, let mark) = origin { mark.ruling } else { nil }
  }

  /// The labels that its value speaks of.
  public var labels: [LabelID] { outcome.value?.mentionedLabels ?? [] }
}
