/// Where a 95 % interval comes from, or why there is none.
public enum IntervalStatus: String, Sendable, CaseIterable {
  /// From the analytic standard error, items random and annotators fixed.
  case analytic
  /// From the scores of units around the inverse information (Huber 1967; White 1982): ratings of
  /// one unit may hang together.
  case sandwich
  /// From the inverse information, as if every comparison stood alone.
  case independent
  /// Percentiles of a seeded bootstrap over units.
  case percentile
  /// A seeded bootstrap over units, corrected for bias and acceleration (Efron 1987).
  case bca
  /// The jackknife over units.
  case jackknife
  /// From the sampling error of what chance would give, one text: it does not say how texts differ.
  case sampling
  /// Wilson's score interval of a share (Wilson 1927).
  case wilson
  /// The standard error is zero: both ends are the value.
  case collapsed
  /// There is no value.
  case undefinedValue = "undefined_value"
  /// One unit says nothing about how units differ.
  case oneUnit = "one_unit"
  /// There are no more units than parameters to be found.
  case tooFewUnits = "too_few_units"
  /// The formula needs counts of label patterns, which were not at hand.
  case needsPatterns = "needs_patterns"
  /// The formula needs the votes of each unit, which were not at hand.
  case needsVotes = "needs_votes"
  /// Without one single unit the figure would be undefined.
  case hangsOnOneUnit = "hangs_on_one_unit"
  /// Some unit has more ratings than the sums keep squares for.
  case tooManyRatings = "too_many_ratings"
  /// More different values than a weighted interval can be computed for in time.
  case tooManyLabels = "too_many_labels"
  /// In most resamples of units the figure is undefined.
  case tooFewReplicates = "too_few_replicates"
  /// A count of what there is.
  case plainCount = "plain_count"
  /// No analytic formula is known or built for this figure.
  case noFormula = "no_formula"

  /// A sentence for people, or nil where there is nothing to explain.
  public var explanation: String? {
    switch self {
    case .analytic, .sandwich, .independent, .percentile, .bca, .jackknife, .wilson, .sampling: nil
    case .collapsed: "All units agree on this figure, so nothing shows how much it varies."
    case .undefinedValue: "There is no value, hence no interval."
    case .oneUnit: "One unit cannot show how much the figure varies between units."
    case .tooFewUnits:
      "There are no more units than parameters to be found, so they do not show how much these vary."
    case .needsPatterns: "The interval of a weighted figure needs counts of label patterns."
    case .needsVotes:
      "The interval needs to know who rated each unit how, and only counts were at hand."
    case .hangsOnOneUnit:
      "Without one single unit the figure would be undefined, so nothing says how much it varies."
    case .tooManyRatings: "Some unit has more than 2048 ratings, beyond what squared sums can hold."
    case .tooManyLabels:
      "There are too many different values for this interval to be found in time."
    case .tooFewReplicates:
      "In most resamples of the units the figure is undefined, so they show no interval."
    case .plainCount: "A count of what there is needs no interval."
    case .noFormula: "There is no closed formula for this interval."
    }
  }
}
