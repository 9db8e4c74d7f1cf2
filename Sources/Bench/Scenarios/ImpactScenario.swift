import Domain
import Foundation
import Glibc
import Runtime
import Store

/// What a new version of the guideline would put in doubt, before it is published, among 10⁵ rulings.
struct ImpactScenario: Scenario {
  static let name = "impact"

  private static let rulings = 100_000
  /// Of the rulings on the clause's labels, every so many-th cites it.
  private static let citing = 4
  private static let labels = [LabelID("class_10"), LabelID("class_11")]

  func measure(in workplace: Workplace) throws -> [Figure] {
    let folder = try ruled(in: workplace)
    let project = try Project.open(folder, surroundings: workplace.surroundings)
    _ = try project.planPublication()
    let read = try LimitScenario.secondsToRead(folder.index) * 1000
    let all = Stopwatch()
    let plan = try project.planPublication()
    let planned = all.milliseconds
    let sparing = Stopwatch()
    let spared = try project.planPublication(sparing: [.labels])
    let sparingTime = sparing.milliseconds
    return [("every reason", planned, plan), ("sparing `labels`", sparingTime, spared)].map {
      Figure(
        name: "impact of a clause, \($0)", size: "10⁵ rulings", unit: .milliseconds, value: $1,
        yardstick: "reading the index file", base: read,
        counts: "\(Report.digits(Double($2.impact.doubts.count))) in doubt")
    }
  }

  /// A project in which 10⁵ units were ruled, a clause on two labels is in force and cited, and its
  /// next words wait. Made once: every ruling is recorded and synced.
  private func ruled(in workplace: Workplace) throws -> ProjectFolder {
    let original = try workplace.project(1_000_000)
    let folder = ProjectFolder(path: original.path + "-ruled")
    let mark = folder.path + ".made"
    if access(mark, F_OK) == 0 { return folder }
    try? FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.copyItem(atPath: original.path, toPath: folder.path)
    let project = try Project.open(folder, surroundings: workplace.surroundings)
    let query = QueueQuery(order: .item, viewer: project.me?.id, now: project.now)
    let rows = try project.index.page(query, offset: 0, count: Self.rulings).rows
    var source: Int?
    var clause: ClauseID?
    for (number, row) in rows.enumerated() {
      let isBorder =
        Set(row.groups.prefix(2).compactMap { $0.value.mentionedLabels.first })
        == Set(Self.labels)
      if source != nil, clause == nil, isBorder { clause = try publish(from: source, project) }
      let seq = try rule(
        on: row, adopting: number.isMultiple(of: 3) ? 1 : 0,
        citing: isBorder && number.isMultiple(of: Self.citing) ? clause : nil, project)
      if isBorder, source == nil { source = seq }
    }
    guard let clause else { throw BenchFailure("no two units stand between the labels") }
    var text = Self.text(from: source)
    text.statement = "The first of the two, unless the second is seen whole."
    let base = try project.currentGuideline().clauses[clause]?.seq ?? -1
    try project.record(.clause(ClauseProposal(id: clause, base: base, text: text)))
    guard FileManager.default.createFile(atPath: mark, contents: nil) else {
      throw BenchFailure("\(mark) cannot be written")
    }
    return folder
  }

  private func rule(
    on row: QueueRow, adopting place: Int, citing clause: ClauseID?, _ project: Project
  ) throws -> Int {
    let value = row.groups.indices.contains(place) ? row.groups[place].value : row.leads
    guard let value else { throw BenchFailure("a unit of the queue has no votes") }
    var decision = Decision(
      seatID: SeatID(unit: row.unit, seat: .main), base: row.standing?.seq ?? -1,
      batch: try project.index.newestBatch(), outcome: .value(value))
    decision.cites = clause.map { [$0] } ?? []
    return try project.record(.rule(decision)).seq
  }

  private func publish(from source: Int?, _ project: Project) throws -> ClauseID {
    try project.record(.clause(ClauseProposal(id: nil, text: Self.text(from: source))))
    _ = try project.publish(try project.planPublication(sparing: Set(DoubtReason.allCases)))
    guard let id = try project.currentGuideline().clauses.keys.first else {
      throw BenchFailure("no clause was published")
    }
    return id
  }

  private static func text(from source: Int?) -> ClauseText {
    ClauseText(
      title: "The first before the second", labels: labels, statement: "The first of the two.",
      bornFrom: source.map { [$0] } ?? [])
  }
}
