package import Ledger

extension ServerFailure {
  /// A failure that the server named.
  ///
  /// - Parameter state: SQLSTATE, <https://www.postgresql.org/docs/current/errcodes-appendix.html>;
  ///   those that begin with TB are the schema's own.
  init(server: String, state: String, reason: String) {
    self.init(
      kind: Self.kind(of: state), server: server, reason: Secrets.masked(reason), state: state)
  }

  private static func kind(of state: String) -> Kind {
    switch state {
    // The lock or the statement took longer than it may.
    case "55P03", "57014": .busy
    case "42501", "TB403": .forbidden
    // The server goes down, or ended this session; a commit may have come through.
    case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04": .unanswered
    // Somebody reads from a standby, or the server was made read-only.
    case "25006": .unsuitable
    default: state.hasPrefix("08") ? .unanswered : .refused
    }
  }

  /// Whether the transaction as a whole is to be tried again: it met others, and nothing was done.
  var isToBeRepeated: Bool {
    state == "40001" || state == "40P01"
  }

  /// Whether trying again later, on a new connection, may help.
  package var isPassing: Bool {
    kind == .unreachable || kind == .unanswered
  }
}
