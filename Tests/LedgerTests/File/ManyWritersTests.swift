import Domain
import Foundation
import Ledger
import Synchronization
import Testing

@Suite struct ManyWritersTests {
  @Test func `eight writers lose nothing and leave no gap`() throws {
    let folder = try TemporaryFolder()
    try FileEventStore.create(in: folder.log)
    let writers = 8
    let each = 40
    let acknowledged = Mutex<[OperationID: Int]>([:])
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: writers) { writer in
      do {
        let events = try Self.write(each, as: writer, in: folder.log)
        acknowledged.withLock { found in
          for event in events { found[event.draft.operation] = event.seq }
        }
      } catch {
        failures.withLock { $0.append("\(writer): \(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    let store = try FileEventStore(opening: folder.log, options: .made())
    let events = try store.read(from: 0, limit: 10_000)
    #expect(events.map(\.seq) == Array(0..<(writers * each)))
    let found = acknowledged.withLock { $0 }
    #expect(found.count == writers * each)
    for event in events { #expect(found[event.draft.operation] == event.seq) }
  }

  /// Appends events one by one and in pairs through a handle of its own, each as often as it takes,
  /// and each second one again as if its answer had been lost.
  private static func write(
    _ count: Int, as writer: Int, in directory: String
  ) throws -> [Event] {
    var options = FileStoreOptions.made()
    options.lockWaitMilliseconds = 60_000
    let store = try FileEventStore(opening: directory, options: options)
    var written: [Event] = []
    while written.count < count {
      let drafts = (0..<(written.count % 4 == 0 ? 2 : 1)).map { part in
        draft(writer, written.count + part)
      }
      let expected = try store.head()
      guard case .appended(let events) = try store.append(drafts, expecting: expected) else {
        continue
      }
      written.append(contentsOf: events)
      if written.count.isMultiple(of: 2) {
        #expect(try store.append(drafts, expecting: expected) == .alreadyThere(events))
      }
    }
    return written
  }

  private static func draft(_ writer: Int, _ number: Int) -> EventDraft {
    EventDraft(
      operation: OperationID(high: UInt64(writer), low: UInt64(number)),
      at: Instant(milliseconds: Int64(number)), actor: MemberID("w\(writer)"), isSandbox: false,
      body: .refused(RefusalRecord(attempt: "rule", unit: nil, code: "not_a_member")))
  }
}
