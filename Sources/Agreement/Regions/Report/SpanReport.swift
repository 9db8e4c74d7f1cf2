/// What only a report on spans has.
public struct SpanReport: Equatable, Sendable {
  public let figures: SpanFigures
  /// Exact F1 averaged over pairs of annotators.
  public let meanExact: PairMean
  /// Counts under the four schemes over all comparisons, of two annotators the one whose name comes
  /// first as reference.
  public let muc: [MUCCounts]
  /// Nominal α of characters, no label being a value too.
  public let characterAlpha: Estimate
  /// αU of all annotators, where everybody annotated every unit.
  public let unitizedAlpha: UnitizedAlpha?
  /// αU averaged over pairs of annotators.
  public let meanUnitizedAlpha: PairMean
  /// γ, unless it was switched off.
  public let gamma: GammaAgreement?
  /// Whether the length of every text was known; otherwise it was taken to end with its last span,
  /// and characters beyond count for nothing.
  public let hasLengths: Bool

  /// αU of all annotators as one estimate.
  public var unitized: Estimate {
    unitizedAlpha?.alpha ?? Estimate(undefined: .undefinedUnequalAnnotators)
  }
}
