import Domain
import Testing

/// Who may write and publish the guideline, and what a ruling may cite.
struct GuidelineDecisionTests {
  private static let lead = Member(id: MemberID("lea"), user: nil, roles: [.lead, .adjudicator])
  private static let reviewer = Member(id: MemberID("rev"), user: nil, roles: [.reviewer])
  private static let senior = Member(id: MemberID("sam"), user: nil, roles: [.adjudicator])
  private static let unit = UnitID(item: ItemID("1"))
  private static let first = ClauseID("R-0001")

  private static func text(
    _ statement: String = "s", title: String = "t", labels: [String] = ["a"],
    example: ClauseExample? = nil, born: [Int] = []
  ) -> ClauseText {
    ClauseText(
      title: title, labels: labels.map { LabelID($0) }, statement: statement,
      examples: example.map { [$0] } ?? [], bornFrom: born)
  }

  /// The guideline after these bodies, at positions from 10 on.
  private func guideline(_ bodies: [EventBody]) -> Guideline {
    var guideline = Guideline()
    for (index, body) in bodies.enumerated() {
      let draft = EventDraft(
        operation: OperationID(high: 0, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: MemberID("rev"), isSandbox: true, body: body)
      guideline.evolve(Event(seq: 10 + index, previous: .zero, hash: .zero, draft: draft))
    }
    return guideline
  }

  private func context(_ bodies: [EventBody] = []) -> DecisionContext {
    var configuration = ProjectConfiguration(name: "p")
    configuration.labels = [
      LabelDefinition(id: LabelID("a")), LabelDefinition(id: LabelID("b")),
    ]
    return DecisionContext(
      members: [Self.lead, Self.reviewer, Self.senior], configuration: configuration,
      unit: UnitFacts(
        id: Self.unit, newestBatch: 1, raters: [], kind: .label, labelsInUse: [], route: nil,
        seats: [:]), guideline: guideline(bodies),
      evidence: Evidence(rulings: [4, 5], units: [Self.unit]))
  }

  private func refusal(
    _ command: Command, by member: Member, after bodies: [EventBody] = []
  ) -> Refusal? {
    do {
      _ = try Adjudication.decide(command, by: member.id, in: context(bodies))
      return nil
    } catch {
      return error
    }
  }

  private static let drafted = EventBody.clause(
    ClauseChange(id: first, base: -1, text: text()))
  private static func published(
    _ version: Int, _ changes: [(GuidelinePart, Int)]
  ) -> EventBody {
    .publish(publication(version, changes))
  }
  private static func publication(
    _ version: Int, _ changes: [(GuidelinePart, Int)], doubts: [Int] = []
  ) -> Publication {
    Publication(
      version: version, digest: .zero,
      changes: changes.map { PublishedChange(part: $0, seq: $1, kind: .semantic) },
      inDoubt: doubts)
  }
  private static let inForce = [drafted, published(1, [(.clause(first), 10)])]

  private func draft(
    _ text: ClauseText?, _ id: ClauseID? = nil, base: Int? = nil
  ) -> Command {
    .clause(ClauseProposal(id: id, base: base, text: text))
  }

  @Test func `new clauses are numbered, also where the last was withdrawn`() throws {
    let bodies = try Adjudication.decide(
      draft(Self.text(born: [4])), by: Self.reviewer.id, in: context())
    #expect(
      bodies == [.clause(ClauseChange(id: Self.first, base: -1, text: Self.text(born: [4])))])
    let gone = EventBody.clause(ClauseChange(withdrawing: Self.first, base: 10))
    let next = try Adjudication.decide(
      draft(Self.text()), by: Self.lead.id, in: context([Self.drafted, gone]))
    #expect(next == [.clause(ClauseChange(id: ClauseID("R-0002"), base: -1, text: Self.text()))])
  }

  @Test func `reviewers and leads write, leads publish`() {
    #expect(refusal(draft(Self.text()), by: Self.senior) == .needsRole(.reviewer))
    let section = Command.section(
      SectionProposal(id: .policy(PolicyID("skip")), text: "x"))
    #expect(refusal(section, by: Self.senior) == .needsRole(.reviewer))
    #expect(refusal(section, by: Self.reviewer) == nil)
    let publish = Command.publish(Self.publication(1, [(.clause(Self.first), 10)]))
    #expect(refusal(publish, by: Self.reviewer, after: [Self.drafted]) == .needsRole(.lead))
    #expect(refusal(publish, by: Self.lead, after: [Self.drafted]) == nil)
  }

  @Test func `words and evidence are looked at`() {
    func said(_ text: ClauseText) -> Refusal? { refusal(draft(text), by: Self.reviewer) }
    #expect(said(Self.text(title: " ")) == .wordsMissing(.title))
    #expect(said(Self.text("\n")) == .wordsMissing(.statement))
    #expect(said(Self.text(example: ClauseExample(""))) == .wordsMissing(.example))
    #expect(
      said(Self.text(String(repeating: "x", count: 8193)))
        == .wordsTooLong(.statement, bytes: 8193, limit: 8192))
    #expect(
      said(Self.text(labels: ["z"]))
        == .unknownLabel(LabelID("z"), admissible: [LabelID("a"), LabelID("b")]))
    #expect(said(Self.text(born: [4, 6])) == .notARuling(seq: 6))
    let stranger = UnitID(item: ItemID("2"))
    #expect(
      said(Self.text(example: ClauseExample("e", unit: stranger))) == .unknownUnit(stranger))
    #expect(said(Self.text(example: ClauseExample("e", unit: Self.unit))) == nil)
    var long = Self.text()
    long.examples = (0..<20).map { _ in ClauseExample(String(repeating: "x", count: 2000)) }
    guard case .wordsTooLong(.clause, _, _)? = said(long) else {
      Issue.record("a clause of 40 kB was taken")
      return
    }
  }

  @Test func `whoever read an older draft is told`() {
    let newer = EventBody.clause(ClauseChange(id: Self.first, base: 10, text: Self.text("2")))
    let part = GuidelinePart.clause(Self.first)
    #expect(
      refusal(
        draft(Self.text("3"), Self.first, base: 10), by: Self.lead,
        after: [
          Self.drafted, newer,
        ]) == .partChangedMeanwhile(part, seq: 11))
    #expect(
      refusal(draft(Self.text(), Self.first), by: Self.lead, after: [Self.drafted])
        == .nothingChanges(part))
    #expect(
      refusal(draft(nil, ClauseID("R-0009")), by: Self.lead) == .unknownClause(ClauseID("R-0009")))
  }

  @Test func `a withdrawn clause stays so, one that is only to be withdrawn does not`() {
    let out = EventBody.clause(ClauseChange(withdrawing: Self.first, base: 10))
    let again = draft(Self.text("2"), Self.first)
    #expect(
      refusal(again, by: Self.lead, after: [Self.drafted, out]) == .clauseWithdrawn(Self.first))
    #expect(refusal(again, by: Self.lead, after: Self.inForce + [out]) == nil)
    #expect(
      refusal(draft(nil, Self.first), by: Self.lead, after: Self.inForce + [out])
        == .nothingChanges(.clause(Self.first)))
    let gone = Self.inForce + [out, Self.published(2, [(.clause(Self.first), 12)])]
    #expect(refusal(again, by: Self.lead, after: gone) == .clauseWithdrawn(Self.first))
  }

  @Test func `what is published is the last proposal, once`() {
    func said(_ publication: Publication, _ bodies: [EventBody]) -> Refusal? {
      refusal(.publish(publication), by: Self.lead, after: bodies)
    }
    let part = GuidelinePart.clause(Self.first)
    #expect(said(Self.publication(1, []), [Self.drafted]) == .nothingToPublish)
    #expect(
      said(Self.publication(2, [(part, 10)]), [Self.drafted]) == .publishedMeanwhile(version: 0))
    #expect(
      said(Self.publication(1, [(part, 9)]), [Self.drafted])
        == .partChangedMeanwhile(part, seq: 10))
    #expect(said(Self.publication(2, [(part, 10)]), Self.inForce) == .nothingChanges(part))
    #expect(
      said(Self.publication(1, [(part, 10)], doubts: [7]), [Self.drafted]) == .notARuling(seq: 7))
    let dropped = [
      Self.drafted, .clause(ClauseChange(withdrawing: Self.first, base: 10)),
    ]
    #expect(said(Self.publication(1, [(part, 11)]), dropped) == .nothingChanges(part))
  }

  @Test func `a ruling cites what is in force, and is made under that version`() throws {
    var decision = Decision(
      seatID: SeatID(unit: Self.unit, seat: .main), base: -1, batch: 1,
      outcome: .value(.label(LabelID("a"))))
    decision.cites = [Self.first]
    let rule = Command.rule(decision)
    #expect(refusal(rule, by: Self.senior) == .unknownClause(Self.first))
    #expect(
      refusal(rule, by: Self.senior, after: [Self.drafted]) == .clauseNotInForce(Self.first))
    let bodies = try Adjudication.decide(rule, by: Self.senior.id, in: context(Self.inForce))
    decision.guideline = 1
    #expect(bodies == [.decision(decision)])
    let out = EventBody.clause(ClauseChange(withdrawing: Self.first, base: 10))
    #expect(refusal(rule, by: Self.senior, after: Self.inForce + [out]) == nil)
    let gone = Self.inForce + [out, Self.published(2, [(.clause(Self.first), 12)])]
    #expect(refusal(rule, by: Self.senior, after: gone) == .clauseWithdrawn(Self.first))
  }

  @Test func `a ruling in doubt is ruled on again, and no other that stands`() {
    let standing = SeatStanding(
      status: .ruled, seq: 4, by: MemberID("sam"), outcome: .value(.label(LabelID("a"))))
    func said(base: Int, batch: Int = 1, seat: Seat = .main, doubt: DoubtCause?) -> Refusal? {
      var context = context(Self.inForce)
      context = DecisionContext(
        members: context.members, configuration: context.configuration,
        unit: UnitFacts(
          id: Self.unit, newestBatch: 1, raters: [], kind: .label, labelsInUse: [], route: nil,
          seats: [seat: standing], doubt: doubt), guideline: context.guideline)
      let decision = Decision(
        seatID: SeatID(unit: Self.unit, seat: seat), base: base, batch: batch, outcome: .ambiguous)
      do {
        _ = try Adjudication.decide(.rule(decision), by: Self.senior.id, in: context)
        return nil
      } catch {
        return error
      }
    }
    #expect(said(base: 4, doubt: nil) == .alreadySettled(standing))
    #expect(said(base: 4, doubt: .version(1)) == nil)
    #expect(said(base: 4, doubt: .ratings(batch: 1)) == nil)
    #expect(said(base: -1, doubt: .ratings(batch: 1)) == .settledMeanwhile(standing))
    #expect(said(base: 4, batch: 0, doubt: .ratings(batch: 1)) == .ratingsChanged(batch: 1))
    #expect(said(base: 4, seat: .second, doubt: .ratings(batch: 1)) == .alreadySettled(standing))
    #expect(said(base: -1, doubt: .version(1)) == .settledMeanwhile(standing))
    #expect(said(base: 4, seat: .second, doubt: .version(1)) == .alreadySettled(standing))
  }

  @Test func `of two causes of doubt the stronger is told, whichever came first`() {
    let (ratings, version) = (DoubtCause.ratings(batch: 9), DoubtCause.version(2))
    let migration = DoubtCause.migration(seq: 7)
    for (stronger, weaker) in [(version, ratings), (migration, ratings), (migration, version)] {
      #expect(stronger.outranks(weaker))
      #expect(!weaker.outranks(stronger))
    }
    for cause in [ratings, version, migration] { #expect(cause.outranks(nil)) }
    #expect(DoubtCause.ratings(batch: 10).outranks(ratings))
    #expect(ratings.isKeepable && version.isKeepable && !migration.isKeepable)
  }

  @Test func `versions keep what they said`() {
    let guideline = guideline(
      Self.inForce + [
        .clause(ClauseChange(id: Self.first, base: 10, text: Self.text("new"))),
        .guideline(SectionChange(id: .label(LabelID("a")), base: -1, text: "meaning")),
        Self.published(2, [(.clause(Self.first), 12)]),
        .clause(ClauseChange(withdrawing: Self.first, base: 12)),
        Self.published(3, [(.clause(Self.first), 15), (.section(.label(LabelID("a"))), 13)]),
      ])
    #expect(guideline.version == 3)
    #expect(guideline.contents(of: 0).clauses.isEmpty)
    #expect(guideline.contents(of: 1).clauses.map(\.text.statement) == ["s"])
    #expect(guideline.contents(of: 2).clauses.map(\.text.statement) == ["new"])
    #expect(guideline.contents(of: 2).clauses.map(\.since) == [1])
    #expect(guideline.contents(of: 2).sections.isEmpty)
    #expect(guideline.contents(of: 3).withdrawn.map(\.version) == [3])
    #expect(guideline.contents(of: 3).sections.map(\.text) == ["meaning"])
    #expect(guideline.clauses[Self.first]?.status == .withdrawn)
    #expect(guideline.pending.isEmpty)
    let difference = GuidelineDifference(
      from: guideline.contents(of: 1), to: guideline.contents(of: 2))
    #expect(difference.changed.map(\.kind) == [.changed])
    #expect(
      difference.changed.first?.lines.filter { $0.change != .kept }
        == [
          DifferenceLine(place: .statement, text: "s", change: .removed),
          DifferenceLine(place: .statement, text: "new", change: .added),
        ])
    let last = GuidelineDifference(
      from: guideline.contents(of: 2), to: guideline.contents(of: 3))
    #expect(last.changed.map(\.kind) == [.new, .withdrawn])
  }

  @Test func `drafts that were not chosen wait`() {
    let other = ClauseChange(id: ClauseID("R-0002"), base: -1, text: Self.text("other"))
    let guideline = guideline([Self.drafted, .clause(other)])
    let chosen = guideline.contents(publishing: [.clause(Self.first)])
    #expect(chosen.version == 1)
    #expect(chosen.clauses.map(\.id) == [Self.first])
    #expect(guideline.pending.map(\.key) == ["R-0001", "R-0002"])
  }

  private func write(
    _ text: ClauseText, _ stage: ProposalStage, _ id: ClauseID? = first
  ) -> Command {
    .clause(ClauseProposal(id: id, text: text, stage: stage))
  }

  @Test func `what is still being written is seen, waits for nothing and cannot be published`() {
    let draft = EventBody.clause(
      ClauseChange(id: Self.first, base: -1, text: Self.text(), stage: .draft))
    let part = GuidelinePart.clause(Self.first)
    let written = guideline([draft])
    #expect(written.clauses[Self.first]?.status == .draft)
    #expect(written.pending.isEmpty)
    #expect(written.unfinished == [part])
    let publish = Command.publish(Self.publication(1, [(part, 10)]))
    #expect(refusal(publish, by: Self.lead, after: [draft]) == .partUnfinished(part))
    #expect(Refusal.partUnfinished(part).code == "part_unfinished")
    #expect(!Refusal.partUnfinished(part).isAboutRights)
    #expect(
      refusal(write(Self.text(), .draft), by: Self.reviewer, after: [draft])
        == .nothingChanges(part))
    #expect(refusal(write(Self.text(), .review), by: Self.reviewer, after: [draft]) == nil)
    let finished = EventBody.clause(ClauseChange(id: Self.first, base: 10, text: Self.text()))
    #expect(guideline([draft, finished]).clauses[Self.first]?.status == .review)
    #expect(guideline([draft, finished]).pending == [part])
    #expect(
      refusal(
        .publish(Self.publication(1, [(part, 11)])), by: Self.lead, after: [draft, finished])
        == nil)
  }

  @Test func `a newer draft takes nothing from what is in force, and holds its publication up`() {
    let newer = EventBody.clause(
      ClauseChange(id: Self.first, base: 10, text: Self.text("2"), stage: .draft))
    let written = guideline(Self.inForce + [newer])
    #expect(written.clauses[Self.first]?.status == .published)
    #expect(written.clauses[Self.first]?.published == Self.text())
    #expect(written.isInForce(Self.first))
    #expect(written.pending.isEmpty)
    #expect(written.contents(publishing: written.pending).clauses.map(\.text) == [Self.text()])
    let part = GuidelinePart.clause(Self.first)
    #expect(
      refusal(
        .publish(Self.publication(2, [(part, 12)])), by: Self.lead,
        after: Self.inForce + [newer]) == .partUnfinished(part))
  }

  @Test func `a section has drafts too; one that is to go is finished`() throws {
    let id = SectionID.policy(PolicyID("skip"))
    let part = GuidelinePart.section(id)
    let draft = EventBody.guideline(
      SectionChange(id: id, base: -1, text: "x", stage: .draft))
    #expect(guideline([draft]).unfinished == [part])
    #expect(
      refusal(
        .publish(Self.publication(1, [(part, 10)])), by: Self.lead, after: [draft])
        == .partUnfinished(part))
    func say(_ text: String, _ stage: ProposalStage) -> Command {
      .section(SectionProposal(id: id, text: text, stage: stage))
    }
    #expect(
      refusal(say("x", .draft), by: Self.reviewer, after: [draft]) == .nothingChanges(part))
    #expect(refusal(say("x", .review), by: Self.reviewer, after: [draft]) == nil)
    #expect(refusal(say("", .draft), by: Self.reviewer) == .nothingChanges(part))
    let gone = try Adjudication.decide(
      say("", .draft), by: Self.reviewer.id, in: context([draft]))
    #expect(gone == [.guideline(SectionChange(id: id, base: 10, text: ""))])
  }
}
