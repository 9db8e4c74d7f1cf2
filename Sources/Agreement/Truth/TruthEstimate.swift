/// The inferred true labels of all units, and what the inference says about annotators.
public struct TruthEstimate: Equatable, Sendable {
  public let model: TruthModel

  /// Whether there is something to infer from, or why not.
  public let status: EstimateStatus

  /// By unit: label, runner-up, entropy.
  public let units: [UnitTruth]

  /// By unit, then label: the posterior probability; zeros where a unit has no vote. Empty where
  /// only a summary was asked for.
  public let posteriors: [Double]

  /// By label: how often it is true, by the model.
  public let priors: [Double]

  /// By annotator: where the model has one, the matrix of how often which label is given for which.
  public let confusions: [AnnotatorConfusion]

  /// By annotator: how far to be trusted, on the model's own scale (the probability of being right;
  /// MACE: of not spamming; GLAD: the ability, which may be negative). Nil where there is no vote.
  public let competences: [Double?]

  /// By step: ln P(votes), by what was known before the step.
  public let logLikelihoods: [Double]

  /// By step: what the steps raise. The log-likelihood and, where something is smoothed, the
  /// logarithm of the prior's density (without its constant). It never falls but by rounding.
  public let objectives: [Double]

  /// What `iterations` counts: steps taken; 0 for votes without iteration.
  public let iterations: Int

  /// Whether the last step gained no more than the tolerance.
  public let hasConverged: Bool

  /// The seed of random starts, where the model has any.
  public let seed: UInt64?

  /// What was learned, to score more votes or to go on from; nil for votes without a model.
  public let parameters: TruthParameters?

  public var labelCount: Int { priors.count }

  /// One unit's posterior distribution, empty where only a summary was asked for.
  public func posterior(of unit: Int) -> ArraySlice<Double> {
    guard !posteriors.isEmpty else { return [] }
    return posteriors[unit * labelCount..<(unit + 1) * labelCount]
  }

  /// The most probable labels of a unit: one, several where they are tied, none without a vote.
  public func leaders(of unit: Int) -> [Int] {
    let truth = units[unit]
    guard truth.isRated else { return [] }
    guard truth.isTied else { return [Int(truth.leader)] }
    let least = truth.probability * (1 - UnitTruth.tieTolerance)
    let row = posterior(of: unit)
    guard !row.isEmpty else { return [Int(truth.leader), Int(truth.second)] }
    return row.indices.filter { row[$0] >= least }.map { $0 - row.startIndex }
  }

  /// Units with votes whose most probable labels are tied.
  public var tiedUnits: Int { units.count { $0.isTied } }

  /// The mean posterior probability of the most probable label: how many of these labels are
  /// right, if the model is. Nil without a rated unit.
  public var expectedAccuracy: Double? {
    let rated = units.filter(\.isRated)
    guard !rated.isEmpty else { return nil }
    return OrderFreeSum.of(rated.map(\.probability)) / Double(rated.count)
  }
}
