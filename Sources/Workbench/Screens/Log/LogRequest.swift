package import Domain

/// What the log's screen wants to be read.
package enum LogRequest: Hashable, Sendable {
  /// The newest events behind a position, `count` at most; answered by `LogReport.newest`.
  case newest(after: Int, count: Int)
  /// Events by their positions, highest first; answered by `LogReport.events`.
  case events([Int])
  /// A search for what meets a limit, answered piece by piece by `LogReport.looked`.
  case look(LogSearch, LogSearch.Purpose)
}

/// What of the log is looked through, and for what.
package struct LogSearch: Hashable, Sendable {
  /// Who wants to know: searches for different ends do not supersede each other.
  package enum Purpose: Hashable, Sendable {
    /// The list shows what meets the limit.
    case list
    /// The bar goes to the next event that meets it.
    case find
  }

  package enum Direction: Hashable, Sendable {
    case older
    case newer
  }

  package let limit: EventLimit
  package let direction: Direction
  /// The first position that is looked at.
  package let start: Int
  /// The last one.
  package let end: Int
  /// How many events are enough.
  package let wanted: Int

  /// How many of what is found are told in full; the rest is read when it comes into view.
  package static let told = 200

  package init(
    _ limit: EventLimit, _ direction: Direction = .older, from start: Int, to end: Int,
    wanted: Int
  ) {
    self.limit = limit
    self.direction = direction
    self.start = start
    self.end = end
    self.wanted = wanted
  }
}

/// What was read of the log.
package enum LogReport: Hashable, Sendable {
  case newest(LogPage)
  case events([LogEntry])
  case looked(LogLook, LogSearch.Purpose)
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

/// The newest events behind a position.
package struct LogPage: Hashable, Sendable {
  /// The position that was asked for.
  package let after: Int
  /// Newest first, without gaps; fewer than there are where more were behind the position.
  package let entries: [LogEntry]
  /// Position of the log's last event.
  package let head: Int

  package init(after: Int, entries: [LogEntry], head: Int) {
    self.after = after
    self.entries = entries
    self.head = head
  }
}

/// A stretch of the log that was looked through.
package struct LogLook: Hashable, Sendable {
  /// The positions of what meets the limit, in the order in which it was come upon.
  package let found: [Int]
  /// The first of them in full.
  package let entries: [LogEntry]
  /// The last position that was looked at.
  package let reached: Int
  package let isDone: Bool

  package init(found: [Int], entries: [LogEntry], reached: Int, isDone: Bool) {
    self.found = found
    self.entries = entries
    self.reached = reached
    self.isDone = isDone
  }
}

/// What a check of the whole log found.
package struct LogFinding: Hashable, Sendable {
  /// How far the log is signed.
  package struct Signature: Hashable, Sendable {
    /// Position of the last event that the newest checkpoint covers.
    package let seq: Int
    /// The id of the key.
    package let key: String

    package init(seq: Int, key: String) {
      self.seq = seq
      self.key = key
    }
  }

  /// Position of the last event that is good.
  package let head: Int
  package let at: Instant
  package let milliseconds: Int
  /// The head that this person had seen before, which the log was held against.
  package let remembered: Int?
  /// nil where no checkpoint is signed by a key in force.
  package let signature: Signature?
  /// What is wrong, in words.
  package let problem: String?

  package init(
    head: Int, at: Instant, milliseconds: Int, remembered: Int?, signature: Signature? = nil,
    problem: String? = nil
  ) {
    self.head = head
    self.at = at
    self.milliseconds = milliseconds
    self.remembered = remembered
    self.signature = signature
    self.problem = problem
  }
}
