/// How long things on a server may take, in milliseconds.
package struct ServerTimes: Hashable, Sendable {
  /// To connect.
  package var connect = 5000
  /// A statement, by the server's clock.
  package var statement = 10_000
  /// Waiting for somebody else's lock.
  package var lock = 5000
  /// A transaction in which nothing happens: a client that was stopped in one blocks all others.
  package var idleInTransaction = 10_000
  /// For an answer, by this machine's clock; more than `statement`.
  package var answer = 15_000
  /// How long a server that was there before is tried again.
  package var patience = 20_000

  package init() {}
}
