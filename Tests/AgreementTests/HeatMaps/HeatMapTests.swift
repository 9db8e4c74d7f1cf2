import Testing

@testable import Agreement

@Suite struct HeatMapTests {
  private static func names(_ prefix: String, _ count: Int) -> [String] {
    (0..<count).map { "\(prefix)\($0)" }
  }

  private static func source(_ ratings: RandomRatings) -> HeatSource {
    HeatSource(
      sums: ratings.sums, labels: names("l", ratings.labelCount), labelOrder: .declared,
      annotators: names("a", 50))
  }

  private func expect(_ value: Double?, _ wanted: Double?, _ what: String) {
    guard let value, let wanted else {
      #expect((value == nil) == (wanted == nil), "\(what): \(value as Any), \(wanted as Any)")
      return
    }
    #expect((value - wanted).magnitude < 1e-9, "\(what): \(value), not \(wanted)")
  }

  @Test(arguments: UInt64(1)...60)
  func `label × label equals what counting pair by pair gives`(seed: UInt64) {
    let ratings = RandomRatings(seed: seed)
    let plain = PlainCounts(units: ratings.units)
    let source = Self.source(ratings)
    let maps = HeatMapKind.labelLabel.measures().map {
      HeatMap(source, HeatMapRequest(measure: $0))
    }
    for row in 0..<ratings.labelCount {
      for column in 0..<ratings.labelCount {
        let place = HeatPlace(row: row, column: column)
        let met = plain.pairs(row, column)
        let possible = plain.pairs(row)
        let both = possible + plain.pairs(column)
        for map in maps {
          let cell = map[place]
          let what = "\(seed) \(map.measure) \(row) \(column)"
          switch map.measure {
          case .count:
            expect(cell.value, Double(row == column ? met / 2 : met), what)
            #expect(cell.base == plain.touching(row, column))
          case .share:
            expect(cell.value, possible == 0 ? nil : Double(met) / Double(possible), what)
            #expect(cell.count == met && cell.base == possible)
            #expect(cell.isTooFew == (possible < 20))
          case .specific:
            let isUsed = both > 0
            expect(cell.value, isUsed ? 2 * Double(met) / Double(both) : nil, what)
          case .alpha:
            let wanted =
              row == column
              ? plain.oneVersusRest(row).alpha(among: [0, 1]) : plain.alpha(among: [row, column])
            expect(cell.value, wanted, what)
          }
          #expect((cell.value == nil) == (cell.estimate.explanation != nil))
          if let value = cell.value, let interval = cell.estimate.interval95 {
            #expect(interval.lower <= value && value <= interval.upper)
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `a row of shares adds up to one, and what chance gives does too`(seed: UInt64) {
    let ratings = RandomRatings(seed: seed)
    let map = HeatMap(Self.source(ratings))
    for row in 0..<map.rows.count {
      let cells = (0..<map.columns.count).map { map[HeatPlace(row: row, column: $0)] }
      guard cells[row].value != nil else { continue }
      expect(cells.compactMap(\.value).reduce(0, +), 1, "shares")
      expect(cells.compactMap(\.reference).reduce(0, +), 1, "chance")
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `label × annotator equals what looking at each annotator gives`(seed: UInt64) {
    let ratings = RandomRatings(seed: seed, largestUnitCount: 30)
    let source = Self.source(ratings)
    for measure in HeatMapKind.labelAnnotator.measures() {
      let map = HeatMap(source, HeatMapRequest(kind: .labelAnnotator, measure: measure))
      for (column, code) in map.columns.codes.enumerated() {
        let own = PlainCounts(
          units: ratings.units.map { $0.filter { Int($0.annotator) == code } })
        let pairs = PlainCounts(units: ratings.units).pairs(of: code)
        let total = own.units.joined().count
        #expect(map.columns.sizes[column] == total)
        for row in 0..<map.rows.count {
          let cell = map[HeatPlace(row: row, column: column)]
          let given = own.ratings(row)
          let possible = pairs.pairs(row)
          let what = "\(seed) \(measure) \(row) \(code)"
          switch measure {
          case .count: expect(cell.value, Double(given), what)
          case .share: expect(cell.value, Double(given) / Double(total), what)
          case .alpha: expect(cell.value, pairs.oneVersusRest(row).alpha(among: [0, 1]), what)
          case .specific:
            let wanted = Double(pairs.pairs(row, row)) / Double(possible)
            expect(cell.value, possible == 0 ? nil : wanted, what)
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `annotator × annotator equals what looking at two of them gives`(seed: UInt64) {
    let ratings = RandomRatings(seed: seed, largestUnitCount: 30)
    let map = HeatMap(
      Self.source(ratings), HeatMapRequest(kind: .annotatorAnnotator, measure: .share))
    let kappas = HeatMap(Self.source(ratings), HeatMapRequest(kind: .annotatorAnnotator))
    for row in 0..<map.rows.count {
      for column in 0..<map.columns.count {
        let place = HeatPlace(row: row, column: column)
        let codes = [map.rows.codes[row], map.columns.codes[column]]
        let common = ratings.units.map { $0.filter { codes.contains(Int($0.annotator)) } }
          .filter { $0.count == 2 }
        let differing = common.count { $0[0].label != $0[1].label }
        guard row != column else {
          #expect(map[place].estimate.status == .undefinedSelf)
          continue
        }
        #expect(map[place].base == common.count)
        #expect(map[place].count == differing)
        let share = Double(differing) / Double(common.count)
        expect(map[place].value, common.isEmpty ? nil : share, "share")
        #expect(kappas[place].value == kappas[HeatPlace(row: column, column: row)].value)
        if common.isEmpty { #expect(kappas[place].estimate.status == .undefinedNotCompared) }
      }
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `transposed, counts, α and specific agreement are the same`(seed: UInt64) {
    let source = Self.source(RandomRatings(seed: seed))
    for measure in [HeatMeasure.count, .alpha, .specific] {
      let map = HeatMap(source, HeatMapRequest(measure: measure))
      for row in 0..<map.rows.count {
        for column in 0..<row {
          let one = map[HeatPlace(row: row, column: column)]
          #expect(one == map[HeatPlace(row: column, column: row)])
        }
      }
    }
  }

  /// Columns are a partition of the units: together they count what all count.
  @Test(arguments: UInt64(1)...12)
  func `cuts add up to the whole, and a single cut is the whole`(seed: UInt64) {
    let ratings = RandomRatings(seed: seed, largestUnitCount: 40)
    var cutter = HeatCutter(labelCount: ratings.labelCount)
    var single = HeatCutter()
    for (index, unit) in ratings.units.enumerated() {
      cutter.add(unit, to: index % 4 == 3 ? nil : "s\(index % 4)")
      single.add(unit, to: "all")
    }
    var merged = AgreementSums(detail: .none)
    for cut in cutter.cuts { merged.merge(cut.sums) }
    var whole = AgreementSums(detail: .none)
    for unit in ratings.units { whole.add(unit) }
    #expect(merged == whole)
    #expect(cutter.cuts.dropLast().allSatisfy { $0.name != nil })
    let labels = Self.names("l", ratings.labelCount)
    let source = HeatSource(sums: ratings.sums, labels: labels, cuts: single.cuts)
    let map = HeatMap(source, HeatMapRequest(kind: .labelSlice, measure: .alpha))
    for row in 0..<map.rows.count where map.columns.count == 1 {
      let cell = map[HeatPlace(row: row, column: 0)]
      #expect(cell.value == cell.reference)
    }
    let counts = HeatMap(
      HeatSource(sums: ratings.sums, labels: labels, cuts: cutter.cuts),
      HeatMapRequest(kind: .labelSlice, measure: .count))
    for row in 0..<counts.rows.count {
      let sum = (0..<counts.columns.count)
        .reduce(0) { $0 + counts[HeatPlace(row: row, column: $1)].count }
      #expect(sum == PlainCounts(units: ratings.units).ratings(counts.rows.codes[row]))
    }
  }

  @Test func `labels that only other questions use are left out, declared ones are not`() {
    var sums = AgreementSums()
    sums.add([UnitRating(annotator: 0, label: 0), UnitRating(annotator: 1, label: 2)])
    let orders: [(LabelOrder, [String])] = [
      (.natural, ["x", "z"]), (.declared, ["x", "y", "z", "w"]),
      (.listed(["z", "w"]), ["z", "w", "x"]),
    ]
    for (order, wanted) in orders {
      let source = HeatSource(sums: sums, labels: ["x", "y", "z", "w"], labelOrder: order)
      #expect(HeatMap(source).rows.names == wanted)
    }
  }

  @Test func `cuts by time stay in their order and keep the latest, others obey`() {
    var cutter = HeatCutter()
    for week in 1...9 {
      let unit = [UnitRating(annotator: 0, label: 0), UnitRating(annotator: 1, label: 1)]
      for _ in 0..<week { cutter.add(unit, to: "2026-W0\(week)") }
    }
    let source = HeatSource(
      sums: AgreementSums(), labels: ["x", "y"], cuts: cutter.cuts.reversed())
    var request = HeatMapRequest(kind: .labelWeek, order: .size, limit: 3)
    let weeks = HeatMap(source, request).columns
    #expect(weeks.names == ["2026-W07", "2026-W08", "2026-W09"])
    #expect(weeks.omitted == 6)
    request.kind = .labelSlice
    #expect(HeatMap(source, request).columns.names == ["2026-W09", "2026-W08", "2026-W07"])
  }
}
