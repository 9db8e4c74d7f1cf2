import Agreement
import Domain
import Store
import Workbench

/// The confusion matrices of one annotator: beside the others, rulings, gold, and each model.
struct PersonTables {
  private let columns: VoteColumns
  private let evidence: AnnotatorEvidence
  private let standing: AnnotatorStanding
  private let isModel: Bool

  init(
    _ columns: VoteColumns, _ evidence: AnnotatorEvidence, _ standing: AnnotatorStanding,
    isModel: Bool = false
  ) {
    self.columns = columns
    self.evidence = evidence
    self.standing = standing
    self.isModel = isModel
  }

  /// Those with a unit in them. O(votes) for each.
  var all: [PersonTable] {
    var tables: [PersonTable] = []
    if let table = besideOthers { tables.append(table) }
    if let table = standing.rulings { tables += made(.rulings, table) }
    if let table = standing.gold { tables += made(.gold, table) }
    guard !isModel else { return tables }
    for model in columns.models {
      let all = ReferenceTable.all(evidence.votes, reference: model.labels)
      guard all.indices.contains(standing.annotator) else { continue }
      tables += made(.model(model.name), all[standing.annotator])
    }
    return tables
  }

  private var besideOthers: PersonTable? {
    guard let beside = LabelsBesideOthers.one(standing.annotator, evidence.votes),
      !beside.cells.isEmpty
    else { return nil }
    let codes = Set(beside.cells.flatMap { [$0.others, $0.given] }).sorted()
    let places = self.places(codes)
    let rest = standing.rest
    return PersonTable(
      .others, labels: codes.map { columns.values[$0] },
      cells: beside.cells.map {
        PersonTable.Cell(
          right: places[$0.others] ?? 0, given: places[$0.given] ?? 0, units: $0.units)
      }, byLabel: [],
      right: rest.map { Measure($0.agreement, cases: $0.sharedUnits, isEnough: $0.isEnough) }
        ?? .none)
  }

  private func made(
    _ reference: PersonTable.Reference, _ table: ReferenceTable
  ) -> [PersonTable] {
    guard table.table.units > 0 else { return [] }
    let codes = Set(table.table.cells.flatMap { [$0.row, $0.column] }).sorted()
    let places = self.places(codes)
    let rows = codes.map { label -> PersonTable.LabelRow in
      let given = total(label, table.table.columns)
      let right = total(label, table.table.rows)
      return PersonTable.LabelRow(
        given: given, right: right,
        precision: Measure(
          table.precision(label), cases: given, isEnough: given >= AdjudicatorStanding.enough),
        recall: Measure(
          table.recall(label), cases: right, isEnough: right >= AdjudicatorStanding.enough))
    }
    return [
      PersonTable(
        reference, labels: codes.map { columns.values[$0] },
        cells: table.table.cells.map {
          PersonTable.Cell(
            right: places[$0.row] ?? 0, given: places[$0.column] ?? 0, units: $0.count)
        }, byLabel: rows, right: .upheld(table))
    ]
  }

  private func total(_ label: Int, _ totals: [Int]) -> Int {
    totals.indices.contains(label) ? totals[label] : 0
  }

  private func places(_ codes: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
  }
}
