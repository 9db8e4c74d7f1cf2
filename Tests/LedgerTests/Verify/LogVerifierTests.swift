import Domain
import Foundation
import Ledger
import Testing

@Suite struct LogVerifierTests {
  @Test(arguments: [1, 7, 99])
  func `what was written verifies, and adds up to the same state`(seed: UInt64) throws {
    let store = try MadeLog.store(count: 400, seed: seed)
    var state = ProjectState()
    for event in store.read(from: 0, limit: 1000) { state.evolve(event) }
    let report = LogVerifier.verify(bytes: store.exported)
    #expect(report.firstBad == nil)
    #expect(report.head == store.head())
    #expect(report.events == store.head().seq + 1)
    #expect(report.bytes == store.exported.count)
    #expect(report.stateHash == .sha256(of: state.hashedBytes))
    #expect(report.batches.map(\.number) == state.imports.map(\.batch))
    #expect(report.batches.map(\.digest) == state.imports.map(\.digest))
    #expect(report.configuration == state.configuration?.digest)
  }

  @Test func `every prefix verifies, with its own state`() throws {
    let store = try MadeLog.store(count: 60)
    var state = ProjectState()
    for event in store.read(from: 0, limit: 1000) {
      state.evolve(event)
      var options = VerificationOptions()
      options.lastSeq = event.seq
      let report = LogVerifier.verify(bytes: store.exported, options: options)
      #expect(report.isSound)
      #expect(report.head == Head(of: event))
      #expect(report.stateHash == .sha256(of: state.hashedBytes))
    }
  }

  @Test func `an empty log verifies`() {
    let report = LogVerifier.verify(bytes: [])
    #expect(report.isSound)
    #expect(report.head == .empty)
    #expect(report.stateHash == .sha256(of: ProjectState().hashedBytes))
  }

  @Test func `a file is read in blocks, told about, and left when asked`() throws {
    let store = try FolderStore()
    _ = try store.append(MadeLog.drafts(count: 3000), expecting: .empty)
    var steps: [VerificationProgress] = []
    let report = try LogVerifier.verify(store.folder.events) { progress in
      steps.append(progress)
      return .proceed
    }
    #expect(report.isSound)
    #expect(report.head == (try store.head()))
    #expect(steps.count > 1)
    #expect(steps.first?.events == 0)
    #expect(steps.allSatisfy { $0.totalBytes == report.bytes })
    #expect(throws: LedgerError.cancelled) {
      try LogVerifier.verify(store.folder.events) { _ in .cancel }
    }
    #expect(throws: LedgerError.self) { try LogVerifier.verify(store.folder.path + "/none") }
  }

  @Test func `attachments are held against their names`() throws {
    let store = try FolderStore()
    _ = try store.append(MadeLog.drafts(count: 120), expecting: .empty)
    var options = VerificationOptions()
    options.attachments = store.folder.log + "/attach"
    #expect(try LogVerifier.verify(store.folder.events, options: options).isSound)
    let name = try #require(store.folder.names(in: "log/attach").last)
    let digest = try #require(Digest(hex: name))
    let path = store.folder.log + "/attach/" + name
    try Data("other".utf8).write(to: URL(fileURLWithPath: path))
    var report = try LogVerifier.verify(store.folder.events, options: options)
    #expect(report.firstBad?.problem == .attachmentDiffers(digest))
    try FileManager.default.removeItem(atPath: path)
    report = try LogVerifier.verify(store.folder.events, options: options)
    #expect(report.firstBad?.problem == .attachmentMissing(digest))
  }

  @Test func `a log that a head was seen of must have it`() throws {
    let store = try MadeLog.store(count: 50)
    let events = store.read(from: 0, limit: 100)
    var options = VerificationOptions()
    options.known = [Head(of: events[10]), store.head()]
    #expect(LogVerifier.verify(bytes: store.exported, options: options).isSound)
    let ahead = Head(seq: events.count, hash: .zero)
    options.known = [Head(of: events[10]), ahead]
    #expect(
      LogVerifier.verify(bytes: store.exported, options: options).firstBad
        == .init(seq: events.count, offset: store.exported.count, problem: .endsBefore(ahead)))
    let other = Head(seq: 10, hash: .zero)
    options.known = [other]
    let report = LogVerifier.verify(bytes: store.exported, options: options)
    #expect(report.firstBad?.seq == 10)
    #expect(report.firstBad?.problem == .differs(from: other))
  }
}
