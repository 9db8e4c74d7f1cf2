import Testing

@testable import Agreement

@Suite struct UnitCounterTests {
  private struct Rows {
    var items: [Int32] = []
    var annotators: [Int32] = []
    var labels: [Int32] = []
    var times: [Int64] = []
    let annotatorCount: Int
    let labelCount: Int

    /// Few annotators, so that repeats are common; some of them unknown.
    init(seed: UInt64, annotators: Int, labels: Int) {
      var random = SeededRandom(seed: seed)
      annotatorCount = annotators
      labelCount = labels
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        items.append(Int32.random(in: 0..<40, using: &random))
        self.annotators.append(Int32.random(in: -1..<Int32(annotators), using: &random))
        self.labels.append(Int32.random(in: 0..<Int32(labels), using: &random))
        times.append(Int64.random(in: 0..<50, using: &random))
      }
    }

    var empty: UnitCounter {
      UnitCounter(annotators: annotatorCount, labels: labelCount, ratings: items.count)
    }

    /// The ratings of the items with a remainder of `part` by `parts`.
    func add(to counter: inout UnitCounter, part: Int, of parts: Int, timed: Bool) {
      let rows = items.indices.filter { Int(items[$0]) % parts == part }
      let partItems = rows.map { items[$0] / Int32(parts) }
      let partAnnotators = rows.map { annotators[$0] }
      let partLabels = rows.map { labels[$0] }
      let partTimes = timed ? rows.map { times[$0] } : []
      counter.add(
        items: partItems.span, itemCount: 40 / parts + 1, annotators: partAnnotators.span,
        labels: partLabels.span, times: partTimes.span)
    }

    /// The same in one piece, by the grouper.
    func grouped(timed: Bool) -> GroupedUnits {
      let order =
        timed
        ? items.indices.sorted { (times[$0], $0) < (times[$1], $1) } : Array(items.indices)
      var grouper = UnitGrouper()
      grouper.append(
        items: order.map { items[$0] }, annotators: order.map { annotators[$0] },
        labels: order.map { labels[$0] })
      return grouper.grouped()
    }
  }

  @Test(arguments: 0..<60, [false, true])
  func `parts counted apart and merged are the whole`(seed: Int, timed: Bool) {
    let annotators = seed % 3 == 0 ? 3 : 30
    let labels = [2, 7, 300][seed % 3]
    let rows = Rows(seed: UInt64(seed), annotators: annotators, labels: labels)
    let grouped = rows.grouped(timed: timed)
    var sums = AgreementSums()
    var patterns = PatternCounts()
    sums.add(grouped)
    patterns.add(grouped)
    for parts in [1, 2, 5] {
      var counters = [rows.empty, rows.empty]
      for part in 0..<parts {
        rows.add(to: &counters[part % 2], part: part, of: parts, timed: timed)
      }
      counters[1].merge(counters[0])
      let totals = counters[1].totals()
      #expect(totals.sums == sums)
      #expect(totals.patterns == patterns)
      #expect(totals.repeats == grouped.repeats)
    }
  }

  @Test(arguments: 0..<40)
  func `a list of pairs says what the pairs' tables say`(seed: Int) {
    let rows = Rows(seed: UInt64(seed), annotators: 12, labels: seed % 2 == 0 ? 5 : 400)
    var counter = rows.empty
    rows.add(to: &counter, part: 0, of: 1, timed: false)
    let sums = counter.totals().sums
    let tables = sums.annotatorPairs
    #expect(sums.pairSummaries.map(\.first) == tables.map(\.first))
    #expect(sums.pairSummaries.map(\.second) == tables.map(\.second))
    #expect(sums.pairSummaries.map(\.units) == tables.map(\.table.units))
    #expect(sums.pairSummaries.map(\.agreeing) == tables.map(\.table.agreeing))
    #expect(sums.pairSummaries.map(\.cohenKappa) == tables.map { CohenKappa.value($0.table) })
  }

  @Test(arguments: 0..<6)
  func `cells of two annotators count beyond a byte in every part`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) + 77)
    var sums = AgreementSums()
    var counters = (0..<3).map { _ in UnitCounter(annotators: 4, labels: 3, ratings: 20_000) }
    for part in 0..<6 {
      var items: [Int32] = []
      var annotators: [Int32] = []
      var labels: [Int32] = []
      for item in 0..<Int32(600) {
        var unit: [UnitRating] = []
        for annotator in (0..<Int32(4)).shuffled(using: &random).prefix(3) {
          let label = Int32(random.next() % 8 == 0 ? 1 + random.next() % 2 : 0)
          unit.append(UnitRating(annotator: annotator, label: label))
          items.append(item)
          annotators.append(annotator)
          labels.append(label)
        }
        sums.add(unit)
      }
      let untimed: [Int64] = []
      counters[part % 3].add(
        items: items.span, itemCount: 600, annotators: annotators.span, labels: labels.span,
        times: untimed.span)
    }
    var whole = counters[2]
    whole.merge(counters[0])
    whole.merge(counters[1])
    let totals = whole.totals().sums
    #expect(totals == sums)
    #expect(totals.rows == sums.rows)
    #expect(totals.annotatorPairs == sums.annotatorPairs)
    #expect(totals.pairSummaries == sums.pairSummaries)
    #expect(totals.pairSummaries.allSatisfy { $0.units > 255 })
    let asked = Array(totals.pairSummaries.reversed())
    #expect(totals.tables(of: asked) == sums.annotatorPairs.reversed().map(\.table))
  }

  @Test func `a cell of two annotators counts beyond 2³¹`() {
    var sums = AgreementSums()
    sums.reserve(annotators: 3, labels: 2)
    let unit = [UnitRating(annotator: 2, label: 1), UnitRating(annotator: 1, label: 0)]
    sums.add(unit, times: 1 << 31)
    sums.add(unit, times: 5)
    sums.add(unit, times: -7)
    #expect(sums.pairSummaries.map(\.units) == [(1 << 31) - 2])
    #expect(sums.annotatorPairs.map(\.table.units) == [(1 << 31) - 2])
    sums.add(unit, times: 2 - (1 << 31))
    #expect(sums == AgreementSums())
  }

  @Test(arguments: 0..<30)
  func `a history of ratings added, changed and retracted ends where a batch does`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) + 1000)
    var units = Array(repeating: [UnitRating](), count: 12)
    var sums = AgreementSums()
    var patterns = PatternCounts()
    for _ in 0..<300 {
      let index = Int.random(in: 0..<12, using: &random)
      let annotator = Int32.random(in: 0..<9, using: &random)
      var unit = units[index].filter { $0.annotator != annotator }
      if Int.random(in: 0..<3, using: &random) > 0 {
        unit.append(
          UnitRating(annotator: annotator, label: Int32.random(in: 0..<20, using: &random)))
      }
      let old = units[index]
      sums.subtract(old)
      patterns.subtract(old.span)
      sums.add(unit)
      patterns.add(unit)
      units[index] = unit
    }
    let batch = RandomRatings.sums(units)
    #expect(sums == batch)
    #expect(patterns == RandomRatings.patterns(units))
    #expect(KrippendorffAlpha.estimate(sums) == KrippendorffAlpha.estimate(batch))
    #expect(FleissKappa.estimate(sums) == FleissKappa.estimate(batch))
    #expect(
      GwetAC.estimate(sums, labelCount: 20) == GwetAC.estimate(batch, labelCount: 20))
    #expect(sums.pairSummaries == batch.pairSummaries)
  }
}
