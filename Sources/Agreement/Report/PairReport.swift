/// One line of the report by pair of annotators.
public struct PairReport: Equatable, Sendable {
  /// Fewer common units than this say too little about two annotators.
  public static let enoughUnits = 30

  public let first: String
  public let second: String

  /// Units that both rated.
  public let units: Int

  /// The share of common units with the same label, with Wilson's interval.
  public let agreement: Estimate

  /// Cohen's κ with its analytic interval; undefined where both gave one and the same label
  /// throughout.
  public let kappa: Estimate

  /// The largest κ that the margins allow, bias, prevalence, PABAK.
  public let circumstances: KappaCircumstances?

  /// Reads one pair's table. O(labels²).
  init(first: String, second: String, table: ContingencyTable, labelCount: Int) {
    self.first = first
    self.second = second
    units = table.units
    agreement = Estimate.share(table.agreeing, of: table.units)
    kappa = CohenKappa.estimate(table)
    circumstances = KappaCircumstances(table, labelCount: labelCount)
  }

  public var percentAgreement: Double { agreement.value ?? 0 }

  /// Cohen's κ, or nil where both gave one and the same label throughout.
  public var cohenKappa: Double? { kappa.value }

  /// Why `cohenKappa` is nil.
  public var cohenStatus: EstimateStatus { kappa.status }

  /// False where the figures rest on fewer than `enoughUnits` common units.
  public var isEnough: Bool { units >= Self.enoughUnits }
}
