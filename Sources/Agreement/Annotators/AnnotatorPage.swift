/// Everything about one annotator.
public struct AnnotatorPage: Equatable, Sendable {
  /// One label: how well it is found, and how far it can be trusted.
  public struct LabelRow: Equatable, Sendable {
    public let label: Int
    /// Units in which the annotator gave it.
    public let given: Int
    /// Units where it is right by the reference.
    public let right: Int
    public let precision: Estimate
    public let recall: Estimate
  }

  /// Units of one cell off the diagonal.
  public struct Confusion: Equatable, Sendable {
    /// The label that is right by the reference.
    public let truth: Int
    public let given: Int
    public let units: [Int]
  }

  public let standing: AnnotatorStanding

  /// What the table is against; nil where there is nothing to hold the ratings against.
  public let reference: AnnotatorEvidence.Reference?

  public let table: ReferenceTable?

  /// The labels that were given or are right, by code.
  public let byLabel: [LabelRow]

  /// The most frequent first.
  public let confusions: [Confusion]

  public let workingTime: WorkingTime

  /// - Parameter reference: What to hold the ratings against; nil: gold where it covers enough of
  ///   their units, else rulings where these do, else the model, else whatever there is.
  public init(
    _ standing: AnnotatorStanding, evidence: AnnotatorEvidence,
    against reference: AnnotatorEvidence.Reference? = nil
  ) {
    let reference = reference ?? Self.best(standing)
    self.standing = standing
    self.reference = reference
    workingTime = WorkingTime.all(evidence.votes)[standing.annotator]
    let table = reference.flatMap { Self.table($0, standing) }
    self.table = table
    guard let reference, let table else {
      byLabel = []
      confusions = []
      return
    }
    byLabel = table.table.rows.indices.compactMap { label in
      let (given, right) = (table.table.columns[label], table.table.rows[label])
      guard given + right > 0 else { return nil }
      return LabelRow(
        label: label, given: given, right: right, precision: table.precision(label),
        recall: table.recall(label))
    }
    confusions = Self.confusions(
      table, annotator: Int32(standing.annotator), evidence.votes, evidence.labels(reference))
  }

  private static func table(
    _ reference: AnnotatorEvidence.Reference, _ standing: AnnotatorStanding
  ) -> ReferenceTable? {
    switch reference {
    case .gold: standing.gold
    case .rulings: standing.rulings
    case .model: standing.inferred
    }
  }

  private static func best(_ standing: AnnotatorStanding) -> AnnotatorEvidence.Reference? {
    let found = AnnotatorEvidence.Reference.allCases.filter {
      (table($0, standing)?.table.units ?? 0) > 0
    }
    return found.first { $0 == .model || table($0, standing)?.isEnough == true } ?? found.first
  }

  private static func confusions(
    _ table: ReferenceTable, annotator: Int32, _ votes: VoteTable, _ reference: [Int32]
  ) -> [Confusion] {
    var units: [Int: [Int: [Int]]] = [:]
    for unit in 0..<votes.unitCount where reference[unit] >= 0 {
      for vote in votes.votes(of: unit)
      where votes.annotators[vote] == annotator && votes.labels[vote] != reference[unit] {
        units[Int(reference[unit]), default: [:]][Int(votes.labels[vote]), default: []]
          .append(unit)
      }
    }
    return table.confusions.map { cell in
      Confusion(truth: cell.row, given: cell.column, units: units[cell.row]?[cell.column] ?? [])
    }
  }
}
