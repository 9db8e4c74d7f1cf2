package import Domain

/// Where the batches are that a log names: the other half of the truth.
package protocol BatchSource: Sendable {
  /// How repeats and absences in a batch are to be read, as its mapping says.
  func policy(of record: ImportRecord) -> BatchPolicy

  /// The records of a batch in their order, its digest checked at the end.
  func open(_ record: ImportRecord) throws(BatchFailure) -> any BatchStream
}

/// The records of one batch, one at a time.
package protocol BatchStream {
  /// The next record, or nil at the end.
  mutating func next() throws(BatchFailure) -> BatchRecord?
}

/// Why a batch could not be read.
package struct BatchFailure: Error, Hashable, Sendable {
  package let batch: Int
  package let reason: String

  package init(batch: Int, reason: String) {
    self.batch = batch
    self.reason = reason
  }
}
