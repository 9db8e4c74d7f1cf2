import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Store
import Testing
import Workbench

/// What the list of annotators shows is what the `annotators` command says.
struct PeopleReaderTests {
  private static let header = "item,annotator,label,at,seconds,text"

  /// Forty units of three people; `cleo` says yes where the others say no.
  private static let ratings = (1...40).flatMap { item -> [String] in
    let others = item % 4 == 0 ? "no" : "yes"
    let day = item % 28 + 1
    let moment = "2026-01-\(day < 10 ? "0" : "")\(day)T10:00:00Z"
    return [
      "t\(item),ada,\(others),\(moment),4,text", "t\(item),ben,\(others),\(moment),9,text",
      "t\(item),cleo,yes,\(moment),2,text",
    ]
  }

  private func project(_ ratings: [String] = Self.ratings) throws -> TemporaryProject {
    try TemporaryProject(ratings, header: Self.header)
  }

  private func rule(_ project: Project, _ item: Int, _ label: String) throws {
    _ = try project.record(
      .rule(
        Decision(
          seatID: SeatID(unit: UnitID(item: ItemID("t\(item)")), seat: .main), base: -1, batch: 1,
          outcome: .value(.label(LabelID(label))))))
  }

  @Test func `the figures are those of the command`() throws {
    let temporary = try project()
    let project = try temporary.open()
    for item in [4, 8, 12] { try rule(project, item, item == 12 ? "yes" : "no") }
    let votes = try #require(try project.votes().first)
    let report = AnnotatorReport(votes, model: nil)
    let page = try #require(try PeopleReader(project).page(of: nil))
    #expect(page.question == .label)
    #expect(page.rows.map(\.id.text) == ["cleo", "ada", "ben"])
    for row in page.rows {
      let standing = try #require(
        report.standings.first { report.name(of: $0) == row.id.text })
      #expect(row.ratings == standing.ratings)
      #expect(row.rest.value == standing.rest?.kappa.value)
      if standing.rest?.kappa.intervalStatus == .analytic {
        #expect(row.rest.interval?.lowerBound == standing.rest?.kappa.interval95?.lower)
      }
      #expect(row.agreement.value == standing.rest?.agreement.value)
      #expect(row.milliseconds == standing.pace.median)
      #expect(
        row.trend
          == standing.trend.windows.map {
            $0.isEnough ? $0.figures.agreement.value : nil
          })
      #expect(row.rulings.cases == standing.rulings?.table.units)
    }
    let cleo = page.rows[0]
    #expect(cleo.alone == 10 && cleo.aloneRuled == 3 && cleo.aloneRight == 1)
    #expect(cleo.overuse?.label == .label(LabelID("yes")))
    #expect(cleo.besideRulings.map(\.count) == [2])
    #expect(cleo.besideOthers.first?.count == 10)
    #expect(page.stretches.count == 9)
    let pair = try #require(page.pairs.first { $0.first.text == "ada" && $0.second.text == "ben" })
    #expect(pair.kappa.value == 1 && pair.kappa.cases == 40)
  }

  @Test func `a page holds the labels against everything there is`() throws {
    let temporary = try project()
    let project = try temporary.open()
    for item in [4, 8, 12] { try rule(project, item, item == 12 ? "yes" : "no") }
    let reader = PeopleReader(project)
    let page = try #require(try reader.person(AnnotatorID("cleo"), of: .label))
    #expect(page.tables.map(\.reference) == [.others, .rulings])
    let others = page.tables[0]
    #expect(others.labels == [.label(LabelID("no")), .label(LabelID("yes"))])
    #expect(
      others.cells == [
        PersonTable.Cell(right: 0, given: 1, units: 10),
        PersonTable.Cell(right: 1, given: 1, units: 30),
      ])
    let rulings = page.tables[1]
    #expect(
      rulings.cells == [
        PersonTable.Cell(right: 0, given: 1, units: 2),
        PersonTable.Cell(right: 1, given: 1, units: 1),
      ])
    #expect(rulings.right.value == 1.0 / 3)
    #expect(try reader.person(AnnotatorID("nobody"), of: .label) == nil)
  }

  @Test func `rounds, abstentions and numbers count as everywhere`() throws {
    let rows =
      (1...9).flatMap { item in
        [
          "n\(item),ada,4.5,1", "n\(item),ada,3,2", "n\(item),ben,4.50,1",
          "n\(item),cleo,skip,1",
        ]
      }
    var mapping = Mapping()
    mapping.values.kind = .number
    mapping.abstained = ["skip"]
    mapping.round = "round"
    let temporary = try TemporaryProject(
      rows, header: "item,annotator,label,round",
      settings: """
        [project]
        name = "numbers"
        task = "number"

        """, mapping: mapping)
    let project = try temporary.open()
    let votes = try #require(try project.votes().first)
    let columns = try #require(try project.index.voteColumns(.label))
    #expect(columns.people == votes.annotators)
    #expect(columns.values == votes.values)
    #expect(columns.abstentions == votes.abstentions)
    #expect(columns.votes.sums() == votes.table.sums())
    #expect(columns.votes.labels.sorted() == votes.table.labels.sorted())
  }

  @Test func `it stops when nobody waits any more, and reads again when something was ruled`()
    throws
  {
    let temporary = try project()
    let project = try temporary.open()
    let reader = PeopleReader(project)
    #expect(try reader.page(of: nil, while: { false }) == nil)
    #expect(try reader.page(of: nil)?.rows.first?.rulings.cases == 0)
    try rule(project, 4, "no")
    #expect(try reader.page(of: nil)?.rows.first?.rulings.cases == 1)
    #expect(try reader.adjudicators()?.first?.rulings == 1)
    try rule(project, 8, "no")
    let after = try #require(try reader.adjudicators()?.first)
    #expect(after.rulings == 2)
    #expect(
      after.against == Measure(0, interval: after.against.interval, cases: 2, isEnough: false))
  }

  @Test func `lists are written as CSV, and nothing is replaced`() throws {
    let temporary = try project()
    let project = try temporary.open()
    let reader = PeopleReader(project)
    try rule(project, 4, "no")
    let path = temporary.root + "/people"
    #expect(try reader.write(nil, to: path).hasSuffix("people.csv"))
    let lines = try String(contentsOfFile: path + ".csv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.map(\.first) == ["annotator", "cleo", "ada", "ben"])
    #expect(Set(lines.map(\.count)).count == 1)
    #expect(throws: ProjectFailure.self) { _ = try reader.write(nil, to: path + ".csv") }
    let page = try #require(try reader.page(of: nil))
    _ = try reader.writeAdjudicators(to: page.folder + "/rulers.csv")
    let rulers = try String(contentsOfFile: page.folder + "/rulers.csv", encoding: .utf8)
    #expect(rulers.split(separator: "\n").count == 2)
    #expect(throws: ProjectFailure.self) {
      _ = try reader.writeAdjudicators(to: temporary.folder.log + "/rulers.csv")
    }
  }
}
