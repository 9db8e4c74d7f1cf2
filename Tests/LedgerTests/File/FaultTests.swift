import Domain
import Glibc
import Ledger
import Testing

/// What is promised when the disk does not do what it is told, tried at every call that changes it.
@Suite struct FaultTests {
  /// The group has two attachments among its events.
  private static let drafts = MadeLog.drafts(count: 120)
  private static let before = Array(drafts[0..<60])
  /// Of our own: a recovery is what the store adds by itself.
  private static let group = Array(drafts[60...].filter { $0.body.type != .recovered }.prefix(6))
  private static let callsOfOneAppend = 60

  @Test(arguments: [
    FileFault.fail(ENOSPC), .fail(EIO), .failAfterwards(EIO), .short(0), .short(1), .short(700),
  ])
  func `one failing call loses nothing and pretends nothing`(fault: FileFault) throws {
    for crashes in [false, true] {
      var target = 1
      while try reached(target, fault, crashes: crashes) {
        target += 1
        guard target < Self.callsOfOneAppend else {
          Issue.record("an append makes fewer calls")
          return
        }
      }
      #expect(target > 2, "an append writes and syncs")
    }
  }

  /// - Returns: whether so many calls were made that the fault took place.
  private func reached(_ target: Int, _ fault: FileFault, crashes: Bool) throws -> Bool {
    let faults = PlannedFaults(fault, at: target, crashes: crashes)
    let store = try FolderStore(faults: faults)
    _ = try store.append(Self.before, expecting: .empty)
    let acknowledged = try store.head()
    faults.arm()
    let outcome = Result { try store.append(Self.group, expecting: acknowledged) }
    guard faults.count >= target else {
      _ = try outcome.get()
      return false
    }
    if case .failure = outcome {
      try requireNothingLost(store, acknowledged)
    } else {
      // Only calls that write nothing may fail unseen.
      #expect(fault == .short(0) || fault == .short(1) || fault == .short(700))
    }
    try requireRetryHolds(store, acknowledged)
    return true
  }

  /// Everything acknowledged stands; of the group a beginning may.
  private func requireNothingLost(_ store: FolderStore, _ acknowledged: Head) throws {
    let opened = try store.reopened(known: [acknowledged])
    let events = try opened.read(from: 0, limit: 1000)
    #expect(Array(events.prefix(60).map(\.draft)) == Self.before)
    let rest = events.dropFirst(60).map(\.draft)
    let ours = rest.prefix { $0.body.type != .recovered }
    #expect(Array(ours) == Array(Self.group.prefix(ours.count)))
    #expect(opened.recoveries.count == rest.count - ours.count)
  }

  /// The caller's way on: the same drafts again, or a new decision after a conflict.
  private func requireRetryHolds(_ store: FolderStore, _ acknowledged: Head) throws {
    let opened = try store.reopened(known: [acknowledged])
    switch try opened.append(Self.group, expecting: acknowledged) {
    case .appended(let events), .alreadyThere(let events):
      #expect(events.map(\.draft) == Self.group)
    case .conflict(let head):
      let there = try opened.read(from: acknowledged.seq + 1, limit: 100).map(\.draft)
      let missing = Self.group.filter { !there.contains($0) }
      guard case .appended = try opened.append(missing, expecting: head) else {
        Issue.record("what is missing is appended")
        return
      }
    }
    let stands = try opened.read(from: 60, limit: 100).map(\.draft)
    #expect(stands.filter { $0.body.type != .recovered } == Self.group)
  }

  @Test func `after a failed sync the handle answers nothing more`() throws {
    let faults = PlannedFaults(.fail(EIO), at: 1, of: [.sync])
    let store = try FolderStore(faults: faults)
    _ = try store.append(Self.before, expecting: .empty)
    let head = try store.head()
    let small = [Self.drafts[0]].map { draft in
      EventDraft(
        operation: OperationID(high: 9, low: 9), at: draft.at, actor: draft.actor,
        isSandbox: false,
        body: .refused(RefusalRecord(attempt: "rule", unit: nil, code: "not_a_member")))
    }
    faults.arm()
    let failure = FileFailure(call: .sync, path: store.folder.events, code: EIO)
    #expect(throws: LedgerError.file(failure)) { try store.append(small, expecting: head) }
    let unusable = LedgerError.unusable(path: store.folder.events)
    #expect(throws: unusable) { try store.append(small, expecting: head) }
    #expect(throws: unusable) { try store.head() }
    #expect(throws: unusable) { try store.read(from: 0, limit: 1) }
    let again = try store.reopened(known: [head])
    // What the system holds of them may never reach the disk, so they are written once more.
    guard case .appended = try again.append(small, expecting: head) else {
      Issue.record("bytes whose sync failed are not taken for durable")
      return
    }
  }

  @Test(arguments: [FileFault.fail(ENOSPC), .short(0), .short(90)])
  func `a write that failed leaves the log as it was, and the handle usable`(
    fault: FileFault
  ) throws {
    let faults = PlannedFaults(fault, at: 1, of: [.write])
    let store = try FolderStore(faults: faults)
    _ = try store.append([Self.drafts[0]], expecting: .empty)
    let head = try store.head()
    let bytes = try store.folder.bytes()
    faults.arm()
    #expect(throws: LedgerError.self) {
      try store.append([Self.drafts[1], Self.drafts[2]], expecting: head)
    }
    #expect(try store.folder.bytes() == bytes)
    guard case .appended = try store.append([Self.drafts[1]], expecting: head) else {
      Issue.record("the next append is taken")
      return
    }
  }

  @Test(arguments: [FileFault.fail(EIO), .failAfterwards(EIO)])
  func `a recovery that fails anywhere is done again`(fault: FileFault) throws {
    var target = 1
    while true {
      let faults = PlannedFaults(fault, at: target, crashes: true)
      let store = try FolderStore()
      _ = try store.append(Self.before, expecting: .empty)
      let head = try store.head()
      try store.folder.append(Array("{\"actor\":\"ru".utf8))
      faults.arm()
      let opened = Result { try store.reopened(known: [head], faults: faults) }
      guard faults.count >= target else { break }
      #expect(throws: LedgerError.self) { try opened.get() }
      let again = try store.reopened(known: [head])
      let events = try again.read(from: 0, limit: 100)
      #expect(Array(events.prefix(60).map(\.draft)) == Self.before)
      #expect(events.dropFirst(60).allSatisfy { $0.body.type == .recovered })
      target += 1
    }
    #expect(target > 5)
  }

  @Test(arguments: [FileFault.fail(ENOSPC), .failAfterwards(EIO), .short(3)])
  func `a durable file is the old one or the new one`(fault: FileFault) throws {
    for target in 1...4 {
      let folder = try TemporaryFolder()
      let remembered = RememberedHead(directory: folder.path)
      let old = Head(seq: 1, hash: .sha256(of: "old"))
      let new = Head(seq: 2, hash: .sha256(of: "new"))
      try remembered.write(old)
      let faults = PlannedFaults(fault, at: target, crashes: true)
      faults.arm()
      let outcome = Result { try remembered.write(new, faults: faults) }
      let stands = try remembered.read()
      #expect(stands == old || stands == new)
      if case .success = outcome { #expect(stands == new) }
    }
  }
}
