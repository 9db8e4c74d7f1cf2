import Dispatch
package import Ledger
import Synchronization

/// A few sessions on one server, handed out to whoever asks.
///
/// Every new session is prepared, so a server that is not fit, or no longer, is never used.
package final class ConnectionPool: Sendable {
  private struct State {
    var idle: [Connection] = []
    /// nil until a first session was made.
    var user: String?
  }

  package let address: ServerAddress
  package let times: ServerTimes
  private let state = Mutex(State())
  private let places: DispatchSemaphore

  /// - Parameter limit: sessions at one time.
  package init(_ address: ServerAddress, times: ServerTimes = ServerTimes(), limit: Int = 4) {
    self.address = address
    self.times = times
    places = DispatchSemaphore(value: limit)
  }

  /// The database's user, as the server knows them: who somebody is, in a team's project.
  package func user() throws(ServerFailure) -> String {
    if let user = state.withLock({ $0.user }) { return user }
    return try once { _ in state.withLock { $0.user ?? "" } }
  }

  /// Does something once, on a session that was alive when last looked at.
  ///
  /// Where that throws `.unanswered`, whether it was done is not known.
  func once<Outcome>(
    _ body: (Connection) throws(ServerFailure) -> Outcome
  ) throws(ServerFailure) -> Outcome {
    places.wait()
    defer { places.signal() }
    let connection = try take()
    do throws(ServerFailure) {
      let outcome = try body(connection)
      giveBack(connection)
      return outcome
    } catch {
      if error.isPassing {
        // The others were made to the same server, which may have been started anew.
        state.withLock { $0.idle = [] }
      } else {
        giveBack(connection)
      }
      throw error
    }
  }

  /// Does something that may be done twice, such as reading: again where a connection was lost, for as
  /// long as patience goes. A server that was never reached is not tried again.
  func repeating<Outcome>(
    _ body: (Connection) throws(ServerFailure) -> Outcome
  ) throws(ServerFailure) -> Outcome {
    let deadline = Deadline(times.patience)
    var pause = 50
    while true {
      do throws(ServerFailure) {
        return try once(body)
      } catch {
        guard error.isToBeRepeated || (error.isPassing && wasReached), !deadline.isOver else {
          throw error
        }
        deadline.pause(pause)
        pause = min(pause * 2, 1000)
      }
    }
  }

  /// Does several things as one transaction, once.
  func transaction<Outcome>(
    _ body: (Connection) throws(ServerFailure) -> Outcome
  ) throws(ServerFailure) -> Outcome {
    try once { connection throws(ServerFailure) in
      _ = try connection.query("BEGIN")
      do throws(ServerFailure) {
        let outcome = try body(connection)
        _ = try connection.query("COMMIT")
        return outcome
      } catch {
        if connection.isAlive { _ = try? connection.query("ROLLBACK") }
        throw error
      }
    }
  }

  /// A session outside the pool, for waiting on.
  func separate() throws(ServerFailure) -> Connection {
    let connection = try Connection(address, times: times)
    let user = try connection.prepare()
    state.withLock { $0.user = user }
    return connection
  }

  var wasReached: Bool {
    state.withLock { $0.user != nil }
  }

  private func take() throws(ServerFailure) -> Connection {
    while let idle = state.withLock({ $0.idle.popLast() }) {
      if idle.isAlive { return idle }
    }
    return try separate()
  }

  private func giveBack(_ connection: Connection) {
    guard connection.isAlive else { return }
    state.withLock { $0.idle.append(connection) }
  }
}
