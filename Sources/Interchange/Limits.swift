/// How much of a file is held at once; what is larger is refused with a diagnostic.
public struct Limits: Hashable, Sendable {
  /// Bytes of one record: a row of a table with its quoted line breaks, or one element of JSON.
  public var record: Int
  /// Columns of a table.
  public var columns: Int
  /// Arrays and objects that stand in each other.
  public var depth: Int
  /// Bytes of one id: of an item, an annotator, a label, a question, a round.
  public var identifier: Int

  public init(
    record: Int = 16 << 20, columns: Int = 4096, depth: Int = 256, identifier: Int = 1024
  ) {
    self.record = record
    self.columns = columns
    self.depth = depth
    self.identifier = identifier
  }
}
