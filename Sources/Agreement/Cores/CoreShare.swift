internal import Dispatch
internal import Glibc

/// Work that is shared out to cores.
enum CoreShare {
  /// How many cores there are, up to 8.
  static var cores: Int { min(8, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }

  /// Calls `work` once for each shard, and returns when all are done. What one shard writes no other
  /// one reads or writes.
  static func each(_ shards: Int, _ work: (Int) -> Void) {
    guard shards > 1 else {
      work(0)
      return
    }
    withoutActuallyEscaping(work) { work in
      // The call returns after the last shard, so nothing escapes; that shards keep to memory of
      // their own is what the callers promise, and the compiler cannot see it in pointers.
      nonisolated(unsafe) let work = work
      DispatchQueue.concurrentPerform(iterations: shards) { work($0) }
    }
  }
}
