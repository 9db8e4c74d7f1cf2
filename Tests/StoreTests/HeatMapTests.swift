import Agreement
import Domain
import Store
import Testing

@Suite struct HeatMapTests {
  private let monday = Instant(milliseconds: 1_770_595_200_000)

  /// Two batches; the second adds a rating to an item of the first, and an item of its own.
  private func index(_ project: TestProject) throws -> ProjectIndex {
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let later = monday.advanced(days: 7)
    try project.importBatch(
      numbered([
        item("1", slices: [Slice(key: "lang", value: "en")]), rating("1", "a", "x", at: monday),
        item("2", slices: [Slice(key: "lang", value: "de")]), rating("2", "a", "y", at: monday),
        rating("2", "b", "x", at: monday), rating("2", "m", "y", origin: .model, at: later),
      ]), into: index)
    try project.importBatch(
      numbered([
        rating("1", "b", "y", at: later), item("3"), rating("3", "a", "x"),
      ]), into: index)
    return index
  }

  private func columns(
    _ index: ProjectIndex, _ kind: HeatMapKind, _ cut: UnitCut
  ) throws -> [String: Int] {
    let source = try #require(try index.heatSource(.label, by: cut))
    let map = HeatMap(source, HeatMapRequest(kind: kind, measure: .count))
    #expect(map.ratings == 5)
    var merged = AgreementSums(detail: .none)
    for cut in source.cuts { merged.merge(cut.sums) }
    let whole = source.sums.rows.filter { $0.table.rawValue < 8 }
    #expect(merged.rows == whole)
    return Dictionary(uniqueKeysWithValues: zip(map.columns.names, map.columns.sizes))
  }

  @Test func `units stand in the column of their latest rating, or of their slice`() throws {
    let index = try index(try TestProject())
    #expect(try columns(index, .labelBatch, .batch) == ["1": 2, "2": 3])
    #expect(
      try columns(index, .labelWeek, .week) == ["2026-W07": 2, "2026-W08": 2, "(none)": 1])
    #expect(
      try columns(index, .labelSlice, .slice("lang")) == ["en": 2, "de": 2, "(none)": 1])
    #expect(try index.sliceNames() == ["lang"])
    #expect(try index.heatSource(QuestionID("never asked")) == nil)
  }
}
