/// Where a log's signed checkpoints are kept, beside the log: all of them, for ever, so that every
/// older one can be held against what the log has become.
///
/// A store puts down bytes and hands them back; what they say is not its business.
public protocol CheckpointShelf: Sendable {
  /// The sizes that there are notes of, upwards.
  func sizes() throws(LedgerError) -> [Int]

  /// The note of a size; nil where there is none.
  func note(of size: Int) throws(LedgerError) -> [UInt8]?

  /// Puts a note down, durably, in place of the one of the same size.
  func put(_ note: [UInt8], of size: Int) throws(LedgerError)
}
