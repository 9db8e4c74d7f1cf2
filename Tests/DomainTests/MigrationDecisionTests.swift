import Domain
import Testing

/// Who may change a label set, and into what.
struct MigrationDecisionTests {
  private static let lead = Member(id: MemberID("lea"), user: nil, roles: [.lead])
  private static let others = [MemberRole.observer, .annotator, .reviewer, .adjudicator].map {
    Member(id: MemberID($0.rawValue), user: nil, roles: [$0])
  }
  private static let settings = ConfigurationChange(text: "new", digest: .zero)

  private func decide(
    _ rules: [LabelRule], to labels: [String], by member: MemberID = lead.id,
    reason: String? = nil, facts: MigrationFacts = MigrationFacts()
  ) throws(Refusal) -> [EventBody] {
    var configuration = ProjectConfiguration(name: "p")
    configuration.labels = ["a", "b"].map { LabelDefinition(id: LabelID($0)) }
    let proposal = MigrationProposal(
      mapping: LabelMapping(rules), settings: Self.settings, labels: labels.map { LabelID($0) },
      reason: reason)
    var evidence = Evidence()
    evidence.migration = facts
    let context = DecisionContext(
      members: [Self.lead] + Self.others, configuration: configuration, unit: nil,
      evidence: evidence)
    return try Adjudication.decide(.migrate(proposal), by: member, in: context)
  }

  private let renaming = [LabelRule(from: [LabelID("a")], to: [LabelID("c")])]

  @Test func `a lead's mapping is recorded with what it meets at that moment`() throws {
    let facts = MigrationFacts(used: [LabelID("a")], batch: 4, ended: [9, 3])
    let bodies = try decide(renaming, to: ["c", "b"], reason: "why", facts: facts)
    let expected = LabelMigration(
      mapping: LabelMapping(renaming), settings: Self.settings, batch: 4, inDoubt: [3, 9],
      reason: "why")
    #expect(bodies == [.migrate(expected)])
  }

  @Test(arguments: others)
  func `nobody else may`(member: Member) {
    #expect(throws: Refusal.needsRole(.lead)) {
      _ = try decide(renaming, to: ["c", "b"], by: member.id)
    }
    #expect(Refusal.needsRole(.lead).isAboutRights)
  }

  @Test func `a stranger is no member`() {
    #expect(throws: Refusal.notAMember) {
      _ = try decide(renaming, to: ["c", "b"], by: MemberID("who"))
    }
  }

  @Test func `what does not lead to the new labels is refused, and a reason that is too long`() {
    #expect(throws: Refusal.mapping(.missing(LabelID("c")))) { _ = try decide(renaming, to: ["b"]) }
    #expect(throws: Refusal.mapping(.leftOut(LabelID("b")))) { _ = try decide(renaming, to: ["c"]) }
    #expect(throws: Refusal.mapping(.empty)) { _ = try decide([], to: ["a", "b"]) }
    let reason = String(repeating: "x", count: 8193)
    #expect(throws: Refusal.rationaleTooLong(bytes: 8193, limit: 8192)) {
      _ = try decide(renaming, to: ["c", "b"], reason: reason)
    }
    #expect(Refusal.mapping(.empty).code == "mapping_empty")
  }
}
