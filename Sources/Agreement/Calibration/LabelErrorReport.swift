/// Probable label errors by confident learning (Northcutt, Jiang & Chuang 2021).
public struct LabelErrorReport: Equatable, Sendable {
  /// What the resamples start from where nothing is said.
  public static let usualSeed: UInt64 = 1

  /// What the probabilities are taken for.
  public let origin: ProbabilityOrigin

  public let units: Int

  public let joint: ConfidentJoint

  public let ranking: LabelSuspect.Ranking

  /// Units off the diagonal of the confident joint, the most suspect first; equal ones by unit.
  public let suspects: [LabelSuspect]

  /// The estimated share of wrong labels, or undefined without a unit; its interval from a seeded
  /// bootstrap over units that finds the thresholds anew in every resample.
  public let errorShare: Estimate

  /// Resamples that were drawn, how many of them were of no use, and what they started from.
  public let resamples: Int
  public let undefinedResamples: Int
  public let seed: UInt64

  /// The share of wrong labels among those given each label, by code; nil for labels not given.
  public let errorShares: [Double?]

  /// Finds the suspects of a table.
  /// O(resamples × units × labels + units log units + suspects log suspects).
  public init(
    _ table: ProbabilityTable, origin: ProbabilityOrigin = .assumedOutOfSample,
    ranking: LabelSuspect.Ranking = .selfConfidence, seed: UInt64 = usualSeed
  ) {
    let joint = ConfidentJoint(table)
    self.origin = origin
    self.joint = joint
    self.ranking = ranking
    units = table.count
    suspects = Self.suspects(table, joint)
      .sorted { one, other in
        let scores = (ranking.score(one), ranking.score(other))
        return scores.0 == scores.1 ? one.unit < other.unit : scores.0 < scores.1
      }
    let bootstrap = LabelErrorBootstrap(table).estimate(of: joint, seed: seed)
    errorShare = bootstrap.estimate
    resamples = bootstrap.replicates
    undefinedResamples = bootstrap.undefinedReplicates
    self.seed = seed
    let calibrated = joint.calibrated
    errorShares = joint.given.enumerated().map { label, given in
      guard given > 0 else { return nil }
      let others = calibrated[label].enumerated().map { $0 == label ? 0 : $1 }
      return OrderFreeSum.of(others) / Double(given)
    }
  }

  private static func suspects(
    _ table: ProbabilityTable, _ joint: ConfidentJoint
  ) -> [LabelSuspect] {
    table.labels.enumerated().compactMap { unit, given in
      guard let suggested = joint.confidentLabels[unit], suggested != given else { return nil }
      let own = table[unit, given]
      let others = table[unit].enumerated().lazy.filter { $0.offset != given }.map(\.element)
      return LabelSuspect(
        unit: unit, given: given, suggested: suggested, selfConfidence: own,
        margin: own - (others.max() ?? 0))
    }
  }
}
