/// What went wrong between this program and a server that holds a log.
public struct ServerFailure: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// No connection could be made, or the server lets nobody in. Nothing was done.
    case unreachable
    /// The connection ended, or no answer came in time, with a statement under way: it may have been
    /// carried out.
    case unanswered
    /// Others held what was needed for as long as the server lets anybody wait. Nothing was done.
    case busy
    /// The server does not let this user do that. Nothing was done.
    case forbidden
    /// The server, or how it is set, is not fit to keep a log.
    case unsuitable
    /// The address is none, or holds what must not stand in it.
    case address
    /// The server refused a statement for another reason. Nothing was done.
    case refused
  }

  public let kind: Kind
  /// The server's address, without secrets; empty where it is not known.
  public let server: String
  /// One sentence or part of one, without secrets, from this program or from the server.
  public let reason: String
  /// SQLSTATE, where the server gave one.
  public let state: String?

  public init(kind: Kind, server: String, reason: String, state: String? = nil) {
    self.kind = kind
    self.server = server
    self.reason = reason
    self.state = state
  }
}
