import Testing

@testable import Agreement

@Suite struct PairHeatTests {
  private static let labels = (0..<9).map { "l\($0)" }

  /// Units of some ratings, sorted into three columns and those that belong to none.
  private static func source(_ seed: UInt64) -> HeatSource {
    let ratings = RandomRatings(seed: seed)
    var cutter = HeatCutter()
    for (index, unit) in ratings.units.enumerated() {
      cutter.add(unit, to: index % 4 == 3 ? nil : "2026-W0\(index % 4 + 1)")
    }
    return HeatSource(
      sums: ratings.sums, labels: Array(labels.prefix(ratings.labelCount)), labelOrder: .declared,
      cuts: cutter.cuts)
  }

  @Test(arguments: UInt64(1)...40)
  func `a pair in a column is what label × label says of that column`(seed: UInt64) {
    let source = Self.source(seed)
    for (measure, plain) in [
      (HeatMeasure.share, HeatMeasure.specific), (.count, .count), (.alpha, .alpha),
    ] {
      let map = HeatMap(source, HeatMapRequest(kind: .pairWeek, measure: measure, enough: 4))
      #expect(map.rows.count == map.rows.pairs.count)
      for column in 0..<map.columns.count {
        guard
          let cut = source.cuts.first(where: { $0.name ?? "(none)" == map.columns.names[column] })
        else { continue }
        let part = HeatMap(
          HeatSource(sums: cut.sums, labels: source.labels, labelOrder: .declared),
          HeatMapRequest(measure: plain, enough: 4))
        for row in 0..<map.rows.count {
          let pair = map.rows.pairs[row]
          let cell = map[HeatPlace(row: row, column: column)]
          guard let first = part.rows.names.firstIndex(of: pair.first),
            let second = part.rows.names.firstIndex(of: pair.second)
          else { continue }
          let other = part[HeatPlace(row: first, column: second)]
          #expect(cell.estimate == other.estimate, "\(seed) \(measure) \(pair)")
          #expect(cell.count == other.count && cell.base == other.base)
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `rows are all pairs that met, the hottest with enough behind them first`(seed: UInt64) {
    let source = Self.source(seed)
    let map = HeatMap(source, HeatMapRequest(kind: .pairWeek, enough: 6))
    let whole = HeatMap(source, HeatMapRequest(measure: .specific, enough: 6))
    var met = 0
    var heats: [Double] = []
    for row in 0..<whole.rows.count {
      for column in row + 1..<max(row + 1, whole.rows.count) {
        let cell = whole[HeatPlace(row: row, column: column)]
        if cell.count > 0 { met += 1 }
        if cell.count > 0, !cell.isTooFew { heats.append(cell.value ?? -1) }
      }
    }
    #expect(map.rows.count == met)
    let shown = map.rows.pairs.prefix(heats.count).map { pair in
      whole.rows.names.firstIndex(of: pair.first).flatMap { row in
        whole.rows.names.firstIndex(of: pair.second).flatMap {
          whole[HeatPlace(row: row, column: $0)].value
        }
      } ?? -2
    }
    #expect(shown == heats.sorted(by: >))
  }

  @Test func `a change runs from the first column with enough to the last`() throws {
    var cutter = HeatCutter()
    for (week, differing) in [("2026-W01", 1), ("2026-W02", 30), ("2026-W03", 10)] {
      for unit in 0..<40 where week != "2026-W01" || unit < 3 {
        cutter.add(
          [UnitRating(label: 0), UnitRating(label: unit < differing ? 1 : 0)], to: week)
      }
    }
    var sums = AgreementSums(detail: .none)
    for cut in cutter.cuts { sums.merge(cut.sums) }
    let source = HeatSource(sums: sums, labels: ["a", "b"], cuts: cutter.cuts)
    let map = HeatMap(source, HeatMapRequest(kind: .pairWeek, measure: .count))
    let change = try #require(map.change(row: 0))
    #expect(change.first == 1 && change.last == 2 && change.value == -20)
    let shares = HeatMap(source, HeatMapRequest(kind: .pairWeek))
    #expect(shares.change(row: 0)?.isBeyondNoise == true)
    #expect(HeatMap(source, HeatMapRequest(kind: .pairSlice)).change(row: 0) == nil)
  }

  @Test func `what was given is held against what was ruled`() throws {
    let source = HeatSource(
      sums: try AgreementSums(rows: [SumsRow(.units, 2, count: 5)]),
      labels: ["a", "b", "c"], labelOrder: .declared,
      rulings: [
        RulingCount(rated: 0, ruled: 0, ratings: 6, units: 4),
        RulingCount(rated: 0, ruled: 2, ratings: 2, units: 2),
        RulingCount(rated: 1, ruled: 2, ratings: 2, units: 1),
      ])
    let map = HeatMap(source, HeatMapRequest(units: .overruled, enough: 2))
    let cell = map[HeatPlace(row: 0, column: 2)]
    #expect(cell.value == 0.25 && cell.count == 2 && cell.base == 8)
    #expect(cell.reference == 0.4)
    #expect(map[HeatPlace(row: 2, column: 0)].value == nil)
    #expect(map.isAgreement(HeatPlace(row: 0, column: 0)))
    #expect(
      map.hottest(9) == [HeatPlace(row: 1, column: 2), HeatPlace(row: 0, column: 2)])
    let counts = HeatMap(source, HeatMapRequest(measure: .count, units: .overruled))
    #expect(counts[HeatPlace(row: 0, column: 0)].value == 6)
  }
}
