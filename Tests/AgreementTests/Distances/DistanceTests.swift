import Agreement
import Domain
import Testing

@Suite struct DistanceTests {
  private func label(_ name: String) -> Value { .label(LabelID(name)) }

  private func labels(_ names: String...) -> Value { .labels(of: names.map { LabelID($0) }) }

  private func ranking(_ groups: [String]...) -> Value {
    .ranking(groups.map { $0.map { LabelID($0) } })
  }

  private func number(_ text: String) throws -> Value { .number(try #require(Number(text))) }

  private func isClose(_ one: Double, _ other: Double) -> Bool { (one - other).magnitude < 1e-12 }

  @Test func `nominal labels are the same or not`() {
    let distance = NominalDistance()
    #expect(distance.between(label("a"), label("a")) == 0)
    #expect(distance.between(label("a"), label("b")) == 1)
  }

  @Test func `ordinal labels are as far apart as the steps between them`() {
    let distance = OrdinalDistance(labels: ["low", "mid", "high"].map { LabelID($0) })
    #expect(distance.between(label("low"), label("mid")) == 0.5)
    #expect(distance.between(label("high"), label("low")) == 1)
    #expect(distance.between(label("high"), label("elsewhere")) == 1)
    #expect(distance.between(label("elsewhere"), label("elsewhere")) == 0)
  }

  @Test func `numbers are measured by their declared range`() throws {
    let distance = IntervalDistance(range: 1...5)
    #expect(distance.between(try number("1"), try number("3")) == 0.5)
    #expect(distance.between(try number("1"), try number("900")) == 1)
    #expect(distance.between(try number("2.50"), try number("2.5")) == 0)
    #expect(distance.between(try number("9e300"), try number("-9e300")) == 1)
  }

  @Test func `ratios compare sizes`() throws {
    let distance = RatioDistance()
    #expect(distance.between(try number("1"), try number("3")) == 0.5)
    #expect(distance.between(try number("0"), try number("3")) == 1)
    #expect(distance.between(try number("0"), try number("0.0")) == 0)
    #expect(distance.between(try number("-1"), try number("3")) == 1)
  }

  @Test func `label sets by Jaccard and by MASI`() {
    let jaccard = JaccardDistance()
    let masi = MASIDistance()
    #expect(isClose(jaccard.between(labels("a", "b"), labels("b", "c")), 2.0 / 3))
    #expect(isClose(masi.between(labels("a", "b"), labels("b", "c")), 1 - 1.0 / 9))
    #expect(isClose(masi.between(labels("a"), labels("a", "b")), 1 - 0.5 * 2 / 3))
    for distance in [jaccard, masi] as [any ValueDistance] {
      #expect(distance.between(labels(), labels()) == 0)
      #expect(distance.between(labels(), labels("a")) == 1)
      #expect(distance.between(labels("a"), label("a")) == 0)
      #expect(distance.between(labels("a"), labels("b")) == 1)
    }
  }

  @Test func `rankings by the share of pairs turned round`() {
    let distance = RankingDistance()
    #expect(distance.between(ranking(["a"], ["b"], ["c"]), ranking(["c"], ["b"], ["a"])) == 1)
    #expect(
      isClose(
        distance.between(ranking(["a"], ["b"], ["c"]), ranking(["b"], ["a"], ["c"])), 1.0 / 3))
    #expect(distance.between(ranking(["a"], ["b"]), ranking(["a", "b"])) == 0.5)
    #expect(distance.between(ranking(["a", "b"]), ranking(["b", "a"])) == 0)
    #expect(distance.between(ranking(["a"]), ranking(["b"])) == 1)
    #expect(distance.between(ranking(), ranking()) == 0)
  }

  @Test func `rankings of random groups equal the count of all pairs`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<300 {
      let names = (0..<Int.random(in: 2...7, using: &random)).map { "l\($0)" }
      let first = names.map { _ in Int.random(in: 0..<4, using: &random) }
      let second = names.map { _ in Int.random(in: 0..<4, using: &random) }
      var sum = 0.0
      for one in names.indices {
        for other in names.indices.dropFirst(one + 1) {
          let before = (first[one] - first[other]).signum()
          let after = (second[one] - second[other]).signum()
          if before != after { sum += before * after < 0 ? 1 : 0.5 }
        }
      }
      func value(_ places: [Int]) -> Value {
        ranking2(
          (0..<4).map { place in names.indices.filter { places[$0] == place }.map { names[$0] } })
      }
      func ranking2(_ groups: [[String]]) -> Value {
        .ranking(groups.filter { !$0.isEmpty }.map { $0.map { LabelID($0) } })
      }
      let pairs = Double(names.count * (names.count - 1) / 2)
      #expect(isClose(RankingDistance().between(value(first), value(second)), sum / pairs))
    }
  }

  @Test func `texts by edits, long ones by words`() {
    let distance = TextDistance()
    #expect(isClose(distance.between(.text("kitten"), .text("sitting")), 3.0 / 7))
    #expect(distance.between(.text(""), .text("abc")) == 1)
    #expect(distance.between(.text("é"), .text("e\u{301}")) == 1)
    let long = String(repeating: "same words again ", count: 400)
    let other = String(repeating: "same words again ", count: 399) + "and new ones"
    #expect(distance.between(.text(long), .text(long)) == 0)
    #expect(isClose(distance.between(.text(long), .text(other)), 1 - 2 * 1197.0 / 2400))
  }

  @Test func `an abstention equals only an abstention`() throws {
    let distance = StandardDistance(scale: .interval, range: 0...1)
    let others: [Value] = [
      label("a"), labels(), try number("0"), ranking(), .spans([]), .boxes([]), .text(""),
    ]
    #expect(distance.between(.abstained, .abstained) == 0)
    for value in others {
      #expect(distance.between(.abstained, value) == 1)
      #expect(distance.between(value, .abstained) == 1)
      #expect(distance.between(value, value) == 0)
    }
  }

  @Test func `an item's agreement is 1 less the mean distance of its pairs`() throws {
    let distance = StandardDistance()
    let values = [label("a"), label("a"), label("b")]
    #expect(isClose(try #require(distance.itemAgreement(values)), 1.0 / 3))
    #expect(distance.itemAgreement([label("a")]) == nil)
    #expect(distance.itemAgreement([label("a"), .abstained]) == 0)
  }
}
