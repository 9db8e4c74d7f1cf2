/// Whether a model agrees with people as people agree with each other: two comparisons, one plain and
/// one by annotator left out (the alternative annotator test of Calderon, Reichart & Dror 2025).
public struct SubstituteTest: Equatable, Sendable {
  /// The model in place of one annotator.
  public struct Place: Equatable, Sendable {
    public let annotator: Int

    /// Units with the model, the annotator and at least one other person.
    public let units: Int

    /// The share of units where the model agrees with the others at least as well as the annotator
    /// does: its advantage probability ρ.
    public let modelShare: Double

    /// The share of units where the annotator agrees with the others at least as well as the model.
    public let annotatorShare: Double

    /// annotatorShare − modelShare, with Student's t interval over units; too few units have none.
    public let difference: Estimate

    /// Whether the model is better than the annotator less `margin`, at 5 % after correction for the
    /// number of annotators; nil where there are too few units.
    public let isWon: Bool?
  }

  public enum Verdict: String, Sendable, CaseIterable {
    /// The interval of the difference lies above 0: the model agrees better.
    case above
    /// The interval holds 0: the model cannot be told from one more annotator.
    case alike
    /// The interval lies below 0.
    case below
  }

  /// What an annotator is worth beyond the model (ε): .2 for experts, .15 for skilled people, .1 for
  /// crowds, by the paper.
  public static let usualMargin = 0.15

  /// Fewer units than these are no test by Student's t.
  public static let enough = 30

  /// The mean over units of the share of people the model agrees with.
  public let modelWithPeople: Estimate

  /// The mean over the same units of the share of pairs of people that agree.
  public let peopleAmongThemselves: Estimate

  /// The mean of the two's difference, unit by unit: above 0 where the model agrees better.
  public let difference: Estimate

  /// Units with the model and at least two people.
  public let units: Int

  public let margin: Double

  /// By annotator's code.
  public let places: [Place]

  /// Annotators that the model beats, of those with enough units; nil where there are none.
  public let winningRate: Double?

  /// The mean of ρ over annotators with enough units; nil where there are none.
  public let advantage: Double?

  /// nil where there is no interval.
  public var verdict: Verdict? {
    guard let interval = difference.interval95 else { return nil }
    return interval.lower > 0 ? .above : interval.upper < 0 ? .below : .alike
  }

  /// Whether the model may stand in for an annotator by the paper: it beats half of them at least.
  public var mayReplace: Bool? { winningRate.map { $0 >= 0.5 } }

  /// Compares the model of some votes with people. O(Σ r²).
  public init(_ votes: ModelVotes, margin: Double = usualMargin) {
    var ours: [Double] = []
    var theirs: [Double] = []
    var differences: [Double] = []
    var tallies = Array(repeating: Tally(), count: votes.people.annotatorCount)
    var ratings: [UnitRating] = []
    for unit in 0..<votes.people.unitCount where votes.labels[unit] >= 0 {
      votes.people.read(unit, into: &ratings)
      guard ratings.count > 1, let pairwise = UnitAgreement(ratings).pairwise else { continue }
      let agreeing = ratings.count { $0.label == votes.labels[unit] }
      let share = Double(agreeing) / Double(ratings.count)
      ours.append(share)
      theirs.append(pairwise)
      differences.append(share - pairwise)
      for rating in ratings where rating.annotator >= 0 {
        let others = ratings.count { $0.label == rating.label } - 1
        let own = rating.label == votes.labels[unit] ? 1 : 0
        tallies[Int(rating.annotator)].add(model: agreeing - own, annotator: others)
      }
    }
    self.margin = margin
    units = ours.count
    modelWithPeople = .mean(of: ours)
    peopleAmongThemselves = .mean(of: theirs)
    difference = .mean(of: differences)
    let judged = tallies.map { $0.units >= Self.enough ? $0.p(margin: margin) : nil }
    let won = Self.rejected(judged.compactMap(\.self))
    places = tallies.indices.compactMap { annotator in
      tallies[annotator].units == 0
        ? nil : tallies[annotator].place(annotator, isWon: judged[annotator].map { $0 <= won })
    }
    let tested = places.filter { $0.isWon != nil }
    let wins = tested.count { $0.isWon == true }
    winningRate = tested.isEmpty ? nil : Double(wins) / Double(tested.count)
    advantage =
      tested.isEmpty
      ? nil : OrderFreeSum.of(tested.map(\.modelShare)) / Double(tested.count)
  }

  /// The largest p that is rejected at a false discovery rate of 5 % whatever the dependence
  /// (Benjamini & Yekutieli 2001), or −1.
  static func rejected(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    let harmonic = sorted.indices.reduce(0.0) { $0 + 1 / Double($1 + 1) }
    var largest = -1.0
    for (rank, p) in sorted.enumerated()
    where p <= 0.05 * Double(rank + 1) / (count * harmonic) {
      largest = p
    }
    return largest
  }

  /// One annotator's units by who agrees better with the others.
  private struct Tally {
    var modelAhead = 0
    var equal = 0
    var annotatorAhead = 0

    var units: Int { modelAhead + equal + annotatorAhead }

    mutating func add(model: Int, annotator: Int) {
      if model > annotator {
        modelAhead += 1
      } else if model < annotator {
        annotatorAhead += 1
      } else {
        equal += 1
      }
    }

    /// Of the differences, which are −1, 0 and 1: the mean and its standard error.
    private var mean: Double { Double(annotatorAhead - modelAhead) / Double(units) }

    private var error: Double {
      let n = Double(units)
      let squares = Double(modelAhead + annotatorAhead) - n * mean * mean
      return (max(0, squares) / (n * (n - 1))).squareRoot()
    }

    /// The probability of a difference this small or smaller where it is `margin` in truth.
    func p(margin: Double) -> Double {
      let excess = mean - margin
      guard error > 0 else { return excess < 0 ? 0 : 1 }
      return StudentTail.lower(excess / error, degreesOfFreedom: units - 1)
    }

    func place(_ annotator: Int, isWon: Bool?) -> Place {
      let n = Double(units)
      var difference = Estimate(
        value: mean, standardError: nil, interval: nil, intervalStatus: .oneUnit)
      if units > 1 {
        let reach = StudentT.quantile975(degreesOfFreedom: units - 1) * error
        difference = Estimate(
          value: mean, standardError: error,
          interval: Interval(lower: max(-1, mean - reach), upper: min(1, mean + reach)),
          intervalStatus: error == 0 ? .collapsed : .analytic)
      }
      return Place(
        annotator: annotator, units: units, modelShare: Double(modelAhead + equal) / n,
        annotatorShare: Double(annotatorAhead + equal) / n, difference: difference, isWon: isWon)
    }
  }
}
