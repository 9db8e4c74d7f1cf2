/// One annotator's labels against labels that are taken for right: gold, rulings, or a model's.
public struct ReferenceTable: Equatable, Sendable {
  /// Fewer units than this say too little about one annotator.
  public static let enoughUnits = 30

  /// Row: the label that is taken for right; column: the label given. Only units with both.
  public let table: ContingencyTable

  /// Ratings in units of which the reference says that every label given was wrong.
  public let rejected: Int

  /// The share of ratings that give the right label, with Wilson's interval. Units of which the
  /// reference names no label are left out.
  public let accuracy: Estimate

  /// The share of ratings that the reference does not uphold, with Wilson's interval: those with
  /// another label, and those in units where none of the labels was right.
  public let overruled: Estimate

  /// False where the figures rest on fewer than `enoughUnits` units.
  public var isEnough: Bool { table.units + rejected >= Self.enoughUnits }

  init(cells: [ContingencyTable.Cell], rejected: Int) {
    let table = ContingencyTable(cells: cells)
    self.table = table
    self.rejected = rejected
    accuracy = Estimate.share(table.agreeing, of: table.units)
    overruled = Estimate.share(
      table.units - table.agreeing + rejected, of: table.units + rejected)
  }

  /// How many ratings gave `given` where `truth` is right.
  public func count(truth: Int, given: Int) -> Int {
    table.cells.first { $0.row == truth && $0.column == given }?.count ?? 0
  }

  /// Of the units where `label` is right, the share in which it was given, with Wilson's interval.
  public func recall(_ label: Int) -> Estimate {
    Estimate.share(count(truth: label, given: label), of: total(label, in: table.rows))
  }

  /// Of the units in which `label` was given, the share where it is right, with Wilson's interval.
  public func precision(_ label: Int) -> Estimate {
    Estimate.share(count(truth: label, given: label), of: total(label, in: table.columns))
  }

  /// The cells off the diagonal, the most frequent first, then by codes.
  public var confusions: [ContingencyTable.Cell] {
    table.cells.filter { $0.row != $0.column }.sorted {
      ($1.count, $0.row, $0.column) < ($0.count, $1.row, $1.column)
    }
  }

  /// How far the labels given depend on the right ones, 0 to 1: see `SpammerScore`. O(labels³).
  public var spammerScore: Estimate { SpammerScore.estimate(table) }

  private func total(_ label: Int, in marginal: [Int]) -> Int {
    label < marginal.count ? marginal[label] : 0
  }

  /// Every annotator's table, by code. O(votes).
  ///
  /// - Parameter reference: By unit: the right label, `AnnotatorEvidence.noneOfThese` or `unknown`.
  public static func all(_ votes: VoteTable, reference: [Int32]) -> [ReferenceTable] {
    guard !reference.isEmpty else { return [] }
    var counts: [[Place: Int]] = Array(repeating: [:], count: votes.annotatorCount)
    var rejected = Array(repeating: 0, count: votes.annotatorCount)
    for unit in 0..<votes.unitCount where reference[unit] != AnnotatorEvidence.unknown {
      for vote in votes.votes(of: unit) where votes.annotators[vote] >= 0 {
        let annotator = Int(votes.annotators[vote])
        if reference[unit] < 0 {
          rejected[annotator] += 1
        } else {
          let place = Place(row: reference[unit], column: votes.labels[vote])
          counts[annotator][place, default: 0] += 1
        }
      }
    }
    return zip(counts, rejected).map { counts, rejected in
      let cells = counts.map { place, count in
        ContingencyTable.Cell(row: Int(place.row), column: Int(place.column), count: count)
      }
      return ReferenceTable(
        cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, rejected: rejected)
    }
  }

  private struct Place: Hashable {
    let row: Int32
    let column: Int32
  }
}
