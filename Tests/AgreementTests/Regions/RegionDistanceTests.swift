import Agreement
import Domain
import Testing

@Suite struct RegionDistanceTests {
  private typealias Stretch = Domain.Span

  private func spans(_ parts: [(Int, Int, String)]) -> Value {
    .spans(parts.map { Stretch(start: $0.0, end: $0.1, label: LabelID($0.2)) })
  }

  private func box(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, turned: Int = 0, label: String = "car"
  ) -> Box {
    Box(
      x: Number(x), y: Number(y), width: Number(width), height: Number(height),
      rotation: Number(turned), label: LabelID(label))
  }

  @Test func `spans match by label and overlap, one to one`() {
    let distance = SpanSetDistance()
    let one = spans([(0, 10, "x"), (20, 30, "y")])
    #expect(distance.between(one, spans([(2, 10, "x"), (20, 30, "z")])) == 0.5)
    #expect(distance.between(one, spans([(20, 30, "y"), (0, 10, "x")])) == 0)
    #expect(distance.between(one, spans([])) == 1)
    #expect(distance.between(spans([]), spans([])) == 0)
    #expect(distance.between(spans([(0, 10, "x"), (0, 10, "x")]), spans([(0, 10, "x")])) > 0.3)
    #expect(distance.between(spans([(4, 4, "x")]), spans([(4, 4, "x"), (0, 1, "y")])) < 0.4)
  }

  @Test func `boxes overlap by area, turned ones too`() {
    #expect(BoxSetDistance.overlap(box(0, 0, 10, 10), box(0, 0, 10, 5)) == 0.5)
    #expect(BoxSetDistance.overlap(box(0, 0, 10, 10), box(10, 0, 10, 10)) == 0)
    #expect(BoxSetDistance.overlap(box(0, 0, 0, 0), box(0, 0, 0, 0)) == 0)
    let quarter = BoxSetDistance.overlap(box(10, 0, 10, 10, turned: 90), box(0, 0, 10, 10))
    #expect((quarter - 1).magnitude < 1e-12)
    let diamond = BoxSetDistance.overlap(box(10, 0, 10, 10, turned: 45), box(0, 0, 10, 10))
    let mirrored = BoxSetDistance.overlap(box(0, 0, 10, 10), box(10, 0, 10, 10, turned: 45))
    #expect(diamond > 0 && diamond < 1)
    #expect((diamond - mirrored).magnitude < 1e-12)
  }

  @Test func `box lists by matching, identical boxes without area match`() {
    let distance = BoxSetDistance()
    let pair = Value.boxes([box(0, 0, 10, 10), box(50, 50, 10, 10)])
    #expect(distance.between(pair, .boxes([box(1, 0, 10, 10), box(50, 50, 10, 10)])) == 0)
    #expect(distance.between(pair, .boxes([box(50, 50, 10, 10)])) == 1 - 2.0 / 3)
    #expect(
      distance.between(
        .boxes([box(0, 0, 0, 0), box(9, 9, 1, 1)]), .boxes([box(9, 9, 1, 1), box(0, 0, 0, 0)]))
        == 0)
  }

  @Test func `the matching is the best of all`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<400 {
      let rows = Int.random(in: 1...4, using: &random)
      let columns = Int.random(in: 1...4, using: &random)
      var table = Array(repeating: Array(repeating: 0.0, count: columns), count: rows)
      var candidates: [RegionPair] = []
      for row in 0..<rows {
        for column in 0..<columns where Bool.random(using: &random) {
          table[row][column] = Double.random(in: 0.1...1, using: &random)
          candidates.append(
            RegionPair(first: row, second: column, overlap: table[row][column]))
        }
      }
      let matched = RegionMatching.best(among: candidates)
      #expect(Set(matched.map(\.first)).count == matched.count)
      #expect(Set(matched.map(\.second)).count == matched.count)
      let sum = matched.reduce(0) { $0 + $1.overlap }
      #expect((sum - best(table, from: 0, taken: [])).magnitude < 1e-12)
    }
  }

  @Test func `a crowd of thousands of equal boxes is matched in time`() {
    let crowd = Value.boxes((0..<600).map { box(0, 0, 10, 10 + $0 % 7) })
    let other = Value.boxes((0..<600).map { box(0, 0, 10, 11 + $0 % 7) })
    let distance = BoxSetDistance().between(crowd, other)
    #expect(distance >= 0 && distance < 0.5)
  }

  private func best(_ table: [[Double]], from row: Int, taken: Set<Int>) -> Double {
    guard row < table.count else { return 0 }
    var most = best(table, from: row + 1, taken: taken)
    for column in table[row].indices where !taken.contains(column) && table[row][column] > 0 {
      let rest = best(table, from: row + 1, taken: taken.union([column]))
      most = max(most, table[row][column] + rest)
    }
    return most
  }
}
