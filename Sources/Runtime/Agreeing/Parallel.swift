import Dispatch

/// Work that falls into pieces of which none touches what another one touches.
enum Parallel {
  /// Runs the closure for every number below `count`, several at the same time, and returns when all
  /// have run.
  ///
  /// The closure may change what belongs to its number alone: its place of an array whose storage is
  /// not moved meanwhile.
  static func run(_ count: Int, _ body: (Int) -> Void) {
    guard count > 1 else { return body(0) }
    // The compiler cannot see that no two numbers share anything, nor that all of it ends here.
    nonisolated(unsafe) let body = body
    DispatchQueue.concurrentPerform(iterations: count) { body($0) }
  }
}
