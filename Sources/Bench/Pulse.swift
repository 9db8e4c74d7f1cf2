import Foundation

/// A flag that any thread may raise and one waits for.
final class Pulse: Sendable {
  private let condition = NSCondition()
  // Read and written only while the condition is locked.
  nonisolated(unsafe) private var isRaised = false

  func raise() {
    condition.lock()
    isRaised = true
    condition.signal()
    condition.unlock()
  }

  /// Lowers the flag.
  ///
  /// - Returns: false where it was not raised within the time.
  func wait(milliseconds: Int) -> Bool {
    let end = Date(timeIntervalSinceNow: Double(milliseconds) / 1000)
    condition.lock()
    defer { condition.unlock() }
    while !isRaised {
      guard condition.wait(until: end) else { break }
    }
    defer { isRaised = false }
    return isRaised
  }
}
