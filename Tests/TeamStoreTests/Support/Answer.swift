import Dispatch
import Synchronization

/// What another thread comes to, waited for.
final class Answer<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  func set(_ value: Result<Value, any Error>) {
    result.withLock { $0 = value }
    isThere.signal()
  }

  func get() throws -> Value? {
    isThere.wait()
    return try result.withLock { try $0?.get() }
  }
}
