/// What a release has to reach: `[gate]` of `tiebreak.toml`. A figure without a bar is shown and holds
/// nothing up.
public struct GateSettings: Hashable, Sendable {
  /// Least α over all labels.
  public var alpha: Number?
  /// Least α of any one label against the rest.
  public var labelAlpha: Number?
  /// Most units that are still open.
  public var open: Int?
  /// Most units that wait for a lead.
  public var escalated: Int?
  /// Most units with a raised flag.
  public var flagged: Int?
  /// Least share of a tier's units that are settled.
  public var tierSettled: [TierShare] = []
  /// Largest share of the rulings that one member made.
  public var ruledByOne: Number?
  /// Largest share of what goes out that is kept as ambiguous.
  public var ambiguous: Number?
  /// Largest share of what goes out that one person alone rated.
  public var single: Number?
  /// Least accuracy of the release that an audit must show: its one-sided lower limit.
  public var auditAccuracy: Number?

  public init() {}

  public struct TierShare: Hashable, Sendable {
    public let tier: TierID
    public let share: Number

    public init(tier: TierID, share: Number) {
      self.tier = tier
      self.share = share
    }
  }
}
