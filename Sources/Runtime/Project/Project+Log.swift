import Domain
import Ledger
import Workbench

extension Project {
  /// Events with their lines, the newest first.
  ///
  /// - Parameter position: the last one of the page; nil for the last one of the log.
  func logPage(upTo position: Int?, count: Int) throws(ProjectFailure) -> LogPage {
    do throws(LedgerError) {
      let head = try log.head().seq
      let last = min(position ?? head, head)
      let first = max(0, last - count + 1)
      guard last >= first else { return LogPage(entries: [], head: head) }
      let events = try log.read(from: first, limit: last - first + 1)
      var entries: [LogEntry] = []
      for event in events.reversed() {
        let line = try LogFormat.line(of: event).dropLast()
        entries.append(LogEntry(event: event, line: String(decoding: line, as: UTF8.self)))
      }
      return LogPage(entries: entries, head: head)
    } catch {
      throw .ledger(error)
    }
  }
}
