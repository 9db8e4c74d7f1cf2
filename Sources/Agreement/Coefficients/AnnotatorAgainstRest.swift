/// One annotator against all others, over the units that they share.
public struct AnnotatorAgainstRest: Equatable, Sendable {
  /// Fewer shared units than this say too little about one annotator.
  public static let enoughUnits = 30

  /// The annotator's code.
  public let annotator: Int

  /// All units that the annotator rated.
  public let ratings: Int

  /// Of these, the units that others rated too.
  public let sharedUnits: Int

  /// Pairs of one of the annotator's ratings and one of another annotator for the same unit.
  public let pairs: Int

  /// The share of `pairs` that agree, with the jackknife interval over shared units.
  public let agreement: Estimate

  /// Cohen's κ of the table of all `pairs`, the annotator's label against the other's, with the
  /// jackknife interval over shared units.
  public let kappa: Estimate

  /// The share of shared units in which the annotator gave the label that most others gave, with
  /// Wilson's interval. Units in which the others tie are left out: `tiedUnits` says how many.
  public let pluralityAgreement: Estimate

  /// Shared units whose other ratings have no single most frequent label.
  public let tiedUnits: Int

  /// α of all ratings less α without this annotator's: below 0 for one who lowers agreement.
  public let alphaDifference: Estimate

  /// False where the figures rest on fewer than `enoughUnits` shared units.
  public var isEnough: Bool { sharedUnits >= Self.enoughUnits }

  /// Every annotator who rated, by code.
  ///
  /// Of repeats of an annotator in a unit the last one counts. The integers behind every figure are
  /// exact, so neither the order of units nor of annotators changes a bit.
  ///
  /// - Parameters:
  ///   - metric: For α and its difference.
  ///   - differences: Whether α without each annotator is wanted: it costs two updates of the sums
  ///     for every rating and α once for every annotator.
  /// - Complexity: O(Σ r²) for ratings r per unit.
  public static func all(
    _ votes: VoteTable, metric: AlphaMetric = .nominal, differences: Bool = true
  ) -> [AnnotatorAgainstRest] {
    var tallies = RestTallies(votes)
    tallies.leaveOutUnits(votes)
    let alphas = differences ? AlphaWithout(votes, metric: metric) : nil
    return tallies.annotators.enumerated().compactMap { annotator, tally in
      guard tally.ratings > 0 else { return nil }
      return AnnotatorAgainstRest(
        annotator: annotator, tally: tally,
        difference: alphas?.difference(annotator) ?? Estimate(undefined: .undefinedNotCounted))
    }
  }

  private init(annotator: Int, tally: RestTallies.Tally, difference: Estimate) {
    self.annotator = annotator
    ratings = tally.ratings
    sharedUnits = tally.units
    pairs = tally.table.total
    tiedUnits = tally.tied
    alphaDifference = difference
    let judged = tally.units - tally.tied
    pluralityAgreement =
      judged == 0
      ? Estimate(undefined: tally.units == 0 ? .undefinedNoPairs : .undefinedTies)
      : Estimate.share(tally.withPlurality, of: judged)
    guard tally.units > 0 else {
      agreement = Estimate(undefined: .undefinedNoPairs)
      kappa = Estimate(undefined: .undefinedNoPairs)
      return
    }
    agreement = tally.agreements.estimate(around: tally.table.observed, units: tally.units)
    let chance = tally.table.expected
    if let value = tally.table.kappa {
      kappa = tally.kappas.estimate(
        around: value, observed: tally.table.observed, expected: chance, units: tally.units)
    } else {
      kappa = Estimate(
        undefined: .undefinedNoVariation, observed: tally.table.observed, expected: chance)
    }
  }
}
