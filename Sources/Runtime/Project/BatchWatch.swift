import Synchronization

/// Counts the bytes of batches while they are put into tables, for whoever waits for it.
final class BatchWatch: Sendable {
  private struct State {
    var sink: ProgressSink?
    var done = 0
    /// nil until something is read.
    var total: Int?
    var measure: @Sendable () -> Int = { 0 }
  }

  private let state = Mutex(State())

  /// Tells `sink` of everything that is read while `body` runs.
  ///
  /// - Parameter total: bytes that there are to read; asked for only once something is read.
  func during<Outcome, Failure: Error>(
    _ sink: @escaping ProgressSink, of total: @escaping @Sendable () -> Int,
    _ body: () throws(Failure) -> Outcome
  ) throws(Failure) -> Outcome {
    state.withLock { $0 = State(sink: sink, measure: total) }
    defer { state.withLock { $0 = State() } }
    return try body()
  }

  func count(_ bytes: Int) {
    let (sink, progress) = state.withLock { state in
      state.done += bytes
      let total = state.total ?? state.measure()
      state.total = total
      return (state.sink, Progress(.filing, done: state.done, total: total))
    }
    sink?(progress)
  }
}
