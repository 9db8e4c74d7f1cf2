/// What the loop needs of a terminal: a size, a way to show a grid, and what happens next.
///
/// One thread owns a device. Only the waker may be used from others.
package protocol Device: AnyObject {
  /// The present size in cells.
  var size: Size { get }

  /// Wakes a waiting `events` from any thread; it then yields `woken`, once for many calls.
  var waker: @Sendable () -> Void { get }

  /// Shows a grid of the present size, and the cursor where one is wanted.
  ///
  /// Only what differs from the grid shown before is sent. O(cells) to compare.
  func present(_ grid: Grid, cursor: Position?)

  /// Waits until something happens and returns all that is waiting, in order.
  ///
  /// - Parameter timeout: milliseconds to wait at most; `nil` waits for ever and costs no CPU.
  /// - Returns: nothing only where the time is up.
  func events(within timeout: Int?) -> [InputEvent]

  /// Gives the terminal back as it was, stops the process as the shell expects, and returns when it
  /// is continued; the next `present` draws everything.
  func suspend()

  /// Gives the terminal back as it was while `body` runs, for an editor or a pipe.
  func yield<Result, Failure: Error>(
    to body: () throws(Failure) -> Result
  ) throws(Failure) -> Result
}
