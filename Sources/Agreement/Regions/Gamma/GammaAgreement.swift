import Domain

/// γ: agreement on where units are and what they are, found by aligning the units of all annotators
/// as well as can be (Mathet, Widlöcher & Métivier 2015), and γ-cat: agreement on labels among the
/// aligned (Mathet 2017).
///
/// The best alignment is exact. What chance would give comes from random texts, so γ has a sampling
/// error; the seed makes it repeatable.
public struct GammaAgreement: Equatable, Sendable {
  /// 1 − observed / expected disorder. Of several texts each counts by its units per annotator. The
  /// interval is the jackknife over texts, of one text that of the sampling error alone.
  public let gamma: Estimate
  /// 1 − observed / expected disorder of labels among aligned units, without an interval.
  public let gammaCat: Estimate
  /// The standard error of γ that comes from random texts being random.
  public let samplingError: Double?
  /// Random texts drawn.
  public let samples: Int
  public let options: GammaOptions
  /// Texts that γ is computed from.
  public let texts: Int
  /// Texts whose best alignment was not found within the limits; they are left out.
  public let textsBeyondLimit: Int
  /// Texts left out because there were more than the limit; those kept are drawn by the seed.
  public let textsNotDrawn: Int

  /// Measures texts with two annotators or more and a unit at least; others have nothing to align.
  /// Annotators may differ from text to text.
  ///
  /// Two annotators take O(texts · samples · n³) within components of near units; with more the time
  /// depends on how tangled they are, and ends at the limits.
  public init(_ continua: [SpanContinuum], options: GammaOptions = GammaOptions()) {
    let codes = CodedSpan.codes(continua.flatMap(\.answers))
    let all = continua.map { GammaText($0, codes: codes) }
      .filter { $0.annotators > 1 && $0.unitCount > 0 }
    let kept = Self.drawn(all, seed: options.seed, atMost: options.limit.texts)
    let results = kept.compactMap { GammaTextResult($0, options) }
    self.options = options
    texts = results.count
    textsBeyondLimit = kept.count - results.count
    textsNotDrawn = all.count - kept.count
    samples = results.reduce(0) { $0 + $1.samples }
    let totals = GammaTotals(results)
    let status: EstimateStatus =
      if !kept.isEmpty { .undefinedBeyondLimit } else {
        continua.contains { $0.answers.count > 1 } ? .undefinedNoData : .undefinedNoPairs
      }
    gamma = totals.gamma ?? Estimate(undefined: status)
    gammaCat =
      totals.gammaCat ?? Estimate(undefined: results.isEmpty ? status : .undefinedNoMatches)
    samplingError = totals.samplingError
  }

  /// Texts in the order of a hash, so that what is kept does not depend on the order they came in.
  private static func drawn(_ texts: [GammaText], seed: UInt64, atMost limit: Int) -> [GammaText] {
    guard texts.count > limit else { return texts }
    let keys = texts.map { text in
      var order = SeededOrder(seed: seed ^ text.fingerprint)
      return order.next()
    }
    return texts.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.prefix(limit).map { texts[$0] }
  }
}
