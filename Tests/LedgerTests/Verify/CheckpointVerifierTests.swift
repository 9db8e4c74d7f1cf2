import Domain
import Testing

@testable import Ledger

/// Checkpoints are held against a log of all types of event, changed in every way there is.
@Suite struct CheckpointVerifierTests {
  private static let count = 220
  private let store: MemoryEventStore
  private let key: SigningKey
  private let origin = "tiebreak/made"
  /// By size; the one in the middle has a state.
  private let notes: [CheckpointVerifier.Stored]
  private static let sizes = [1, 7, 64, 100, 131, 200, 220]

  init() throws {
    store = try MadeLog.store(count: Self.count)
    key = try #require(SigningKey.make(name: origin))
    var options = VerificationOptions()
    options.sizes = Set(Self.sizes)
    options.stateSizes = [100, 220]
    let trees = LogVerifier.verify(bytes: store.exported, options: options).trees
    var notes: [CheckpointVerifier.Stored] = []
    for tree in trees {
      let checkpoint = Checkpoint(
        origin: origin, size: tree.size, root: tree.root, head: tree.head.hash,
        state: tree.stateHash)
      notes.append(.init(size: tree.size, bytes: try checkpoint.signed(by: key).bytes))
    }
    self.notes = notes
  }

  private func judge(
    _ bytes: [UInt8], _ notes: [CheckpointVerifier.Stored], keys: [VerifierKey]? = nil
  ) -> (report: VerificationReport, outcome: CheckpointVerifier.Outcome) {
    var options = VerificationOptions()
    (options.sizes, options.stateSizes) = CheckpointVerifier.wants(notes)
    let report = LogVerifier.verify(bytes: bytes, options: options)
    let known = keys ?? [key.verifier]
    return (
      report,
      CheckpointVerifier.verify(notes, against: report, origin: origin, keys: { _ in known })
    )
  }

  /// The log with one line changed and every hash behind it made to fit: what somebody can make who
  /// may write the file.
  private func rewritten(from seq: Int) throws -> [UInt8] {
    let other = MemoryEventStore()
    var state = SeededNumbers(seed: UInt64(seq))
    for event in store.read(from: 0, limit: 1000) {
      var draft = event.draft
      if event.seq == seq {
        draft = EventDraft(
          operation: OperationID(high: 0xFFFF, low: state.next()), at: draft.at, actor: draft.actor,
          isSandbox: draft.isSandbox, body: draft.body)
      }
      _ = try other.append([draft], expecting: other.head())
    }
    return other.exported
  }

  @Test func `a sound log bears all of them out, and they are the tree's`() {
    let (report, outcome) = judge(store.exported, notes)
    #expect(report.isSound)
    #expect(outcome.firstBad == nil)
    #expect(outcome.seals.map(\.checkpoint.size) == Self.sizes)
    #expect(outcome.seals.allSatisfy { $0.signers == [key.verifier] })
    let leaves = store.read(from: 0, limit: 1000).map { TreeHash(leaf: $0.hash) }
    let prover = MerkleProver(leaves: leaves)
    #expect(report.trees.map(\.root) == Self.sizes.map { prover.root(ofFirst: $0) })
    #expect(report.trees.map { $0.stateHash != nil } == Self.sizes.map { [100, 220].contains($0) })
  }

  @Test
  func `a log rewritten from any line on is found by the next checkpoint, and by no earlier one`()
    throws
  {
    for seq in stride(from: 0, to: Self.count, by: 7) {
      let (report, outcome) = judge(try rewritten(from: seq), notes)
      // The chain itself fits: only what was signed finds it.
      #expect(report.isSound)
      let next = try #require(Self.sizes.first { $0 > seq })
      #expect(outcome.firstBad == .init(size: next, seq: next - 1, problem: .root))
      #expect(outcome.seals.map(\.checkpoint.size) == Self.sizes.filter { $0 <= seq })
    }
  }

  @Test func `a log cut after any line is found by what was signed beyond it`() {
    let bytes = store.exported
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    for (seq, end) in ends.enumerated() where seq % 5 == 0 || seq > ends.count - 4 {
      let (report, outcome) = judge(Array(bytes[..<end]), notes)
      let events = seq + 1
      #expect(report.isSound)
      guard let beyond = Self.sizes.first(where: { $0 > events }) else {
        #expect(outcome.firstBad == nil)
        continue
      }
      #expect(
        outcome.firstBad == .init(size: beyond, seq: events, problem: .ahead(of: report.head)))
    }
  }

  @Test func `where the chain breaks, what was signed before it still counts`() {
    var bytes = store.exported
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    bytes[ends[120] - 100] ^= 1
    let (report, outcome) = judge(bytes, notes)
    #expect(report.firstBad?.seq == 120)
    #expect(outcome.firstBad == nil)
    #expect(outcome.seals.map(\.checkpoint.size) == [1, 7, 64, 100])
  }

  @Test func `every byte of a checkpoint is changed in turn, and its events are named`() {
    let whole = judge(store.exported, notes).report
    for place in [0, 3] {
      let note = notes[place]
      for offset in note.bytes.indices {
        var changed = note.bytes
        changed[offset] ^= offset.isMultiple(of: 2) ? 1 : 0x20
        var all = notes
        all[place] = .init(size: note.size, bytes: changed)
        let outcome = CheckpointVerifier.verify(
          all, against: whole, origin: origin, keys: { _ in [key.verifier] })
        #expect(outcome.firstBad?.seq == Self.sizes[place] - 1, "byte \(offset)")
        #expect(outcome.seals.count == Self.sizes.count - 1)
      }
    }
  }

  @Test func `signed by the key and still not so: each is named for what it says`() throws {
    let tree = try #require(judge(store.exported, notes).report.trees.first { $0.size == 100 })
    func problem(
      of checkpoint: Checkpoint, under size: Int? = 100
    ) throws -> CheckpointProblem? {
      let note = CheckpointVerifier.Stored(
        size: size, bytes: try checkpoint.signed(by: key).bytes)
      return judge(store.exported, [note]).outcome.firstBad?.problem
    }
    let wrong = Digest.sha256(of: "wrong")
    func made(
      origin: String? = nil, size: Int = 100, root: TreeHash? = nil, head: Digest? = nil,
      state: Digest? = nil
    ) -> Checkpoint {
      Checkpoint(
        origin: origin ?? self.origin, size: size, root: root ?? tree.root,
        head: head ?? tree.head.hash, state: state ?? tree.stateHash)
    }
    #expect(try problem(of: made()) == nil)
    #expect(try problem(of: made(), under: nil) == nil)
    #expect(try problem(of: made(origin: "tiebreak/other")) == .otherLog(origin: "tiebreak/other"))
    #expect(try problem(of: made(root: TreeHash(leaf: wrong))) == .root)
    #expect(try problem(of: made(head: wrong)) == .head)
    #expect(try problem(of: made(state: wrong)) == .state)
    #expect(try problem(of: made(), under: 101) == .size(found: 100))
    #expect(try problem(of: made(size: 99)) == .size(found: 99))
    #expect(try problem(of: made(size: 99), under: nil) == .root)
    let end = store.head()
    #expect(try problem(of: made(size: end.seq + 2), under: nil) == .ahead(of: end))
  }

  @Test func `a key counts where the settings in force name it`() throws {
    let report = judge(store.exported, notes).report
    let other = try #require(SigningKey.make(name: origin)).verifier
    let outcome = CheckpointVerifier.verify(
      notes, against: report, origin: origin, keys: { $0 < 130 ? [other, key.verifier] : [other] })
    #expect(outcome.firstBad == .init(size: 131, seq: 130, problem: .note(.unknownSigner)))
    #expect(outcome.seals.map(\.checkpoint.size) == [1, 7, 64, 100])
    #expect(judge(store.exported, notes, keys: []).outcome.seals.isEmpty)
  }

  @Test func `settings and guideline are told by their positions`() {
    let events = store.read(from: 0, limit: 1000)
    let report = judge(store.exported, notes).report
    let settings = events.compactMap { event -> VerificationReport.Settings? in
      guard let change = event.body.settings else { return nil }
      let isLong = change.text.utf8.count > 4096
      return .init(
        seq: event.seq, digest: change.digest, text: isLong ? nil : Array(change.text.utf8))
    }
    #expect(report.settings == settings)
    #expect(settings.contains { $0.text == nil })
    let guideline: Set<EventType> = [.clause, .guideline, .publish]
    #expect(
      report.guideline == events.filter { guideline.contains($0.body.type) }.map(\.seq))
  }
}
