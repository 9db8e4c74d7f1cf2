import Foundation
import Testing

/// The program in a tmux of its own: a terminal as people use one.
final class TmuxSession {
  private let place: Workplace
  private let socket: String
  /// Keys that were sent, each by its name.
  private(set) var keyCount = 0

  /// Starts a detached session of 80 columns and 24 rows that runs the program.
  init(_ arguments: String, in place: Workplace) throws {
    self.place = place
    // Names of sockets are short, whatever the folder of a test is called.
    socket = "/tmp/tb-\(UUID().uuidString.prefix(8))"
    try tmux("-f /dev/null new-session -d -x 80 -y 24 '\"$tiebreak\" \(arguments)'")
  }

  deinit {
    _ = try? place.shell("tmux -S \(socket) kill-server")
    try? FileManager.default.removeItem(atPath: socket)
  }

  /// Sends keys by tmux's names for them.
  func press(_ keys: String...) throws {
    keyCount += keys.count
    try tmux("send-keys " + keys.map { "'\($0)'" }.joined(separator: " "))
  }

  /// Types a text; every letter is a key.
  func type(_ text: String) throws {
    keyCount += text.count
    try tmux("send-keys -l '\(text)'")
  }

  /// The rows as they stand, but for blank ones at the end.
  func rows() throws -> [String] {
    var rows = try place.shell(
      "tmux -S \(socket) capture-pane -p", environment: ["TERM": "xterm-256color"]
    )
    .expect(0).text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// What did not come in time.
  struct NotSeen: Error {
    let name: String
  }

  /// Waits until the rows meet a condition.
  @discardableResult
  func wait(
    until name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: ([String]) -> Bool
  ) throws -> [String] {
    let deadline = Date().addingTimeInterval(60)
    var rows: [String] = []
    while Date() < deadline {
      rows = try self.rows()
      if condition(rows) { return rows }
    }
    Issue.record(
      "waited for: \(name)\n\(rows.joined(separator: "\n"))", sourceLocation: sourceLocation)
    throw NotSeen(name: name)
  }

  /// Waits until the program has ended, and its session with it.
  func waitForEnd() throws {
    let deadline = Date().addingTimeInterval(60)
    while Date() < deadline {
      let has = try place.shell("tmux -S \(socket) has-session 2>/dev/null")
      if has.code != 0 { return }
    }
    Issue.record("the program did not end")
  }

  private func tmux(_ command: String) throws {
    try place.shell("tmux -S \(socket) \(command)", environment: ["TERM": "xterm-256color"])
      .expect(0)
  }
}
