import Domain
import Testing

/// Rulings that a person went through by hand, saying of each whether the changed clause makes it
/// necessary to read the item again. What the analysis finds beyond that is false, what it leaves out is
/// missed; both are counted, and kept as they are: `docs/guidelines.md` quotes them.
@Suite struct HandLabelledImpactTests {
  private struct Case {
    let words: String
    let contest: (String, String)
    let outcome: Outcome
    var cites = false
    /// Whether a person reads it again.
    let isAffected: Bool
  }

  private static let clause = ClauseID(number: 1)

  private static func ruled(_ label: String) -> Outcome { .value(.label(LabelID(label))) }

  /// The clause said: a refund wherever money has left the account. It is to say: a refund only where
  /// somebody asks for money back; a wrong charge that is only reported is billing.
  private static let cases: [Case] = [
    Case(
      words: "charged twice, wants one back; behind the clause", contest: ("billing", "refund"),
      outcome: ruled("refund"), isAffected: false),
    Case(
      words: "59 came off twice, please correct", contest: ("billing", "refund"),
      outcome: ruled("refund"), cites: true, isAffected: true),
    Case(
      words: "give me my 89 back; behind the clause, too", contest: ("billing", "refund"),
      outcome: ruled("refund"),
      cites: true, isAffected: false),
    Case(
      words: "the bill shows 19.90 two times, is that right?", contest: ("billing", "refund"),
      outcome: ruled("refund"), isAffected: true),
    Case(
      words: "the invoice is wrong, I have not paid it", contest: ("billing", "refund"),
      outcome: ruled("billing"), isAffected: false),
    Case(
      words: "I was promised my money, and nothing came", contest: ("billing", "refund"),
      outcome: ruled("billing"), isAffected: true),
    Case(
      words: "the card was charged in spite of the voucher, return it",
      contest: ("billing", "refund"), outcome: ruled("billing"), isAffected: true),
    Case(
      words: "which address stands on the invoice? a counter-example",
      contest: ("billing", "refund"), outcome: ruled("billing"), isAffected: false),
    Case(
      words: "why was I charged? a counter-example, ruled as the clause would have it",
      contest: ("billing", "refund"), outcome: ruled("refund"), isAffected: true),
    Case(
      words: "send back what you took; an example, ruled the other way",
      contest: ("billing", "refund"), outcome: ruled("billing"), isAffected: true),
    Case(
      words: "came broken, wants another", contest: ("defect", "refund"),
      outcome: ruled("defect"), isAffected: false),
    Case(
      words: "came broken and was paid, ruled by the clause", contest: ("defect", "refund"),
      outcome: ruled("refund"), cites: true, isAffected: true),
    Case(
      words: "cannot log in to pay", contest: ("account", "billing"), outcome: ruled("billing"),
      isAffected: false),
    Case(
      words: "close my account and pay me out; nobody said refund",
      contest: ("account", "billing"), outcome: ruled("account"), isAffected: true),
    Case(
      words: "money or invoice, one cannot tell", contest: ("billing", "refund"),
      outcome: .ambiguous, isAffected: true),
    Case(
      words: "a joke about money", contest: ("billing", "refund"), outcome: ruled("other"),
      isAffected: false),
    Case(
      words: "thanks", contest: ("other", "praise"), outcome: ruled("praise"), isAffected: false),
  ]

  private static func unit(_ number: Int) -> UnitID { UnitID(item: ItemID("t\(number)")) }

  @Test func `what is found, what is false and what is missed on a list labelled by hand`() {
    let rulings = Self.cases.enumerated().map { number, entry in
      RuledCase(
        unit: Self.unit(number), seq: 10 + number, outcome: entry.outcome,
        contest: [LabelID(entry.contest.0), LabelID(entry.contest.1)], by: MemberID("mara"),
        cites: entry.cites ? [Self.clause] : [])
    }
    let text = ClauseText(
      title: "Money asked back", labels: [LabelID("billing"), LabelID("refund")],
      statement: "A refund only where somebody asks for money back.",
      examples: [ClauseExample("send back what you took", unit: Self.unit(9))],
      counterExamples: [
        ClauseExample("which address", unit: Self.unit(7)),
        ClauseExample("why was I charged?", unit: Self.unit(8)),
      ], bornFrom: [10, 12])
    let impact = GuidelineImpact(of: [
      PartImpact(part: .clause(Self.clause), text: text, rulings: rulings)
    ])
    let found = Set(impact.rulings.map { $0 - 10 })
    let affected = Set(Self.cases.indices.filter { Self.cases[$0].isAffected })
    let words = { (numbers: Set<Int>) in numbers.sorted().map { Self.cases[$0].words } }
    #expect(
      words(found.subtracting(affected)) == [
        "the invoice is wrong, I have not paid it"
      ])
    #expect(
      words(affected.subtracting(found)) == [
        "the bill shows 19.90 two times, is that right?",
        "close my account and pay me out; nobody said refund",
        "money or invoice, one cannot tell",
      ])
    #expect(found.intersection(affected).count == 6)
  }
}
