public import Domain

/// The last position of a log, with the hash of its line.
///
/// Two logs with the same head hold the same bytes: every line carries the hash of the one before.
public struct Head: Hashable, Sendable {
  /// −1 for a log without events.
  public let seq: Int
  public let hash: Digest

  /// The head of a log without events.
  public static let empty = Head(seq: -1, hash: .zero)

  public init(seq: Int, hash: Digest) {
    self.seq = seq
    self.hash = hash
  }

  /// The head of a log that ends with `event`.
  public init(of event: Event) {
    self.init(seq: event.seq, hash: event.hash)
  }
}
