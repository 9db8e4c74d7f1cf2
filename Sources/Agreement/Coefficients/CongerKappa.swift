/// Conger's κ (Conger 1980, the exact κ of several annotators; Hubert 1977): Cohen's κ for more than
/// two. p_e is the chance agreement of two different annotators, each with their own habits.
public enum CongerKappa {
  /// The estimate, in Gwet's form (2014) for missing ratings: p_e = Σ w_kl (p̄_k p̄_l − s_kl / R).
  ///
  /// It takes the annotators as the same throughout: where every one of them rated few units, the
  /// shares that p_e is made of are rough.
  ///
  /// - Parameters:
  ///   - sums: With counts by annotator, at least their marginals.
  ///   - votes: The ratings that `sums` counts, for the interval; without them there is none.
  /// - Complexity: O(annotators · labels²) with weights, else O(annotators · labels), and
  ///   O(Σ r·d) over the votes.
  public static func estimate(
    _ sums: AgreementSums, weights: AgreementWeights = .identity, votes: VoteTable? = nil
  ) -> Estimate {
    let marginals = UnitMarginals(sums, labelCount: 0)
    if let obstacle = marginals.obstacle { return Estimate(undefined: obstacle) }
    guard sums.detail != .none else { return Estimate(undefined: .undefinedNotCounted) }
    let habits = AnnotatorHabits(sums, labelCount: marginals.labelCount)
    guard habits.ratings == marginals.ratings else {
      return Estimate(undefined: .undefinedUnknownAnnotators)
    }
    guard habits.totals.count > 1 else { return Estimate(undefined: .undefinedNotCompared) }
    let observed = ObservedAgreement.value(
      sums, pairableUnits: marginals.pairableUnits, weights: weights)
    let chance = habits.chance(weights)
    guard !marginals.isUniform, 1 - chance.expected > 0 else {
      return Estimate(
        undefined: .undefinedNoVariation, observed: observed, expected: chance.expected)
    }
    let value = (observed - chance.expected) / (1 - chance.expected)
    let linear = Linear(
      marginals: marginals, habits: habits, chance: chance, weights: weights, value: value)
    return Estimate(
      value: value, observed: observed, expected: chance.expected,
      uncertainty: votes.map { linear.uncertainty($0) } ?? .unknown(.needsVotes),
      units: marginals.units)
  }

  /// Gwet's linearisation (2014): what each unit adds, with the annotators who rated it.
  private struct Linear {
    let marginals: UnitMarginals
    let habits: AnnotatorHabits
    let chance: AnnotatorHabits.Chance
    let weights: AgreementWeights
    let value: Double

    /// Σ (v_u − κ)² / (I (I − 1)) over the units with a rating.
    func uncertainty(_ votes: VoteTable) -> Uncertainty {
      guard marginals.units > 1 else { return .unknown(.oneUnit) }
      var squares: [Double] = []
      squares.reserveCapacity(marginals.units)
      var ratings: [UnitRating] = []
      for unit in 0..<votes.unitCount {
        votes.read(unit, into: &ratings)
        guard !ratings.isEmpty else { continue }
        let deviation = deviation(ratings)
        squares.append(deviation * deviation)
      }
      let units = Double(marginals.units)
      return .variance(OrderFreeSum.of(squares) / (units * (units - 1)))
    }

    /// Σ w_kl over ordered pairs of different ratings.
    private func agreement(_ ratings: [UnitRating]) -> Double {
      guard weights.isIdentity else {
        return LabelPattern(sorted: ratings.map(\.label).sorted(), units: 1).agreement(weights)
      }
      var equal = 0
      for (place, rating) in ratings.enumerated() {
        for earlier in ratings[..<place] where earlier.label == rating.label { equal += 2 }
      }
      return Double(equal)
    }

    private func deviation(_ ratings: [UnitRating]) -> Double {
      let room = 1 - chance.expected
      let units = Double(marginals.units)
      var own = 0.0
      if ratings.count > 1 {
        let share = agreement(ratings) / (Double(ratings.count) * Double(ratings.count - 1))
        own = units / Double(marginals.pairableUnits) * (share - chance.expected) / room
      }
      let terms = ratings.map { rating in
        let place = habits.place(of: Int(rating.annotator))
        let excess = chance.agreement[place][Int(rating.label)] - chance.means[place]
        return units / Double(habits.totals[place]) * excess
      }
      let count = Double(habits.totals.count)
      let excess = OrderFreeSum.of(terms) / (count * (count - 1))
      return own - 2 * (1 - value) * excess / room - value
    }
  }
}
