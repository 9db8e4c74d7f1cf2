/// One model's votes beside people's: they enter no coefficient of people's agreement.
public struct ModelVoteReport: Equatable, Sendable {
  /// The model beside one annotator.
  public struct Person: Equatable, Sendable {
    public let annotator: Int

    /// The share of common units with the same label, with Wilson's interval.
    public let agreement: Estimate

    public let kappa: Estimate

    /// Units that both labelled.
    public let units: Int
  }

  /// Units that the model labelled.
  public let units: Int

  /// Units that the model and at least one person labelled.
  public let commonUnits: Int

  /// Of the common units: those where people tie, which have no majority and are not judged.
  public let tiedUnits: Int

  /// The share of majorities that the model meets, with Wilson's interval.
  public let accuracy: Estimate

  /// Cohen's κ of the model and the majority.
  public let kappa: Estimate

  /// Rows by the model's label, columns by the majority's.
  public let confusion: ContingencyTable

  /// By annotator's code; without those who share no unit with the model.
  public let people: [Person]

  /// Would the model pass as one more annotator?
  public let substitute: SubstituteTest

  /// The confidence against "the majority says the same"; nil where no confidence is known.
  public let calibration: CalibrationReport?

  /// Compares. O(Σ r²) over the units.
  public init(_ votes: ModelVotes, bins: Int = CalibrationReport.usualBins) {
    var tally = Tally(votes)
    var ratings: [UnitRating] = []
    for unit in 0..<votes.people.unitCount where votes.labels[unit] >= 0 {
      votes.people.read(unit, into: &ratings)
      tally.add(unit, ratings)
    }
    let confusion = ContingencyTable(counts: tally.majorities)
    units = tally.units
    commonUnits = tally.common
    tiedUnits = tally.tied
    accuracy = .share(confusion.agreeing, of: confusion.units)
    kappa = CohenKappa.estimate(confusion)
    self.confusion = confusion
    people = tally.tables.indices.compactMap { annotator in
      guard let counts = tally.tables[annotator] else { return nil }
      let table = ContingencyTable(cells: counts)
      return Person(
        annotator: annotator, agreement: .share(table.agreeing, of: table.units),
        kappa: CohenKappa.estimate(table), units: table.units)
    }
    substitute = SubstituteTest(votes)
    calibration =
      tally.confidences.isEmpty
      ? nil
      : CalibrationReport(Forecasts(checked: tally.confidences, tally.outcomes), bins: bins)
  }

  /// What one walk over the units counts.
  private struct Tally {
    let votes: ModelVotes
    var units = 0
    var common = 0
    var tied = 0
    var majorities: [[Int]]
    /// By annotator and then by the two labels: the model's and the person's.
    var pairs: [[Int: Int]]
    var confidences: [Double] = []
    var outcomes: [Bool] = []
    private let labels: Int

    init(_ votes: ModelVotes) {
      self.votes = votes
      labels = max(votes.people.labelCount, Int(votes.labels.max() ?? -1) + 1)
      majorities = Array(repeating: Array(repeating: 0, count: labels), count: labels)
      pairs = Array(repeating: [:], count: votes.people.annotatorCount)
    }

    /// By annotator: the cells of the table, by row and column; nil without a common unit.
    var tables: [[ContingencyTable.Cell]?] {
      pairs.map { counts in
        guard !counts.isEmpty else { return nil }
        return counts.keys.sorted().map { key in
          ContingencyTable.Cell(row: key / labels, column: key % labels, count: counts[key] ?? 0)
        }
      }
    }

    mutating func add(_ unit: Int, _ ratings: [UnitRating]) {
      let label = Int(votes.labels[unit])
      units += 1
      guard !ratings.isEmpty else { return }
      common += 1
      for rating in ratings where rating.annotator >= 0 {
        pairs[Int(rating.annotator)][label * labels + Int(rating.label), default: 0] += 1
      }
      let standing = UnitAgreement(ratings)
      guard !standing.isTied, let leading = standing.leading else {
        tied += 1
        return
      }
      majorities[label][leading.label] += 1
      guard !votes.confidences.isEmpty else { return }
      let confidence = votes.confidences[unit]
      guard confidence >= 0, confidence <= 1 else { return }
      confidences.append(confidence)
      outcomes.append(label == leading.label)
    }
  }
}
