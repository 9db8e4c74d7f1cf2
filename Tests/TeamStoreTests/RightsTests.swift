import Domain
import Ledger
import TeamStore
import TestSupport
import Testing

/// What users of the database may do, whatever program they use.
@Suite struct RightsTests {
  @Test(arguments: ["ruth", "vera", "lena"])
  func `nobody changes or removes a line, not even the owner`(user: String) throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    for statement in [
      "UPDATE log SET line = line", "DELETE FROM log", "TRUNCATE log",
      "UPDATE attachment SET content = ''", "DELETE FROM attachment", "TRUNCATE attachment",
    ] {
      expectRefused(statement, as: user, in: place)
    }
    #expect(try place.sql("SELECT count(*) FROM log") == ["5"])
  }

  @Test func `a member reads everything and writes nothing but by the functions`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    #expect(try place.sql("SELECT count(*) FROM log", as: "ruth") == ["5"])
    for statement in [
      "INSERT INTO log SELECT project, 99, op || 'x', hash, line FROM log LIMIT 1",
      "UPDATE head SET seq = 2", "DELETE FROM head", "INSERT INTO member SELECT * FROM member",
      "UPDATE member SET roles = '{lead}'", "DELETE FROM seat", "UPDATE lease SET holder = 'x'",
      "INSERT INTO batch_record SELECT * FROM batch_record", "DELETE FROM batch",
      "SELECT load('\(TeamPlace.project.hex)', 4, 'x', 'y')",
      "SELECT grant_to('stranger', true)", "SELECT keep_member('x', '{}')",
      "SELECT write_lines('\(TeamPlace.project.hex)', 4, 'x', 'y', false)",
      "CREATE TABLE mine (x integer)",
    ] {
      expectRefused(statement, as: "ruth", in: place)
    }
  }

  @Test func `who is no member sees nothing, and is told whom to ask`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    expectRefused("SELECT * FROM \(place.schema).log", as: "stranger", in: place)
    let failure = #expect(throws: ServerFailure.self) {
      try TeamSchema(place.pool(as: "stranger")).contents()
    }
    #expect(failure?.kind == .forbidden)
    #expect(failure?.reason.contains("member add") == true)
  }

  @Test func `a role event opens the schema to its user, and an empty one closes it`() throws {
    guard let place = try TeamPlace() else { return }
    let store = try place.found()
    let stranger = MemberID("sam")
    let roles: [[MemberRole]] = [[.observer], []]
    for held in roles {
      let event = place.draft(
        .role(Member(id: stranger, user: "stranger", roles: held)), by: "lena")
      _ = try store.append([event], expecting: store.head())
      if held.isEmpty {
        expectRefused("SELECT 1 FROM \(place.schema).log", as: "stranger", in: place)
      } else {
        #expect(try place.sql("SELECT count(*) FROM log", as: "stranger") == ["6"])
      }
    }
  }

  @Test func `nobody acts as somebody else`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let store = try place.store(as: "ruth")
    expectForbidden { try store.append([place.ruling("t1", by: "otto")], expecting: store.head()) }
    _ = try store.append([place.ruling("t1", by: "ruth")], expecting: store.head())
    #expect(try store.head().seq == 5)
  }

  @Test func `roles are held against every type of event`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let settings = EventBody.config(
      ConfigurationChange(text: "[project]", digest: .sha256(of: "[project]")))
    let clause = EventBody.guideline(
      SectionChange(id: .policy(PolicyID("skipping")), base: -1, text: "Never."))
    let role = EventBody.role(Member(id: MemberID("eve"), user: nil, roles: [.lead]))
    for user in ["ruth", "vera"] {
      let store = try place.store(as: user)
      for body in [settings, clause, role] {
        expectForbidden {
          try store.append([place.draft(body, by: user)], expecting: store.head())
        }
      }
    }
    let observer = try place.store(as: "vera")
    expectForbidden {
      try observer.append([place.ruling("t1", by: "vera")], expecting: observer.head())
    }
    // An observer may comment.
    _ = try observer.append([place.comment("hm", by: "vera")], expecting: observer.head())
    #expect(try observer.head().seq == 5)
  }

  @Test func `nobody rules on an item they rated`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let line = #"{"annotator":"A7","item":"t1","kind":"rating","ordinal":0,"question":"label"}"#
    var lines = [Array(line.utf8)]
    try TeamBatches(place.pool(), project: TeamPlace.project).bring(
      .sha256(of: "one"), orThrow: { $0 }, next: { () throws(ServerFailure) in lines.popLast() })
    let ruth = try place.store(as: "ruth")
    expectForbidden { try ruth.append([place.ruling("t1", by: "ruth")], expecting: ruth.head()) }
    _ = try ruth.append([place.ruling("t2", by: "ruth")], expecting: ruth.head())
    let otto = try place.store(as: "otto")
    _ = try otto.append([place.ruling("t1", by: "otto")], expecting: otto.head())
    #expect(try otto.head().seq == 6)
  }

  @Test func `a ruling stands on the seat's last event`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let store = try place.store(as: "ruth")
    _ = try store.append([place.ruling("t1", by: "ruth")], expecting: store.head())
    for draft in [place.ruling("t1", by: "ruth"), place.ruling("t1", base: 5, by: "ruth")] {
      let failure = refusal { try store.append([draft], expecting: store.head()) }
      #expect(failure?.state == "TB409")
    }
    let otto = try place.store(as: "otto")
    let seat = SeatID(unit: UnitID(item: ItemID("t1")), seat: .main)
    let withdrawal = place.draft(.withdraw(Withdrawal(seatID: seat, base: 5)), by: "otto")
    expectForbidden { try otto.append([withdrawal], expecting: otto.head()) }
    let own = place.draft(.withdraw(Withdrawal(seatID: seat, base: 5)), by: "ruth")
    _ = try store.append([own], expecting: store.head())
    #expect(try store.head().seq == 6)
  }

  @Test func `a ruling is made again where a batch came in after it, and was seen`() throws {
    guard let place = try TeamPlace() else { return }
    let store = try place.found()
    let item = #"{"annotator":"A1","item":"t1","kind":"rating","ordinal":0,"question":"label"}"#
    func bring(_ number: Int) throws {
      let digest = Digest.sha256(of: "batch \(number)")
      var lines = [Array(item.utf8)]
      try TeamBatches(place.pool(), project: TeamPlace.project).bring(
        digest, orThrow: { $0 }, next: { () throws(ServerFailure) in lines.popLast() })
      let record = ImportRecord(
        batch: number, source: "a.csv", bytes: 1, sha256: .zero, importer: "csv", mapping: "{}",
        digest: digest)
      _ = try store.append([place.draft(.imported(record), by: "lena")], expecting: store.head())
    }
    func ruling(_ base: Int, seat: Seat = .main, batch: Int, by user: String) -> EventDraft {
      let id = SeatID(unit: UnitID(item: ItemID("t1")), seat: seat)
      return place.draft(
        .decision(Decision(seatID: id, base: base, batch: batch, outcome: .ambiguous)), by: user)
    }
    try bring(1)
    let otto = try place.store(as: "otto")
    let first = [
      ruling(-1, batch: 1, by: "otto"), ruling(-1, seat: .second, batch: 1, by: "otto"),
    ]
    _ = try otto.append(first, expecting: otto.head())
    try bring(2)
    let at = try otto.head().seq - 2
    for wrong in [
      ruling(at, batch: 1, by: "otto"), ruling(at, batch: 3, by: "otto"),
      ruling(at + 1, seat: .second, batch: 2, by: "otto"), ruling(-1, batch: 2, by: "otto"),
    ] {
      #expect(refusal { try otto.append([wrong], expecting: otto.head()) }?.state == "TB409")
    }
    _ = try otto.append([ruling(at, batch: 2, by: "otto")], expecting: otto.head())
    let again = ruling(at + 3, batch: 2, by: "otto")
    #expect(refusal { try otto.append([again], expecting: otto.head()) }?.state == "TB409")
    let lines = try place.sql("SELECT line FROM log ORDER BY seq").map { $0 + "\n" }
    #expect(LogVerifier.verify(bytes: Array(lines.joined().utf8)).isSound)
  }

  @Test func `a version takes words that are finished, as they were last proposed`() throws {
    guard let place = try TeamPlace() else { return }
    let store = try place.found()
    let policy = SectionID.policy(PolicyID("skipping"))
    func propose(_ text: String, base: Int, _ stage: ProposalStage) throws {
      let change = SectionChange(id: policy, base: base, text: text, stage: stage)
      _ = try store.append(
        [place.draft(.guideline(change), by: "lena")], expecting: store.head())
    }
    func refusedVersion(of seq: Int) -> ServerFailure? {
      refusal { try store.append([version(of: seq)], expecting: store.head()) }
    }
    func version(of seq: Int) -> EventDraft {
      place.draft(
        .publish(
          Publication(
            version: 1, digest: .zero,
            changes: [PublishedChange(part: .section(policy), seq: seq, kind: .semantic)])),
        by: "lena")
    }
    #expect(refusedVersion(of: 4)?.state == "TB409")
    try propose("Never, or", base: -1, .draft)
    let draft = try store.head().seq
    #expect(refusedVersion(of: draft)?.state == "TB409")
    let other = SectionChange(id: policy, base: -1, text: "Always.")
    let lost = refusal {
      try store.append([place.draft(.guideline(other), by: "lena")], expecting: store.head())
    }
    #expect(lost?.state == "TB409")
    try propose("Never.", base: draft, .review)
    #expect(refusedVersion(of: draft)?.state == "TB409")
    _ = try store.append([version(of: draft + 1)], expecting: store.head())
    #expect(try store.head().seq == draft + 2)
  }

  @Test func `a line that does not follow, or lies about its hash, is not taken`() throws {
    guard let place = try TeamPlace() else { return }
    let store = try place.found()
    let head = try store.head()
    let good = try place.sql("SELECT line FROM log WHERE seq = 4")[0]
    let asked = "SELECT append('\(TeamPlace.project.hex)', \(head.seq), '\(head.hash.hex)', "
    let hashless = "does not have its hash"
    expectRefused(asked + "'\(good)')", as: "lena", in: place, with: "does not follow")
    for line in [good.replacing("vera", with: "eva"), "{}", "x"] {
      expectRefused(asked + "'\(line)')", as: "lena", in: place, with: hashless)
    }
    #expect(try store.head() == head)
  }

  @Test func `a checkpoint is replaced by whoever brought it, or by a lead`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let shelf = { (user: String) in
      TeamCheckpoints(try place.pool(as: user), project: TeamPlace.project)
    }
    #expect(try shelf("vera").sizes().isEmpty)
    try shelf("ruth").put([1, 2], of: 3)
    try shelf("ruth").put([1, 2, 3], of: 3)
    #expect(throws: LedgerError.self) { try shelf("otto").put([9], of: 3) }
    #expect(try shelf("vera").note(of: 3) == [1, 2, 3])
    try shelf("lena").put([4], of: 3)
    try shelf("otto").put([5], of: 12)
    #expect(try shelf("vera").sizes() == [3, 12])
    #expect(try shelf("vera").note(of: 3) == [4])
    #expect(try shelf("vera").note(of: 4) == nil)
    expectRefused("DELETE FROM checkpoint", as: "ruth", in: place)
    expectRefused("UPDATE checkpoint SET note = ''", as: "ruth", in: place)
  }

  /// - Parameter words: what the server says.
  private func expectRefused(
    _ statement: String, as user: String, in place: TeamPlace,
    with words: String = "permission denied"
  ) {
    let error = #expect(throws: PostgresServer.Missing.self, "\(user): \(statement)") {
      try place.sql(statement, as: user)
    }
    #expect(error?.reason.contains(words) == true, "\(statement): \(error?.reason ?? "")")
  }

  private func expectForbidden(_ body: () throws -> AppendResult) {
    #expect(refusal(body)?.kind == .forbidden)
  }

  private func refusal(_ body: () throws -> AppendResult) -> ServerFailure? {
    let error = #expect(throws: LedgerError.self) { try body() }
    guard case .server(let failure) = error else { return nil }
    return failure
  }
}
