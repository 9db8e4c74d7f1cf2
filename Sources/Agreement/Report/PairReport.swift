/// One line of the report by pair of annotators.
public struct PairReport: Equatable, Sendable {
  public let first: String
  public let second: String

  /// Units that both rated.
  public let units: Int

  public let percentAgreement: Double

  /// Cohen's κ, or nil where both gave one and the same label throughout.
  public let cohenKappa: Double?

  /// Why `cohenKappa` is nil.
  public var cohenStatus: EstimateStatus {
    cohenKappa == nil ? .undefinedNoVariation : .defined
  }
}
