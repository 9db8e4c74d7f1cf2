import Synchronization

/// A flag that any thread may raise and one thread lowers.
final class WakeFlag: Sendable {
  private let isRaised = Mutex(false)

  func raise() { isRaised.withLock { $0 = true } }

  /// Lowers the flag and says whether it was up.
  func lower() -> Bool {
    isRaised.withLock { raised in
      defer { raised = false }
      return raised
    }
  }
}
