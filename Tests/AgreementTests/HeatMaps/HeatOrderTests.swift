import Testing

@testable import Agreement

@Suite struct HeatOrderTests {
  /// A map by names, whatever the codes and the order of the units.
  private static func cells(_ map: HeatMap) -> [String: HeatCell] {
    var cells: [String: HeatCell] = [:]
    for row in 0..<map.rows.count {
      for column in 0..<map.columns.count {
        let name = map.rows.names[row] + " " + map.columns.names[column]
        cells[name] = map[HeatPlace(row: row, column: column)]
      }
    }
    return cells
  }

  @Test(arguments: UInt64(1)...12)
  func `other codes and another order of items change no bit and no order`(seed: UInt64) {
    let ratings = RandomRatings(seed: seed, largestUnitCount: 40)
    var random = SeededRandom(seed: seed &* 77)
    let labels = (0..<ratings.labelCount).map { "l\($0)" }
    let people = (0..<50).map { "a\($0)" }
    let labelCodes = labels.indices.shuffled(using: &random)
    let personCodes = people.indices.shuffled(using: &random)
    let units = ratings.units.shuffled(using: &random).map { unit in
      unit.shuffled(using: &random).map {
        UnitRating(
          annotator: $0.annotator < 0 ? -1 : Int32(personCodes[Int($0.annotator)]),
          label: Int32(labelCodes[Int($0.label)]))
      }
    }
    var renamed = (labels: labels, people: people)
    for (code, name) in zip(labelCodes, labels) { renamed.labels[code] = name }
    for (code, name) in zip(personCodes, people) { renamed.people[code] = name }
    let one = HeatSource(sums: ratings.sums, labels: labels, annotators: people)
    let other = HeatSource(
      sums: RandomRatings.sums(units), labels: renamed.labels, annotators: renamed.people)
    for kind in [HeatMapKind.labelLabel, .labelAnnotator, .annotatorAnnotator] {
      for measure in kind.measures() {
        for order in HeatOrder.allCases {
          let request = HeatMapRequest(kind: kind, measure: measure, order: order)
          let (first, second) = (HeatMap(one, request), HeatMap(other, request))
          #expect(first.rows.names == second.rows.names)
          #expect(first.columns.names == second.columns.names)
          let isSame = Self.cells(first) == Self.cells(second)
          #expect(isSame, "\(seed) \(kind) \(measure) \(order)")
          let hottest = { (map: HeatMap) in
            map.hottest(9).map { [map.rows.names[$0.row], map.columns.names[$0.column]] }
          }
          #expect(hottest(first) == hottest(second))
          #expect(first.overall == second.overall)
        }
      }
    }
  }

  /// Four families of labels, dealt out like cards: seriation lays them together again.
  @Test func `what is confused stands side by side`() {
    let names = (0..<20).map { "l\($0)" }
    let order = Seriation.order(names: names) { $0 % 4 == $1 % 4 ? 0.5 : 0.01 * Double($0 % 3) }
    #expect(order.sorted() == Array(0..<20))
    let families = order.map { $0 % 4 }
    let changes = zip(families, families.dropFirst()).count { $0 != $1 }
    #expect(changes == 3, "\(families)")
  }

  @Test func `a chain of neighbours comes back as a chain`() {
    let names = [3, 0, 4, 1, 5, 2].map { "l\($0)" }
    let places = [3, 0, 4, 1, 5, 2]
    let order = Seriation.order(names: names) { 10 - Double(abs(places[$0] - places[$1])) }
    #expect(order.map { names[$0] } == ["l0", "l1", "l2", "l3", "l4", "l5"])
  }

  @Test(arguments: UInt64(1)...30)
  func `every order is a permutation, whatever ties there are`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 0...40, using: &random)
    var table: [Double] = []
    for _ in 0..<count * count {
      table.append(Double(Int.random(in: 0...3, using: &random)) / 3)
    }
    let order = Seriation.order(names: (0..<count).map { "n\($0)" }) {
      table[min($0, $1) * count + max($0, $1)]
    }
    #expect(order.sorted() == Array(0..<count))
  }

  @Test func `two hundred labels, and of more the largest`() {
    var random = SeededRandom(seed: 9)
    var sums = AgreementSums()
    for _ in 0..<3000 {
      let usual = Int32.random(in: 0..<200, using: &random)
      sums.add(
        (Int32(0)..<3).map { annotator in
          let other = Int32.random(in: 0..<200, using: &random)
          let isUsual = Int.random(in: 0..<3, using: &random) > 0
          return UnitRating(annotator: annotator, label: isUsual ? usual : other)
        })
    }
    let names = (0..<200).map { "label \($0)" }
    let source = HeatSource(sums: sums, labels: names, annotators: ["a", "b", "c"])
    let map = HeatMap(source, HeatMapRequest(order: .clustered))
    #expect(map.cells.count == 40_000)
    #expect(map.rows.names.sorted() == names.sorted())
    #expect(map.hottest(5).count == 5)
    let part = HeatMap(source, HeatMapRequest(order: .size, limit: 30))
    #expect(part.rows.count == 30 && part.rows.omitted == 170)
    let sizes = HeatMap(source, HeatMapRequest(order: .size)).rows.sizes
    #expect(Array(sizes.prefix(30)) == part.rows.sizes)
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test func `the hottest cells are the most confused pairs, each once, without the diagonal`() {
    var sums = AgreementSums()
    let pair = { (one: Int32, other: Int32) in
      [UnitRating(annotator: 0, label: one), UnitRating(annotator: 1, label: other)]
    }
    sums.add(pair(0, 0), times: 60)
    sums.add(pair(1, 1), times: 50)
    sums.add(pair(2, 2), times: 80)
    sums.add(pair(0, 1), times: 40)
    sums.add(pair(1, 2), times: 10)
    sums.add(pair(3, 2), times: 2)
    sums.add(pair(4, 4), times: 400)
    sums.add(pair(5, 5), times: 20)
    sums.add(pair(5, 0), times: 8)
    let source = HeatSource(
      sums: sums, labels: ["rider", "cyclist", "car", "van", "road", "tram"],
      annotators: ["a", "b"])
    let map = HeatMap(source)
    let named = { (places: [HeatPlace]) in
      places.map { [map.rows.names[$0.row], map.columns.names[$0.column]] }
    }
    // Of 150 ratings beside a cyclist 40 say rider, of 168 beside a rider 40 say cyclist: chance would
    // give fewer. Of the 48 beside a tram 8 say rider, which is more than chance would give too, but
    // within noise; and of those beside a cyclist fewer say car than chance would give.
    #expect(named(map.hottest(9)) == [["cyclist", "rider"]])
    #expect(
      named(map.hottest(9, above: .none)) == [["cyclist", "rider"], ["tram", "rider"]])
    let van = HeatPlace(row: map.rows.names.firstIndex(of: "van") ?? 0, column: 0)
    #expect(map[van].isTooFew && map.step(van) == nil)
    #expect(map.step(HeatPlace(row: 1, column: 1)) == nil)
    #expect(map.step(map.hottest(1)[0]) == 5)
  }

  @Test func `a map of nothing is empty and says why`() {
    let source = HeatSource(sums: AgreementSums(), labels: ["x"], annotators: ["a"])
    for kind in HeatMapKind.allCases {
      for measure in kind.measures() {
        let map = HeatMap(source, HeatMapRequest(kind: kind, measure: measure, order: .clustered))
        #expect(map.hottest(3).isEmpty)
        #expect(map.overall.value == nil)
        for cell in map.cells where measure != .count {
          #expect(cell.estimate.status == .undefinedNoData)
        }
      }
    }
  }
}
