package import Domain

/// The log as a list, the newest event first.
package struct LogModel: Hashable, Sendable {
  package var generation = 0
  package var isLoading = false
  package var cursor = ListCursor()
  /// Newest first, without gaps.
  package var entries: [LogEntry] = []
  /// Position of the last event that was read.
  package var head = -1

  package init() {}

  package var current: LogEntry? {
    entries.indices.contains(cursor.row) ? entries[cursor.row] : nil
  }
}

/// One event with its line as it stands in the log.
package struct LogEntry: Hashable, Sendable {
  package let event: Event
  /// Without its line break.
  package let line: String

  package init(event: Event, line: String) {
    self.event = event
    self.line = line
  }
}

/// A stretch of the log.
package struct LogPage: Hashable, Sendable {
  /// Newest first.
  package let entries: [LogEntry]
  /// Position of the log's last event.
  package let head: Int

  package init(entries: [LogEntry], head: Int) {
    self.entries = entries
    self.head = head
  }
}
