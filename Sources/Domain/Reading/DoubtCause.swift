/// What puts a ruling in doubt that stands.
public enum DoubtCause: Hashable, Sendable {
  /// A version of the guideline, by its number.
  case version(Int)
  /// A migration that split or retired a label of it, by its position in the log.
  case migration(seq: Int)
}
