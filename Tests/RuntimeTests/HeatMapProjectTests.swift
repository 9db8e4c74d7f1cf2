import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Testing
import Workbench

@Suite struct HeatMapProjectTests {
  /// Ratings with a time and a slice, some of them of nobody's liking.
  private static func rows(_ seed: UInt64) -> [String] {
    var order = SeededOrder(seed: seed)
    let labels = ["rider", "cyclist", "van", "歩行者"]
    return (0..<60).flatMap { item in
      ["ada", "ben", "cleo"].filter { _ in order.next() % 4 > 0 }.map { annotator in
        let label = labels[Int(order.next() % (item % 2 == 0 ? 2 : 4))]
        let day = 1 + Int(order.next() % 28)
        return "\(item),\(annotator),\(label),text,\(item % 5 == 0 ? "" : "s\(item % 3)"),"
          + "2026-02-\(day < 10 ? "0" : "")\(day)"
      }
    }
  }

  private static let header = "item,annotator,label,text,lang,at"

  private static var mapping: Mapping {
    var mapping = Mapping()
    mapping.payload = .text("text")
    mapping.slices = ["lang"]
    mapping.at = "at"
    return mapping
  }

  @Test(arguments: [UInt64](1...3))
  func `a project and a bare file with the same ratings show the same`(seed: UInt64) throws {
    let root = NSTemporaryDirectory() + "heat-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    let path = root + "/ratings.csv"
    try ([Self.header] + Self.rows(seed)).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let surroundings = Surroundings(
      user: "tester", stateHome: root + "/state", configurationHome: root + "/config",
      standIn: nil, now: { Instant(milliseconds: 1_800_000_000_000) },
      random: { UInt64.random(in: .min ... .max) })
    let folder = ProjectFolder(path: root + "/project")
    let new = NewProject(
      folder: folder, name: "test", settingsFile: nil, isSandbox: true, files: [path],
      mapping: Self.mapping, isStrict: true)
    _ = try new.make(surroundings: surroundings, progress: { _ in })
    let project = try Project.open(folder, surroundings: surroundings)
    let reader = FileHeatMaps(mapping: Self.mapping)
    for kind in HeatMapKind.allCases where ![.batch, .version].contains(kind.columns) {
      let stored = try #require(
        try project.heatMaps(kind, slice: nil, question: nil).drawable.first)
      let read = try #require(
        try reader.questions(of: path, kind, question: nil, diagnostics: Diagnostics()).drawable
          .first)
      for measure in kind.measures() {
        for order in [HeatOrder.size, .clustered] {
          let request = HeatMapRequest(kind: kind, measure: measure, order: order, enough: 5)
          let (one, other) = (stored.drawn(request).map, read.drawn(request).map)
          #expect(Self.cells(one) == Self.cells(other), "\(seed) \(kind) \(measure)")
          #expect(one.overall == other.overall)
          #expect(Set(one.rows.names) == Set(other.rows.names))
        }
      }
    }
    try expectQuickPages(project)
    let batches = try #require(
      try project.heatMaps(.labelBatch, slice: nil, question: nil).drawable.first)
    let map = batches.drawn(HeatMapRequest(kind: .labelBatch, measure: .count)).map
    #expect(map.columns.names == ["1"])
    #expect(map.columns.sizes == [Self.rows(seed).count])
    #expect(throws: ProjectFailure.self) {
      try project.heatMaps(.labelSlice, slice: "nope", question: nil)
    }
    #expect(throws: ProjectFailure.self) {
      try project.heatMaps(.labelLabel, slice: nil, question: QuestionID("nope"))
    }
  }

  /// What is shown first is what is shown in the end, but for whose the disagreements are.
  private func expectQuickPages(_ project: Project) throws {
    for kind in HeatMapKind.allCases {
      var wanted = HeatMapWanted()
      wanted.request = HeatMapRequest(kind: kind, measure: kind.measures()[0])
      for _ in 0..<2 {
        let whole = try project.heatMapPage(wanted)
        #expect((whole.people != nil) == (kind == .labelLabel || kind.rows == .pair))
        guard let quick = try project.quickHeatMapPage(wanted) else {
          #expect(kind.columns == .annotator)
          continue
        }
        #expect(quick.people == nil)
        #expect(Self.cells(quick.map) == Self.cells(whole.map))
        #expect(quick.weeks.map(Self.cells) == whole.weeks.map(Self.cells))
        #expect(quick.places.map(Self.cells) == whole.places.map(Self.cells))
      }
    }
  }

  private static func cells(_ map: HeatMap) -> [String: HeatCell] {
    var cells: [String: HeatCell] = [:]
    for row in 0..<map.rows.count {
      for column in 0..<map.columns.count {
        let name = map.rows.names[row] + " / " + map.columns.names[column]
        cells[name] = map[HeatPlace(row: row, column: column)]
      }
    }
    return cells
  }

  @Test func `an item belongs to the week of its latest rating`() throws {
    let path = NSTemporaryDirectory() + "heat-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rows = [
      "1,ada,x,t,s,2026-01-04", "1,ben,y,t,s,2026-01-05", "2,ada,x,t,s,2025-12-29", "3,ada,y,t,s,",
    ]
    try ([Self.header] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let source = try #require(
      try FileHeatMaps(mapping: Self.mapping)
        .questions(of: path, .labelWeek, question: nil, diagnostics: Diagnostics()).drawable.first)
    let map = source.drawn(HeatMapRequest(kind: .labelWeek, measure: .count)).map
    // Sunday the 4th ends a week that began in the year before and belongs to the new one.
    #expect(map.columns.names == ["2026-W01", "2026-W02", "(none)"])
    #expect(map.columns.sizes == [1, 2, 1])
  }
}
