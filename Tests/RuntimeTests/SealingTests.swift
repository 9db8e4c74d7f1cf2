import Domain
import Foundation
import Ledger
import Testing

@testable import Runtime

/// A project seals itself where a key is at hand, and says so where it does not fit any more.
@Suite struct SealingTests {
  private func sizes(_ made: TemporaryProject) throws -> [Int] {
    try made.folder.shelf.sizes()
  }

  private func verify(
    _ made: TemporaryProject, outside: OutsideEvidence = OutsideEvidence()
  ) throws -> LogCheckReport {
    try LogCheck.run(made.folder, surroundings: made.surroundings(), outside: outside)
  }

  private func comment(_ project: Project, times: Int) throws {
    let unit = UnitID(item: ItemID("t1"), question: QuestionID("label"))
    for number in 0..<times {
      try project.record(.comment(Remark(unit: unit, text: "remark \(number)")))
    }
  }

  private func failure(_ body: () throws -> Void) -> ProjectFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? ProjectFailure
    }
  }

  private func evidence(_ body: () throws -> Void) -> LogEvidence? {
    guard case .ledger(.broken(let evidence))? = failure(body) else { return nil }
    return evidence
  }

  /// A project with a key, and its lead.
  private func keyed() throws -> (made: TemporaryProject, project: Project) {
    let made = try TemporaryProject(TemporaryProject.contested, isSandbox: false)
    let project = try made.open()
    _ = try project.makeKey()
    return (made, project)
  }

  @Test func `a new key is in force, signs at once, and stays out of the project`() throws {
    let made = try TemporaryProject(TemporaryProject.contested, isSandbox: false)
    let project = try made.open()
    #expect(try project.keyReport().keys.isEmpty)
    let key = try project.makeKey()
    #expect(!project.settingsDiffer())
    #expect(project.configuration.logKeys.map(\.text) == [key.key.text])
    #expect(try sizes(made) == [key.seq + 1])
    #expect(key.path.hasPrefix(made.root + "/config/tiebreak/keys/"))
    let secret = try String(contentsOfFile: key.path, encoding: .utf8)
    #expect(secret.hasPrefix("PRIVATE+KEY+"))
    let seed = secret.split(separator: "+", maxSplits: 4).last.map(String.init) ?? ""
    for name in FileManager.default.subpaths(atPath: made.folder.path) ?? [] {
      guard let bytes = FileManager.default.contents(atPath: made.folder.path + "/" + name) else {
        continue
      }
      #expect(!String(decoding: bytes, as: UTF8.self).contains(seed.dropLast()))
    }
    #expect(try verify(made).isGood)
  }

  @Test func `who is no lead makes no key, and that they tried can be read`() throws {
    let made = try TemporaryProject(TemporaryProject.contested)
    let lead = try made.open()
    _ = try lead.record(MemberChange(id: MemberID("vera"), roles: [.adjudicator]))
    let vera = try made.open(as: "vera", home: "vera")
    let failure = failure { _ = try vera.makeKey() }
    guard case .refusal(.needsRole(.lead))? = failure else {
      Issue.record("a key was made, or not for want of the role: \(String(describing: failure))")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: made.root + "/config/tiebreak/keys"))
    #expect(!vera.settingsDiffer())
    let last = try #require(try vera.events(from: nil, count: 1).last)
    guard case .refused(let record) = last.body else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(record.code == "needs_role")
  }

  @Test func `every 256th event, a version and leaving are sealed; a look is not`() throws {
    let (made, project) = try keyed()
    var expected = try sizes(made)
    try comment(project, times: 255 - (try project.log.head().seq))
    #expect(try project.log.head().seq == 255)
    expected.append(256)
    #expect(try sizes(made) == expected)
    try comment(project, times: 3)
    #expect(try sizes(made) == expected)
    project.leave()
    expected.append(259)
    #expect(try sizes(made) == expected)
    project.leave()
    let reader = try made.open()
    reader.leave()
    #expect(try sizes(made) == expected)
    let report = try verify(made)
    #expect(report.isGood)
    #expect(report.sealing.seals.map(\.checkpoint.size) == expected)
  }

  @Test func `who has no key leaves the head beside the log, and a cut log is found by it`() throws
  {
    let made = try TemporaryProject(TemporaryProject.contested, isSandbox: false)
    let project = try made.open()
    let before = try Data(contentsOf: URL(fileURLWithPath: made.folder.events))
    try comment(project, times: 2)
    project.leave()
    #expect(try sizes(made) == [])
    #expect(try made.folder.notedHead.read() == (try project.log.head()))
    try before.write(to: URL(fileURLWithPath: made.folder.events))
    try FileManager.default.removeItem(atPath: made.folder.store)
    let known = try #require(try made.folder.notedHead.read())
    // Another home, and no index: nobody else remembers.
    #expect(evidence { _ = try made.open(home: "other") }?.seq == known.seq - 1)
    let report = try LogCheck.run(made.folder, surroundings: made.surroundings(home: "other"))
    #expect(report.firstBad == known.seq - 1)
  }

  @Test func `a checkpoint ahead of the log is BROKEN, and nothing is written`() throws {
    let (made, project) = try keyed()
    let before = try Data(contentsOf: URL(fileURLWithPath: made.folder.events))
    try comment(project, times: 4)
    project.leave()
    try before.write(to: URL(fileURLWithPath: made.folder.events))
    try FileManager.default.removeItem(atPath: made.folder.store)
    #expect(throws: ProjectFailure.self) { try made.open(home: "other") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: made.folder.events)) == before)
    let report = try LogCheck.run(made.folder, surroundings: made.surroundings(home: "other"))
    #expect(!report.isGood)
    #expect(report.firstBad == before.filter { $0 == 0x0A }.count)
  }

  @Test func `a checkpoint that cannot be read is BROKEN too`() throws {
    let (made, project) = try keyed()
    project.leave()
    let size = try #require(try sizes(made).last)
    try made.folder.shelf.put(Array("not a note\n".utf8), of: size)
    #expect(
      evidence { _ = try made.open(home: "other") }?.finding == .unreadableCheckpoint(.noSignature))
    #expect(try verify(made).firstBad == size - 1)
  }

  @Test func `a signature over the state is borne out by replay, and one over another is not`()
    throws
  {
    let (made, project) = try keyed()
    try comment(project, times: 2)
    let signed = try project.checkpoint(try verify(made))
    #expect(signed.checkpoint.state == (try verify(made)).log.stateHash)
    #expect(try verify(made).isGood)
    let secret = try #require(
      try made.surroundings().keys.signingKey(for: signed.key))
    let wrong = Checkpoint(
      origin: signed.checkpoint.origin, size: signed.checkpoint.size,
      root: signed.checkpoint.root, head: signed.checkpoint.head, state: .sha256(of: "other"))
    try made.folder.shelf.put(try wrong.signed(by: secret).bytes, of: wrong.size)
    let report = try verify(made)
    #expect(report.firstBad == wrong.size - 1)
    #expect(report.sealing.finding?.problem == .state)
  }

  @Test func `what is signed once continues what was signed before, or is not signed`() throws {
    let (made, project) = try keyed()
    try comment(project, times: 2)
    let end = try project.log.head()
    let key = try #require(project.keyReport().keys.first).key
    let secret = try #require(try made.surroundings().keys.signingKey(for: key))
    let foreign = Checkpoint(
      origin: project.origin, size: end.seq + 1, root: .empty, head: .sha256(of: "another log"))
    try made.folder.shelf.put(try foreign.signed(by: secret).bytes, of: foreign.size)
    project.leave()
    let kept = try made.folder.shelf.newest(path: made.folder.events)
    #expect(kept == foreign)
    #expect(try verify(made).sealing.finding?.problem == .root)
  }

  @Test func `after a change of keys the old checkpoints count and the old key does not`() throws {
    let (made, project) = try keyed()
    let old = try #require(project.keyReport().keys.first).key
    try comment(project, times: 1)
    let new = try project.makeKey().key
    #expect(project.configuration.logKeys.map(\.text) == [new.text, old.text])
    let text = try String(contentsOfFile: made.folder.settings, encoding: .utf8)
    try text.replacingOccurrences(of: ", \"\(old.text)\"", with: "").write(
      toFile: made.folder.settings, atomically: true, encoding: .utf8)
    _ = try project.applySettings(onlyChecking: false)
    try comment(project, times: 1)
    project.leave()
    let report = try verify(made)
    #expect(report.isGood)
    #expect(report.sealing.seals.first?.signers == [old])
    #expect(report.sealing.seals.last?.signers == [new])
    // The old key goes on signing: that is worth nothing from the change on.
    let secret = try #require(try made.surroundings().keys.signingKey(for: old))
    let last = try #require(report.sealing.seals.last).checkpoint
    try made.folder.shelf.put(try last.signed(by: secret).bytes, of: last.size)
    #expect(try verify(made).sealing.finding?.problem == .note(.unknownSigner))
  }

  @Test func `settings with a key of another project are not applied`() throws {
    let (made, project) = try keyed()
    let text = try String(contentsOfFile: made.folder.settings, encoding: .utf8)
    let key = try #require(SigningKey.make(name: "tiebreak/other")).verifier.text
    for wrong in [key, key.replacingOccurrences(of: "+", with: "+0", range: nil)] {
      let mine = try #require(project.configuration.logKeys.first).text
      try text.replacingOccurrences(of: mine, with: wrong).write(
        toFile: made.folder.settings, atomically: true, encoding: .utf8)
      #expect(throws: ProjectFailure.self) { try project.applySettings(onlyChecking: true) }
    }
  }

  @Test func `the tree is built again where it was not remembered, and is the same`() throws {
    let (made, project) = try keyed()
    try comment(project, times: 9)
    let memory = RememberedTree(directory: project.personal.path)
    let first = try verify(made).log.trees.last?.root
    project.leave()
    let remembered = try #require(memory.read())
    #expect(remembered.frontier.root == first)
    try FileManager.default.removeItem(atPath: memory.path)
    try comment(project, times: 1)
    project.leave()
    #expect(memory.read()?.frontier.root == (try verify(made)).log.trees.last?.root)
    // A memory of another log is no memory.
    var other = remembered
    other.head = Head(seq: other.head.seq, hash: .sha256(of: "other"))
    try memory.write(other)
    try comment(project, times: 1)
    project.leave()
    #expect(memory.read()?.frontier.root == (try verify(made)).log.trees.last?.root)
    #expect(try verify(made).isGood)
  }

  /// Who has the key can make another past that fits together. What left the machine finds it.
  @Test func `a log rewritten by the holder of the key is found by a checkpoint that was kept`()
    throws
  {
    let (made, project) = try keyed()
    try comment(project, times: 3)
    let signed = try project.checkpoint(try verify(made))
    let kept = try #require(try made.folder.shelf.note(of: signed.checkpoint.size))
    let key = try #require(try made.surroundings().keys.signingKey(for: signed.key))
    project.rememberHead()
    try forge(made, with: key)
    // Everything in the project fits: only evidence from outside does not.
    let home = made.surroundings(home: "auditor")
    let inside = try LogCheck.run(made.folder, surroundings: home)
    #expect(inside.isGood)
    let report = try LogCheck.run(
      made.folder, surroundings: home,
      outside: OutsideEvidence(keys: [signed.key], checkpoints: [kept]))
    #expect(report.firstBad == signed.checkpoint.size - 1)
    #expect(report.sealing.finding?.problem == .root)
    // So does whoever saw the log before.
    #expect(try LogCheck.run(made.folder, surroundings: made.surroundings()).isGood == false)
    // A key that signed nothing is told, too.
    let stranger = try #require(SigningKey.make(name: project.origin)).verifier
    let unsigned = try LogCheck.run(
      made.folder, surroundings: home, outside: OutsideEvidence(keys: [stranger]))
    #expect(!unsigned.isGood)
  }

  /// Writes the log anew with another first remark, every hash and checkpoint made to fit.
  private func forge(_ made: TemporaryProject, with key: SigningKey) throws {
    let store = MemoryEventStore()
    for event in try ProjectOpening.reading(made.folder, made.surroundings()).read(
      from: 0, limit: 100)
    {
      var body = event.body
      if case .comment(let remark) = body, remark.text == "remark 0" {
        body = .comment(Remark(unit: remark.unit, text: "something else"))
      }
      let draft = EventDraft(
        operation: event.draft.operation, at: event.draft.at, actor: event.draft.actor,
        isSandbox: event.draft.isSandbox, body: body)
      _ = try store.append([draft], expecting: store.head())
    }
    try Data(store.exported).write(to: URL(fileURLWithPath: made.folder.events))
    var options = VerificationOptions()
    options.sizes = Set(try sizes(made))
    let report = LogVerifier.verify(bytes: store.exported, options: options)
    for tree in report.trees {
      let checkpoint = Checkpoint(
        origin: key.verifier.name, size: tree.size,
        root: tree.root, head: tree.head.hash)
      try made.folder.shelf.put(try checkpoint.signed(by: key).bytes, of: tree.size)
    }
  }
}
