/// Why a figure has a value, or why it has none.
public enum EstimateStatus: String, Sendable, CaseIterable {
  case defined
  /// One label only: what chance would give is what is seen.
  case undefinedNoVariation = "undefined_no_variation"
  /// No unit has two ratings.
  case undefinedNoPairs = "undefined_no_pairs"
  /// No rating at all.
  case undefinedNoData = "undefined_no_data"
  /// The measure compares two annotators, and units have more ratings than two.
  case undefinedMoreThanTwo = "undefined_more_than_two"
  /// The measure needs labels in an order, and none is known for some label.
  case undefinedNotOrdered = "undefined_not_ordered"
  /// The measure needs labels that are numbers.
  case undefinedNotNumbers = "undefined_not_numbers"
  /// The ratio measure needs numbers from 0 upwards.
  case undefinedNegativeNumbers = "undefined_negative_numbers"
  /// The label was never used.
  case undefinedUnusedLabel = "undefined_unused_label"
  /// The sums at hand were made without counts by annotator.
  case undefinedNotCounted = "undefined_not_counted"
  /// The measure asks who rated, and some annotators are not known.
  case undefinedUnknownAnnotators = "undefined_unknown_annotators"
  /// In every unit the labels to compare with tie.
  case undefinedTies = "undefined_ties"
  /// The two annotators have no label in common.
  case undefinedNoCommonLabel = "undefined_no_common_label"
  /// The weights of all pairs of labels would be too many.
  case undefinedTooManyLabels = "undefined_too_many_labels"
  /// No region of one annotator was paired with one of another.
  case undefinedNoMatches = "undefined_no_matches"
  /// The exact answer was not found within the limit of steps.
  case undefinedBeyondLimit = "undefined_beyond_limit"
  /// Units were annotated by different annotators, and the measure needs the same everywhere.
  case undefinedUnequalAnnotators = "undefined_unequal_annotators"
  /// No two ratings of a unit meet where they would be compared.
  case undefinedNotCompared = "undefined_not_compared"
  /// Somebody beside themselves.
  case undefinedSelf = "undefined_self"
  /// The likelihood has no single finite maximum.
  case notIdentifiable = "not_identifiable"
  /// What was given no chance at all did happen: a distance or a loss without end.
  case infinite
  /// The target is no distribution.
  case undefinedTarget = "undefined_target"
  /// Fewer units than are needed to judge.
  case undefinedTooFewUnits = "undefined_too_few_units"
  /// Only one label was ever right, so nothing shows whether it is told from others.
  case undefinedOneTruth = "undefined_one_truth"

  /// A sentence for people, or nil where there is nothing to explain.
  public var explanation: String? {
    switch self {
    case .defined: nil
    case .undefinedNoVariation:
      "Only one label was used, so agreement by chance would be complete: there is nothing to correct."
    case .undefinedNoPairs: "No unit has two ratings, so nothing can be compared."
    case .undefinedNoData: "There are no ratings."
    case .undefinedMoreThanTwo:
      "This measure compares two ratings per unit, and some units have more; Fleiss' kappa is its extension."
    case .undefinedNotOrdered: "This level needs labels in a declared order."
    case .undefinedNotNumbers: "This level needs labels that are numbers of moderate size."
    case .undefinedNegativeNumbers: "The ratio level needs numbers that are not negative."
    case .undefinedUnusedLabel: "Nobody used this label in a unit that has two ratings."
    case .undefinedNoMatches: "No region of one annotator was paired with one of another."
    case .undefinedBeyondLimit: "The exact answer was not found within the limit of steps."
    case .undefinedUnequalAnnotators:
      "Not everybody annotated every unit; see the figures by pair of annotators."
    case .undefinedNotCounted: "Counts by annotator were switched off."
    case .undefinedUnknownAnnotators:
      "This measure needs to know who gave each rating, and for some that is not known."
    case .undefinedTies: "The other ratings tie in every unit, so none has a most frequent label."
    case .undefinedNoCommonLabel: "No label was used by both annotators."
    case .undefinedTooManyLabels:
      "There are more than 2048 labels: weights for every two of them would take too long."
    case .undefinedNotCompared: "No two ratings of one unit meet here, so nothing can be compared."
    case .undefinedSelf: "An annotator is not compared with themselves here."
    case .notIdentifiable:
      "Some systems never lose to, or are never compared with, the others: no finite strength fits best."
    case .infinite:
      "Something occurs that was given the share or probability 0: the figure is infinite, unless such zeros are smoothed."
    case .undefinedTarget:
      "The target's shares have to be numbers from 0 upwards, not all of them 0."
    case .undefinedTooFewUnits: "Too few units have two ratings here to judge."
    case .undefinedOneTruth:
      "Only one label was ever the right one here, so nothing shows whether it is told from others."
    }
  }
}
