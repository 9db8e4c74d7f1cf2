package import Agreement
package import Domain

/// What `agree` is asked for besides what it always says.
package struct AgreementWishes: Sendable {
  /// Which shares labels should have.
  package enum Target: Hashable, Sendable {
    /// All the same.
    case uniform
    /// By label, together at most 1. The rest falls to the labels that are not named.
    case shares([LabelID: Double])
    /// None is stated: only what is rare and what is empty is looked for.
    case none
  }

  /// How many items the next batch must have.
  package struct Planning: Hashable, Sendable {
    package let halfWidth: Double
    package let largestDefectShare: Double

    package init(halfWidth: Double, largestDefectShare: Double) {
      self.halfWidth = halfWidth
      self.largestDefectShare = largestDefectShare
    }
  }

  /// The level of measurement of Krippendorff's α; nil: that of the scale.
  package var level: Scale?
  /// Partial agreement; nil: as the level has it.
  package var weights: AgreementWeights.Scheme?
  /// Partial agreement by the labels' names, instead of `weights`.
  package var weightTable: WeightTable?
  package var resampling: Resampling?
  package var cuts: [Cut] = []
  /// Windows of time to look for a change in.
  package var drift: WindowScheme?
  /// What the mix of labels is held against; nil: nobody asked.
  package var target: Target?
  package var planning: Planning?
  /// How spans and boxes are paired.
  package var regions = RegionOptions()
  /// What a model said of each label.
  package var probabilities: ModelProbabilities?

  package init() {}

  /// Whether sums do not do: some section asks when, where or in which slice ratings were given.
  var needsVotes: Bool { !cuts.isEmpty || drift != nil || probabilities != nil }
}
