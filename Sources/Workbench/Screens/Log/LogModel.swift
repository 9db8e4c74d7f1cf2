package import Domain

/// The log as a list, the newest event first: all of it, or what meets a limit. Only what is near the
/// bar is kept; of what meets a limit, its positions.
package struct LogModel: Hashable, Sendable {
  package var generation = 0
  /// The event that the list begins with, where no limit is set; −1 before anything was read.
  package var head = -1
  /// The last event that is known of.
  package var newest = -1
  /// Whether new events appear as they come.
  package var isFollowing = true
  package var isReading = false
  package var cursor = ListCursor()
  /// By position, near the window.
  package var entries: [Int: LogEntry] = [:]
  /// What was asked for and has not come.
  package var requested: [Int] = []

  package var limitText = ""
  package var limit = EventLimit.all
  /// What meets the limit, newest first, from `head` down to `lookedTo`.
  package var found: [Int] = []
  package var lookedTo = 0
  /// The search for what meets the limit, while it runs, and its number.
  package var search: LogSearch?
  package var searches = 0
  /// Where the bar goes once the search has come so far.
  package var target: Target?

  package var needle = ""
  /// The search for the needle, while it runs, its number, and how far it came.
  package var finding: LogSearch?
  package var finds = 0
  package var findingAt = 0

  /// The first line in view of the event in full, where it is shown so.
  package var page: Int?
  /// What the last check of the whole log found, and whether another one runs.
  package var check: LogFinding?
  package var isChecking = true

  package enum Target: Hashable, Sendable {
    case last
    case event(Int)
  }

  package init() {}

  /// How many rows the list has, as far as is known.
  package var count: Int { limit.isAll ? head + 1 : found.count }

  /// Whether the list may have more rows further back.
  package var hasMore: Bool { !limit.isAll && lookedTo > 0 }

  /// The position of the event in a row.
  package func seq(at row: Int) -> Int? {
    guard row >= 0, row < count else { return nil }
    return limit.isAll ? head - row : found[row]
  }

  /// The row of an event; nil where the list has none.
  package func row(of seq: Int) -> Int? {
    guard !limit.isAll else { return seq >= 0 && seq <= head ? head - seq : nil }
    // Descending: the first that is not above.
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if found[middle] > seq { low = middle + 1 } else { high = middle }
    }
    return low < found.count && found[low] == seq ? low : nil
  }

  package func entry(at row: Int) -> LogEntry? { seq(at: row).flatMap { entries[$0] } }

  /// The event under the bar, where it has been read.
  package var current: LogEntry? { entry(at: cursor.row) }
}
