/// How far a long piece of work has come, in bytes.
package struct Progress: Hashable, Sendable {
  /// What is being done.
  package enum Stage: String, Sendable {
    /// A file is read and checked; nothing of it is kept yet.
    case reading
    /// A batch is put into the tables.
    case filing
  }

  package let stage: Stage
  package let done: Int
  package let total: Int

  package init(_ stage: Stage, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// Takes progress as it is made; called often.
package typealias ProgressSink = @Sendable (Progress) -> Void
