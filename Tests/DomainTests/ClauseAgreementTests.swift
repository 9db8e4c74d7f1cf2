import Domain
import Testing

/// Which rulings come out as a clause says.
struct ClauseAgreementTests {
  private static let rider = LabelID("rider")
  private static let cyclist = LabelID("cyclist")
  private static let person = LabelID("person")
  private static let id = ClauseID("R-0001")

  private func unit(_ name: String) -> UnitID { UnitID(item: ItemID(name)) }

  private func ruled(
    _ name: String, _ outcome: Outcome, at seq: Int, contest: [LabelID] = [cyclist, rider],
    cites: [ClauseID] = []
  ) -> RuledCase {
    RuledCase(
      unit: unit(name), seq: seq, outcome: outcome, contest: contest, by: MemberID("sam"),
      cites: cites)
  }

  private func label(_ id: LabelID) -> Outcome { .value(.label(id)) }

  private func clause(
    examples: [String] = [], counters: [String] = [], born: [Int] = [],
    labels: [LabelID] = [rider, cyclist]
  ) -> ClauseText {
    ClauseText(
      title: "t", labels: labels, statement: "s",
      examples: examples.map { ClauseExample($0, unit: unit($0)) },
      counterExamples: counters.map { ClauseExample($0, unit: unit($0)) }, bornFrom: born)
  }

  private func stands(_ agreement: ClauseAgreement) -> [String] {
    agreement.cases.map {
      "\($0.ruling.unit.item.text) \($0.stand.rawValue) \($0.tie.rawValue)"
    }
  }

  @Test func `the examples give the verdict, and the others are held against it`() {
    let agreement = ClauseAgreement(
      of: clause(examples: ["a"], counters: ["b"]), id: nil,
      rulings: [
        ruled("a", label(Self.cyclist), at: 1), ruled("b", label(Self.rider), at: 2),
        ruled("c", label(Self.cyclist), at: 3), ruled("d", label(Self.rider), at: 4),
        ruled("e", .ambiguous, at: 5), ruled("f", label(Self.person), at: 6),
        ruled("g", label(Self.rider), at: 7, contest: [Self.cyclist, Self.person]),
        ruled("h", .escalated, at: 8),
      ])
    #expect(agreement.verdict == .outcome(label(Self.cyclist)))
    #expect(
      stands(agreement) == [
        "d contradicts labels", "c agrees labels", "b agrees counter_example",
        "a agrees example", "f silent labels", "e silent labels",
      ])
    #expect(agreement.count(.contradicts) == 1)
    #expect(agreement.count(.agrees) == 3)
    #expect(agreement.count(.silent) == 2)
  }

  @Test func `a counter-example that was ruled as the clause says contradicts it`() {
    let agreement = ClauseAgreement(
      of: clause(examples: ["a"], counters: ["b"]), id: nil,
      rulings: [
        ruled("a", label(Self.cyclist), at: 1), ruled("b", label(Self.cyclist), at: 2),
      ])
    #expect(stands(agreement) == ["b contradicts counter_example", "a agrees example"])
  }

  @Test func `a case that is both an example and a counter-example is a counter-example`() {
    let agreement = ClauseAgreement(
      of: clause(examples: ["a"], counters: ["a"]), id: nil,
      rulings: [ruled("a", label(Self.cyclist), at: 1)])
    #expect(agreement.verdict == .missing)
    #expect(stands(agreement) == ["a silent counter_example"])
  }

  @Test func `the more frequent outcome is the verdict, of two as frequent ones neither`() {
    let three = [
      ruled("a", label(Self.cyclist), at: 1), ruled("b", label(Self.rider), at: 2),
      ruled("c", label(Self.rider), at: 3),
    ]
    let most = ClauseAgreement(of: clause(born: [1, 2, 3]), id: nil, rulings: three)
    #expect(most.verdict == .outcome(label(Self.rider)))
    #expect(stands(most) == ["a contradicts born", "c agrees born", "b agrees born"])
    let split = ClauseAgreement(of: clause(born: [1, 2]), id: nil, rulings: three)
    #expect(split.verdict == .split([label(Self.cyclist), label(Self.rider)]))
    #expect(split.count(.silent) == 3)
    #expect(split.verdict.outcome == nil)
  }

  @Test func `rulings that cite it give the verdict where there is nothing behind it`() {
    let rulings = [
      ruled("a", label(Self.rider), at: 1, contest: [], cites: [Self.id]),
      ruled("b", label(Self.cyclist), at: 2),
    ]
    let agreement = ClauseAgreement(of: clause(), id: Self.id, rulings: rulings)
    #expect(agreement.verdict == .outcome(label(Self.rider)))
    #expect(stands(agreement) == ["b contradicts labels", "a agrees cites"])
    let other = ClauseAgreement(of: clause(), id: ClauseID("R-0002"), rulings: rulings)
    #expect(other.verdict == .missing)
    #expect(stands(other) == ["b silent labels"])
    let example = ClauseAgreement(of: clause(examples: ["b"]), id: Self.id, rulings: rulings)
    #expect(example.verdict == .outcome(label(Self.cyclist)), "examples come before citations")
  }

  @Test func `the verdict may be none of the clause's labels, or no label at all`() {
    let person = ClauseAgreement(
      of: clause(examples: ["a"]), id: nil,
      rulings: [ruled("a", label(Self.person), at: 1), ruled("b", label(Self.rider), at: 2)])
    #expect(stands(person) == ["b contradicts labels", "a agrees example"])
    let out = ClauseAgreement(
      of: clause(examples: ["a"]), id: nil,
      rulings: [ruled("a", .notAnnotatable, at: 1), ruled("b", .notAnnotatable, at: 2)])
    #expect(out.verdict == .outcome(.notAnnotatable))
    #expect(out.count(.agrees) == 2)
  }

  @Test
  func `a clause of one label speaks of every contest that has it, one of none of no contest`() {
    let rulings = [
      ruled("a", label(Self.cyclist), at: 1), ruled("b", label(Self.rider), at: 2),
      ruled("c", label(Self.person), at: 3, contest: [Self.cyclist, Self.person]),
    ]
    let one = ClauseAgreement(
      of: clause(examples: ["a"], labels: [Self.cyclist]), id: nil, rulings: rulings)
    #expect(stands(one) == ["c contradicts labels", "b contradicts labels", "a agrees example"])
    let none = ClauseAgreement(
      of: clause(examples: ["a"], labels: []), id: nil, rulings: rulings)
    #expect(stands(none) == ["a agrees example"])
  }

  @Test func `a set agrees where it has the label`() {
    func set(_ labels: [LabelID]) -> Outcome { .value(.labels(of: labels)) }
    let agreement = ClauseAgreement(
      of: clause(examples: ["a"]), id: nil,
      rulings: [
        ruled("a", set([Self.cyclist, Self.person]), at: 1), ruled("b", set([Self.cyclist]), at: 2),
        ruled("c", set([Self.rider]), at: 3), ruled("d", set([Self.person]), at: 4),
      ])
    #expect(agreement.verdict == .outcome(label(Self.cyclist)))
    #expect(
      stands(agreement) == [
        "c contradicts labels", "b agrees labels", "a agrees example", "d silent labels",
      ])
  }

  @Test func `rulings in another order come out the same`() {
    let rulings = (0..<40).map { index in
      ruled(
        "u\(index)", [label(Self.rider), label(Self.cyclist), .ambiguous][index * 7 % 3],
        at: index, cites: index % 5 == 0 ? [Self.id] : [])
    }
    let text = clause(examples: ["u3", "u8"], counters: ["u11"], born: [4, 20, 21])
    let agreement = ClauseAgreement(of: text, id: Self.id, rulings: rulings)
    #expect(
      ClauseAgreement(of: text, id: Self.id, rulings: rulings.reversed()) == agreement)
    #expect(agreement.cases.count == 40)
  }

  @Test func `from evidence comes a draft with all of it behind`() {
    let seeds = (1...8).map { seq in
      ClauseSeed(
        ruling: ruled(
          "u\(seq)", label(seq % 4 == 0 ? Self.rider : Self.cyclist), at: seq),
        reading: " the  \n case \(seq)\t")
    }
    let text = ClauseText(labels: [], from: seeds)
    #expect(text.labels == [Self.cyclist, Self.rider])
    #expect(text.bornFrom == Array(1...8))
    #expect(text.examples.map(\.text) == [1, 2, 3, 5, 6].map { "the case \($0)" })
    #expect(text.counterExamples.map(\.unit) == [unit("u4"), unit("u8")])
    #expect(text.title.isEmpty)
    #expect(text.statement.isEmpty)
  }

  @Test func `what an item says is cut at a character, and never says nothing`() {
    let long = ClauseExample(reading: String(repeating: "é", count: 300), of: unit("x"))
    #expect(long.text == String(repeating: "é", count: 200) + "…")
    #expect(ClauseExample(reading: " \n", of: unit("x")).text == "x")
    #expect(ClauseExample(reading: "one", of: unit("x")).text == "one")
  }
}
