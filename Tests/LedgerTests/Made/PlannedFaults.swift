import Ledger
import Synchronization

/// Lets one call go wrong, and counts them all.
final class PlannedFaults: FileFaults {
  private struct State {
    var count = 0
    var isArmed = false
    var hasCrashed = false
  }

  private let state = Mutex(State())
  private let target: Int
  private let fault: FileFault
  private let calls: Set<FileCall>
  private let crashes: Bool

  /// - Parameters:
  ///   - fault: what happens at the call.
  ///   - target: which call, from 1, of those counted; 0 for none.
  ///   - calls: the calls that are counted.
  ///   - crashes: whether every later call fails too, as if the process had ended.
  init(
    _ fault: FileFault, at target: Int, of calls: Set<FileCall> = Set(FileCall.allCases),
    crashes: Bool = false
  ) {
    self.fault = fault
    self.target = target
    self.calls = calls
    self.crashes = crashes
  }

  /// Begins to count.
  func arm() {
    state.withLock { $0.isArmed = true }
  }

  var count: Int { state.withLock { $0.count } }

  func fault(at call: FileCall, path: String) -> FileFault {
    state.withLock { state in
      guard state.isArmed else { return .proceed }
      if state.hasCrashed { return .fail(5) }
      guard calls.contains(call) else { return .proceed }
      state.count += 1
      guard state.count == target else { return .proceed }
      state.hasCrashed = crashes
      return fault
    }
  }
}
