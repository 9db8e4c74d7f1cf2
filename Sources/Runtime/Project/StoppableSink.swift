import Domain
import Interchange

/// Hands records on until it is asked to stop.
final class StoppableSink<Inner: ImportSink>: ImportSink {
  private let inner: Inner
  private let stop: StopFlag

  init(_ inner: Inner, stop: StopFlag) {
    self.inner = inner
    self.stop = stop
  }

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    try stop.check()
    try inner.receive(record, line: line)
  }
}

extension StopFlag {
  /// Throws where the work is to end; whoever catches it asks the flag what it was.
  func check() throws(InterchangeError) {
    if isRaised { throw .sink(reason: "stopped") }
  }
}
