import Dispatch
package import Domain
package import Ledger
import Synchronization

/// Tells that a log has grown, whoever appended.
///
/// The server's notifications are a hint that makes it quick; without them the head is looked at twice
/// a second. Where the server is away it is tried again, more seldom as time goes by.
package final class HeadWatch: Sendable {
  private let pool: ConnectionPool
  private let project: OperationID
  private let isEnding = Mutex(false)
  private let queue = DispatchQueue(label: "tiebreak.team.watch", qos: .utility)

  /// Between two looks at the head of which nobody hinted, in milliseconds.
  private static let pause = 500
  /// Between two looks however many hints come, in milliseconds.
  private static let breath = 100

  package init(_ pool: ConnectionPool, project: OperationID) {
    self.pool = pool
    self.project = project
  }

  /// Begins to watch, from now on and on a queue of its own.
  ///
  /// - Parameters:
  ///   - start: the position up to which everything is known.
  ///   - changed: told of a newer position.
  package func begin(after start: Int, _ changed: @escaping @Sendable (Int) -> Void) {
    queue.async { self.run(after: start, changed) }
  }

  /// Watching ends within half a second; nothing is told any more.
  package func end() {
    isEnding.withLock { $0 = true }
  }

  private func run(after start: Int, _ changed: @Sendable (Int) -> Void) {
    let known = Mutex(start)
    let isWanted = { !self.isEnding.withLock { $0 } }
    var pause = Self.pause
    while isWanted() {
      do throws(ServerFailure) {
        let hear = { (head: Int) in
          known.withLock { $0 = head }
          pause = Self.pause
          changed(head)
        }
        try follow(after: known.withLock { $0 }, while: isWanted, changed: hear)
      } catch {
        Deadline(pause).pause(pause)
        pause = min(pause * 2, 8000)
      }
    }
  }

  /// Watches on the calling thread, as long as it is wanted; asked twice a second.
  ///
  /// - Parameter changed: told of a newer position.
  package func follow(
    after start: Int, while isWanted: () -> Bool, changed: (Int) -> Void
  ) throws(ServerFailure) {
    var known = start
    let connection = try listening()
    while isWanted() {
      let head = try head(connection)
      if head > known, isWanted() { changed(head) }
      known = max(known, head)
      Deadline(Self.breath).pause(Self.breath)
      _ = try connection.awaitNotification(within: Self.pause - Self.breath)
    }
  }

  private func listening() throws(ServerFailure) -> Connection {
    let connection = try pool.separate()
    do throws(ServerFailure) {
      try connection.script("LISTEN tiebreak_\(project.hex.prefix(16))")
    } catch {
      // Engines that know no notifications are looked at all the same.
      guard connection.isAlive else { throw error }
    }
    return connection
  }

  private func head(_ connection: Connection) throws(ServerFailure) -> Int {
    try connection.query("SELECT h.seq FROM head h WHERE h.project = $1", [.text(project.hex)])
      .integer(0, 0) ?? -1
  }
}
