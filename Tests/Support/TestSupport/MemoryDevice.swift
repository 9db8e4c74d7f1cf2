package import Screen

/// A device without a terminal: plays a script of events and keeps what was presented.
///
/// When the script is at its end it says `ended`, so that a loop over it always stops.
package final class MemoryDevice: Device {
  /// The last grid that was presented.
  package private(set) var grid: Grid?
  package private(set) var cursor: Position?
  /// How many grids were presented.
  package private(set) var paintCount = 0
  package private(set) var size: Size
  private var batches: [[InputEvent]]
  private let pendingWake = WakeFlag()

  /// - Parameters:
  ///   - size: the size before the first `resize` event.
  ///   - batches: what each call of `events` returns.
  package init(size: Size, batches: [[InputEvent]]) {
    self.size = size
    self.batches = batches
  }

  /// A device on which keys are pressed one after another, each painted before the next.
  package convenience init(size: Size, keys: [Key]) {
    self.init(size: size, batches: keys.map { [.key($0)] })
  }

  package var waker: @Sendable () -> Void { { [pendingWake] in pendingWake.raise() } }

  package func present(_ grid: Grid, cursor: Position?) {
    self.grid = grid
    self.cursor = cursor
    paintCount += 1
  }

  package func events(within timeout: Int?) -> [InputEvent] {
    if pendingWake.lower() { return [.woken] }
    guard !batches.isEmpty else { return [.ended] }
    let batch = batches.removeFirst()
    for case .resize(let size) in batch { self.size = size }
    return batch
  }

  package func suspend() {}

  package func yield<Result, Failure: Error>(
    to body: () throws(Failure) -> Result
  ) throws(Failure) -> Result { try body() }
}
