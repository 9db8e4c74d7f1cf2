/// How many units stand behind two labels that met, and what became of them.
public struct HeatPairUnits: Hashable, Sendable {
  public let pair: HeatPair
  public let units: Int
  /// Those that wait for a ruling.
  public let open: Int
  /// What was ruled on the others, the most frequent first.
  public let rulings: [HeatRuling]

  public init(pair: HeatPair, units: Int, open: Int, rulings: [HeatRuling]) {
    self.pair = pair
    self.units = units
    self.open = open
    self.rulings = rulings
  }

  public var ruled: Int { rulings.reduce(0) { $0 + $1.units } }
}

/// How often something was ruled.
public struct HeatRuling: Hashable, Sendable {
  /// nil for rulings that name no label.
  public let label: String?
  public let units: Int

  public init(label: String?, units: Int) {
    self.label = label
    self.units = units
  }
}
