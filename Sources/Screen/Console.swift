/// What the loop needs of whatever a person sits at: a size, and what happens next.
///
/// One thread owns it. Only the waker may be used from others.
package protocol Console: AnyObject {
  /// The present size in cells.
  var size: Size { get }

  /// Wakes a waiting `events` from any thread; it then yields `woken`, once for many calls.
  var waker: @Sendable () -> Void { get }

  /// Waits until something happens and returns all that is waiting, in order.
  ///
  /// - Parameter timeout: milliseconds to wait at most; `nil` waits for ever and costs no CPU.
  /// - Returns: nothing only where the time is up.
  func events(within timeout: Int?) -> [InputEvent]

  /// Gives the terminal back as it was, stops the process as the shell expects, and returns when it
  /// is continued; what is shown next is shown whole.
  func suspend()

  /// Gives the terminal back as it was while `body` runs, for an editor or a pipe.
  func yield<Result, Failure: Error>(
    to body: () throws(Failure) -> Result
  ) throws(Failure) -> Result
}
