package import Domain
import Interchange
import Ledger
import Workbench

extension Project {
  /// Events read at a time while looking through the log: whoever rules meanwhile waits no longer
  /// than one of these takes.
  private static let block = 256
  /// Events looked at before others have their turn.
  private static let stretch = 2048

  /// What the log's screen wants to be told, but for searches.
  func report(_ request: LogRequest) throws(ProjectFailure) -> LogReport {
    switch request {
    case .newest(let after, let count): .newest(try newest(after: after, count: count))
    case .events(let positions): .events(try entries(at: positions))
    case .look(let search, let purpose):
      .looked(try look(search, soFar: 0).look, purpose)
    }
  }

  private func newest(after: Int, count: Int) throws(ProjectFailure) -> LogPage {
    do throws(LedgerError) {
      let head = try log.head().seq
      let first = max(after + 1, head - count + 1, 0)
      guard head >= first else { return LogPage(after: after, entries: [], head: head) }
      let events = try log.read(from: first, limit: head - first + 1)
      return LogPage(
        after: after, entries: try Self.entries(events.reversed()),
        head: events.last?.seq ?? head)
    } catch {
      throw .ledger(error)
    }
  }

  /// Events by their positions, highest first. Neighbours are read in one go.
  private func entries(at positions: [Int]) throws(ProjectFailure) -> [LogEntry] {
    do throws(LedgerError) {
      var entries: [LogEntry] = []
      var rest = positions[...]
      while let last = rest.first {
        var first = last
        while let next = rest.first, next <= last, last - next < Self.block, first - next <= 16 {
          first = next
          rest.removeFirst()
        }
        let wanted = Set(positions)
        let events = try log.read(from: first, limit: last - first + 1)
        entries += try Self.entries(events.reversed().filter { wanted.contains($0.seq) })
      }
      return entries
    } catch {
      throw .ledger(error)
    }
  }

  private static func entries(
    _ events: some Sequence<Event>
  ) throws(LedgerError) -> [LogEntry] {
    var entries: [LogEntry] = []
    for event in events { entries.append(LogEntry(event: event, line: try line(event))) }
    return entries
  }

  private static func line(_ event: Event) throws(LedgerError) -> String {
    String(decoding: try LogFormat.line(of: event).dropLast(), as: UTF8.self)
  }

  /// One stretch of a search, and what is left of it.
  struct LookedStretch {
    let look: LogLook
    let rest: LogSearch?
  }

  /// - Parameter soFar: how many were found in earlier stretches.
  func look(_ search: LogSearch, soFar: Int) throws(ProjectFailure) -> LookedStretch {
    var found: [Int] = []
    var entries: [LogEntry] = []
    var next = search.start
    let isOlder = search.direction == .older
    let stop = isOlder ? search.start - Self.stretch : search.start + Self.stretch
    var isEnough = false
    do throws(LedgerError) {
      let isLeft = { (next: Int) in isOlder ? next >= search.end : next <= search.end }
      while !isEnough, isLeft(next), isOlder ? next > stop : next < stop {
        let first = isOlder ? max(search.end, next - Self.block + 1) : next
        let count = isOlder ? next - first + 1 : min(Self.block, search.end - next + 1)
        let events = try log.read(from: first, limit: count)
        guard !events.isEmpty else { break }
        for event in isOlder ? events.reversed() : events {
          next = isOlder ? event.seq - 1 : event.seq + 1
          guard try Self.meets(search.limit, event) else { continue }
          found.append(event.seq)
          if soFar + found.count <= LogSearch.told {
            entries.append(LogEntry(event: event, line: try Self.line(event)))
          }
          isEnough = soFar + found.count >= search.wanted
          if isEnough { break }
        }
      }
      let isDone = isEnough || !isLeft(next)
      let look = LogLook(
        found: found, entries: entries, reached: isOlder ? next + 1 : next - 1, isDone: isDone)
      guard !isDone else { return LookedStretch(look: look, rest: nil) }
      return LookedStretch(
        look: look,
        rest: LogSearch(
          search.limit, search.direction, from: next, to: search.end, wanted: search.wanted))
    } catch {
      throw .ledger(error)
    }
  }

  private static func meets(_ limit: EventLimit, _ event: Event) throws(LedgerError) -> Bool {
    var failure: LedgerError?
    let isMet = limit.matches(event) {
      do throws(LedgerError) {
        return try line(event)
      } catch {
        failure = error
        return ""
      }
    }
    if let failure { throw failure }
    return isMet
  }

  /// The last events that meet a limit, or the first ones from a position on; in order.
  package func events(
    meeting limit: EventLimit, from: Int?, count: Int
  ) throws(ProjectFailure) -> [Event] {
    let head: Int
    do throws(LedgerError) {
      head = try log.head().seq
    } catch {
      throw .ledger(error)
    }
    guard count > 0, head >= (from ?? 0) else { return [] }
    var positions: [Int] = []
    var search: LogSearch? =
      from.map { LogSearch(limit, .newer, from: $0, to: head, wanted: count) }
      ?? LogSearch(limit, from: head, to: 0, wanted: count)
    while let next = search {
      let stretch = try look(next, soFar: positions.count)
      positions += stretch.look.found
      search = stretch.rest
    }
    return try entries(at: positions.sorted(by: >)).reversed().map(\.event)
  }

  /// Writes a text to a file that is not there yet.
  ///
  /// - Returns: false where there is a file of that name, and nothing was written.
  func writeText(_ text: String, to path: String) throws(ProjectFailure) -> Bool {
    guard !Folders.exists(path) else { return false }
    try Destination.require(path, outside: folder)
    let file = try FileSink(beside: path, surroundings: surroundings)
    Array(text.utf8).withUnsafeBytes { file.writeRemembering($0) }
    return try file.publishNew(as: path)
  }

  /// Writes the lines that meet a limit, oldest first, to a file that is not there yet.
  ///
  /// - Returns: how many lines; nil where there is a file of that name, and nothing was written.
  package func writeLog(
    _ limit: EventLimit, to path: String
  ) throws(ProjectFailure) -> Int? {
    guard !Folders.exists(path) else { return nil }
    try Destination.require(path, outside: folder)
    let file = try FileSink(beside: path, surroundings: surroundings)
    var lines = 0
    do throws(LedgerError) {
      let head = try log.head().seq
      var next = 0
      while next <= head {
        let events = try log.read(from: next, limit: min(Self.block, head - next + 1))
        guard let last = events.last else { break }
        for event in events where try Self.meets(limit, event) {
          try LogFormat.line(of: event).withUnsafeBytes { file.writeRemembering($0) }
          lines += 1
        }
        next = last.seq + 1
      }
    } catch {
      throw .ledger(error)
    }
    return try file.publishNew(as: path) ? lines : nil
  }
}
