import Glibc

/// The least a durable write costs where something is measured: `write` and `fdatasync`, again and
/// again, on a file in the same folder.
enum SyncLoop {
  /// Milliseconds of each of `count` writes of `bytes` bytes.
  static func milliseconds(
    in folder: String, bytes: Int, count: Int
  ) throws(BenchFailure) -> [Double] {
    let path = folder + "/sync-loop"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BenchFailure("\(path) cannot be written") }
    defer {
      close(file)
      unlink(path)
    }
    let line = [UInt8](repeating: 0x61, count: bytes)
    var times: [Double] = []
    for _ in 0..<count {
      let watch = Stopwatch()
      guard write(file, line, bytes) == bytes, fdatasync(file) == 0 else {
        throw BenchFailure("\(path) cannot be synced")
      }
      times.append(watch.milliseconds)
    }
    return times
  }
}
