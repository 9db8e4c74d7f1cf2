import Glibc

/// A moment by a clock that only goes forward.
struct Deadline: Sendable {
  private let end: Int

  init(_ milliseconds: Int) {
    end = Self.now() + milliseconds
  }

  /// Milliseconds that are left; 0 where it is over.
  var left: Int { max(0, end - Self.now()) }

  var isOver: Bool { left == 0 }

  /// Sleeps, but not beyond it.
  func pause(_ milliseconds: Int) {
    usleep(UInt32(min(milliseconds, left)) * 1000)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
