import Agreement
import Domain
import Testing

/// Those who rule are measured from the log as it stands.
struct AdjudicatorStandingTests {
  private func standings(
    _ log: MadeLog, leading: [String: String] = [:], day: Int = 0, question: QuestionID? = nil
  ) -> [AdjudicatorStanding] {
    var tally = AdjudicationTally(question: question)
    for event in log.events { tally.add(event) }
    return AdjudicatorStanding.all(
      tally, leading: { unit in leading[unit.item.text].map { .label(LabelID($0)) } },
      today: Instant(milliseconds: Int64(day) * 86_400_000))
  }

  @Test func `rulings against the leading label are counted where one leads and a value is judged`()
    throws
  {
    var log = MadeLog()
    log.rule("1", "a", by: "ada")
    log.rule("2", "b", by: "ada")
    log.settle("3", .noneOfThese, by: "ada")
    log.settle("4", .ambiguous, by: "ada")
    log.rule("5", "b", by: "ada")
    let one = try #require(standings(log, leading: ["1": "a", "2": "a", "3": "a", "4": "a"]).first)
    #expect(one.rulings == 5)
    // Nothing leads alone in 5, and 4 judges no value.
    #expect(one.againstLeading.count == 2)
    #expect(one.againstLeading.total == 3)
    #expect(one.againstLeading.estimate == .share(2, of: 3))
    #expect(!one.againstLeading.isEnough)
  }

  @Test func `of several rulings on a unit the last one is held against the ratings`() throws {
    var log = MadeLog()
    log.rule("1", "b", by: "ada")
    log.withdraw("1", by: "ada")
    log.rule("1", "a", by: "ada")
    let one = try #require(standings(log, leading: ["1": "a"]).first)
    #expect(one.rulings == 2)
    #expect(one.againstLeading.count == 0)
    #expect(one.againstLeading.total == 1)
    #expect(one.withdrawn.count == 1)
    #expect(one.overturned.count == 0)
  }

  @Test func `a ruling is overturned once, by a lead or by another's ruling`() {
    var log = MadeLog()
    log.rule("1", "a", by: "ada")
    log.reopen("1", by: "lea")
    log.rule("1", "b", by: "ben")
    log.rule("2", "a", by: "ada")
    log.rule("2", "b", by: "ben", seat: .second)
    log.rule("3", "a", by: "ada")
    log.rule("3", "a", by: "ben", seat: .audit)
    let all = standings(log)
    let ada = all.first { $0.member.text == "ada" }
    #expect(ada?.overturned.count == 2)
    #expect(ada?.overturned.total == 3)
    #expect(all.first { $0.member.text == "ben" }?.overturned.count == 0)
  }

  @Test func `who took a ruling back is not overturned by what comes later`() {
    var log = MadeLog()
    log.rule("1", "a", by: "ada")
    log.withdraw("1", by: "ada")
    log.rule("1", "b", by: "ben")
    let ada = standings(log).first { $0.member.text == "ada" }
    #expect(ada?.overturned.count == 0)
    #expect(ada?.withdrawn.count == 1)
  }

  @Test func `silent repeats are held against the member's own ruling`() {
    var log = MadeLog()
    log.rule("1", "a", by: "ada")
    log.rule("2", "a", by: "ada")
    log.rule("3", "a", by: "ben")
    log.rule("1", "a", by: "ada", seat: .repeat)
    log.rule("2", "b", by: "ada", seat: .repeat)
    log.rule("3", "b", by: "ada", seat: .repeat)
    let ada = standings(log).first { $0.member.text == "ada" }
    #expect(ada?.again.count == 1)
    #expect(ada?.again.total == 2)
    // What is asked again settles nothing, and overturns nobody.
    #expect(ada?.rulings == 2)
    #expect(standings(log).first { $0.member.text == "ben" }?.overturned.count == 0)
  }

  @Test func `a change of mind is a first verdict that came out otherwise`() throws {
    var log = MadeLog()
    for (item, first) in [("1", "a"), ("2", "b"), ("3", "a")] {
      log.rule(item, "a", by: "ada") { decision in
        decision.votesSeen = item == "3" ? .fromTheStart : .afterFirstVerdict
        decision.first = .value(.label(LabelID(first)))
      }
    }
    let one = try #require(standings(log).first)
    #expect(one.changedMind.count == 1)
    #expect(one.changedMind.total == 2)
  }

  @Test func `escalations are no rulings, and are counted among outcomes`() throws {
    var log = MadeLog()
    log.settle("1", .escalated, by: "ada")
    log.rule("2", "a", by: "ada") { $0.cites = [ClauseID("R-0001")] }
    let one = try #require(standings(log).first)
    #expect(one.rulings == 1)
    #expect(one.outcomes.first { $0.kind == .escalated }?.count == 1)
    #expect(one.outcomes.map(\.kind) == OutcomeKind.allCases)
    #expect(one.citing.count == 1)
    #expect(one.citing.total == 1)
    #expect(one.reasoned.count == 0)
  }

  @Test func `days end on the day that was asked for, and older ones fall out`() throws {
    var log = MadeLog()
    log.rule("1", "a", by: "ada", day: 1) { $0.milliseconds = 4000 }
    log.rule("2", "a", by: "ada", day: 30) { $0.milliseconds = 8000 }
    log.rule("3", "a", by: "ada", day: 30)
    log.rule("4", "a", by: "ada", day: 31)
    let one = try #require(standings(log, day: 31).first)
    #expect(one.days.count == AdjudicatorStanding.daysShown)
    #expect(one.days.suffix(3) == [0, 2, 1])
    #expect(one.days.reduce(0, +) == 3)
    #expect(one.daysWorked == 3)
    #expect(one.pace.median == 6000)
  }

  @Test func `only the question that was asked for is looked at, the most rulings first`() {
    var log = MadeLog()
    log.rule("1", "a", by: "cy")
    log.rule("1", "a", by: "bea")
    log.rule("2", "a", by: "ada")
    log.rule("3", "a", by: "ada")
    #expect(standings(log).map(\.member.text) == ["ada", "bea", "cy"])
    #expect(standings(log, question: QuestionID("tone")).isEmpty)
  }
}
