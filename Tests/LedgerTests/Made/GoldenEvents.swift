import Domain
import Ledger

/// A short history with every type of event and every member, whose lines stand in
/// `docs/log-format.md` and never change.
enum GoldenEvents {
  static let drafts: [EventDraft] = bodies.enumerated().map { index, body in
    EventDraft(
      operation: OperationID(high: 0xA0, low: UInt64(index)),
      at: Instant(milliseconds: 1_767_225_600_000 + Int64(index) * 61_005),
      actor: MemberID(actors[index]), isSandbox: false, body: body)
  }

  /// The same genesis in a sandbox.
  static let sandbox = EventDraft(
    operation: OperationID(high: 0xA0, low: 0), at: Instant(milliseconds: 1_767_225_600_000),
    actor: MemberID("lena"), isSandbox: true, body: bodies[0])

  private static let actors = [
    "lena", "lena", "lena", "lena", "lena", "ruth", "ruth", "mallory", "lena", "ruth", "ruth",
    "lena", "ruth", "lena", "lena", "ruth", "ruth", "lena", "ruth", "ruth", "lena", "ruth", "ruth",
    "lena", "ruth", "lena", "lena", "ruth", "ruth", "ruth", "lena", "lena", "ruth",
  ]
  static let unit = UnitID(item: ItemID("tickets:007"))
  private static let seat = SeatID(unit: unit, seat: .main)
  private static let settings = "[project]\nname = \"tickets\"\n"

  private static let bodies: [EventBody] =
    [
      .genesis(Genesis(project: OperationID(high: 0xFEED, low: 0xBEEF), name: "tickets")),
      .role(
        Member(id: MemberID("lena"), user: "lena", roles: [.lead, .adjudicator])),
      .config(ConfigurationChange(text: settings, digest: .sha256(of: settings))),
      .role(
        Member(
          id: MemberID("ruth"), user: nil, roles: [.adjudicator],
          annotators: [AnnotatorID("Ann \"B.\""), AnnotatorID("Å3")])),
      .imported(record),
      .flag(Remark(unit: unit, text: "two\tthings\u{1}\nin one", isRaised: true)),
      .decision(decision),
      .refused(RefusalRecord(attempt: "reopen", unit: unit, code: "not_a_member")),
      .reopen(Withdrawal(seatID: seat, base: 6, reason: "R-0042 was changed")),
      .decision(Decision(seatID: seat, base: 8, batch: 1, outcome: .ambiguous)),
      .withdraw(Withdrawal(seatID: seat, base: 9)),
      .comment(Remark(unit: unit, text: "标注")),
      .recovered(Recovery(bytes: 17, digest: .sha256(of: "{\"actor\":\"dead wr"))),
      .refused(RefusalRecord(attempt: "apply", unit: nil, code: "needs_role")),
      .role(Member(id: MemberID("ruth"), user: nil, roles: [.adjudicator, .reviewer])),
      .clause(ClauseChange(id: clause, base: -1, text: clauseText)),
      .guideline(
        SectionChange(
          id: section.id, base: -1, text: section.text)),
      .publish(
        Publication(
          version: 1, digest: digest(firstVersion),
          changes: [
            PublishedChange(part: .clause(clause), seq: 15, kind: .semantic),
            PublishedChange(part: .section(section.id), seq: 16, kind: .editorial),
          ], waived: "the first version")),
      .guideline(SectionChange(id: .policy(PolicyID("skipping")), base: -1, text: "Never.")),
      .clause(ClauseChange(withdrawing: clause, base: 15, reason: "nobody understood it")),
      .publish(
        Publication(
          version: 2, digest: digest(secondVersion),
          changes: [PublishedChange(part: .clause(clause), seq: 19, kind: .semantic)],
          inDoubt: [6, 9])),
    ] + trials + unfinished + [migration] + audit

  private static let clause = ClauseID("R-0042")
  static let section = GuidelineContents.Section(
    id: .label(LabelID("billing")), text: "Money that was asked for.\nNot refunds.")

  private static let firstVersion = GuidelineContents(
    version: 1, sections: [section],
    clauses: [.init(id: clause, text: clauseText, since: 1)], withdrawn: [])
  static let secondVersion = GuidelineContents(
    version: 2, sections: [section], clauses: [],
    withdrawn: [.init(id: clause, title: clauseText.title, version: 2)])

  static func digest(_ contents: GuidelineContents) -> Digest {
    .sha256(of: GuidelineMarkdown.text(of: contents, project: "tickets"))
  }

  private static let clauseText = ClauseText(
    title: "Refund before billing", labels: [LabelID("refund"), LabelID("billing")],
    statement: "Who asks for money back asks for a \"refund\".\nAlso where a bill is named.",
    examples: [ClauseExample("charged twice, wants it back", unit: unit)],
    counterExamples: [ClauseExample("asks when the bill comes")], bornFrom: [6])

  private static let record: ImportRecord = {
    var record = ImportRecord(
      batch: 1, source: "tickets.csv", bytes: 20_480, sha256: .sha256(of: "file"),
      importer: "csv", mapping: "annotator=who", digest: .sha256(of: "batch"))
    record.itemsNew = 200
    record.ratingsNew = 998
    record.rowsRefused = 2
    record.diagnostics = 3
    return record
  }()

  private static let decision: Decision = {
    var decision = Decision(
      seatID: seat, base: -1, batch: 1, outcome: .value(.label(LabelID("billing"))))
    decision.chose = [
      RatingReference(batch: 1, ordinal: 4), RatingReference(batch: 1, ordinal: 17),
    ]
    decision.reason = "both-apply"
    decision.rationale = "the refund is asked for \\ first"
    decision.cites = [ClauseID("R-0042")]
    decision.follows = [2]
    decision.distinguishes = [1]
    decision.orderSeed = 0x00C0_FFEE_0000_0001
    decision.votesSeen = .afterFirstVerdict
    decision.first = .value(.labels([LabelID("billing"), LabelID("refund")]))
    decision.milliseconds = 8250
    if let wrong = Number("0.31"), let gain = Number("1.55") {
      decision.queue = QueuePlace(policy: "gain", wrong: wrong, gain: gain, rank: 3)
    }
    decision.tookOver = MemberID("lena")
    return decision
  }()
}

/// Words that are still being written.
extension GoldenEvents {
  fileprivate static let unfinished: [EventBody] = [
    .clause(
      ClauseChange(
        id: ClauseID("R-0043"), base: -1,
        text: ClauseText(title: "Bills, again", labels: [], statement: "To be said."),
        stage: .draft)),
    .guideline(
      SectionChange(
        id: .policy(PolicyID("skipping")), base: 21, text: "Never, or", stage: .draft)),
  ]
}
