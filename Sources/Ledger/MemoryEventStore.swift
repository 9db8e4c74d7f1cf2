public import Domain
import Synchronization

/// A log in memory: for tests, and for trying out what would happen.
///
/// It writes the same lines as the file store, so its export is a log that verifies.
public final class MemoryEventStore: EventStore {
  private struct State {
    var events: [Event] = []
    var lines: [UInt8] = []
    var attachments: [Digest: Attachment] = [:]

    var head: Head { events.last.map { Head(of: $0) } ?? .empty }
  }

  private let state = Mutex(State())

  public init() {}

  public func head() -> Head {
    state.withLock { $0.head }
  }

  public func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult {
    let encoded = try EncodedDraft.all(drafts)
    return try state.withLock { (state) throws(LedgerError) in
      let later = try Self.events(after: expecting, in: state)
      let operations = drafts.map(\.operation)
      switch AppendOutlook(operations: operations, since: later.map(\.draft.operation)) {
      case .alreadyThere(let places): return .alreadyThere(places.map { later[$0] })
      case .conflict: return .conflict(state.head)
      case .free: return .appended(try Self.append(encoded, to: &state))
      }
    }
  }

  public func read(from: Int, limit: Int) -> [Event] {
    state.withLock { state in
      Array(state.events.dropFirst(max(0, from)).prefix(max(0, limit)))
    }
  }

  /// The log as a file would hold it.
  public var exported: [UInt8] {
    state.withLock { $0.lines }
  }

  /// What the log's events name by digest.
  public func attachment(_ digest: Digest) -> Attachment? {
    state.withLock { $0.attachments[digest] }
  }

  private static func events(
    after known: Head, in state: State
  ) throws(LedgerError) -> [Event] {
    guard known.seq <= state.head.seq else {
      throw .broken(.endsBefore(known, end: state.head, path: "memory"))
    }
    let found = known.seq < 0 ? .zero : state.events[known.seq].hash
    guard found == known.hash else {
      throw .broken(.differs(known, found: found, path: "memory"))
    }
    return Array(state.events[(known.seq + 1)...])
  }

  private static func append(
    _ encoded: [EncodedDraft], to state: inout State
  ) throws(LedgerError) -> [Event] {
    let lines = try EncodedDraft.lines(encoded, after: state.head)
    for line in lines {
      state.events.append(line.event)
      state.lines.append(contentsOf: line.bytes)
    }
    for attachment in encoded.flatMap(\.attachments) {
      state.attachments[attachment.digest] = attachment
    }
    return lines.map(\.event)
  }
}
