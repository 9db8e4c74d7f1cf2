import Glibc
import Interchange

/// The bytes of a file as they stand on disk, a block at a time.
enum FileBytes {
  private static let block = 1 << 20

  /// Hands over the first `count` bytes. Links are not followed.
  ///
  /// - Throws: also where the file ends before that.
  static func forEachBlock(
    of path: String, count: Int,
    _ take: (UnsafeRawBufferPointer) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var room = [UInt8](repeating: 0, count: min(block, max(count, 1)))
    var rest = count
    while rest > 0 {
      let wanted = min(rest, room.count)
      let got = room.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, wanted) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      guard got > 0 else { throw .unreadable(path: path, reason: "it ends too early") }
      try room.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        try take(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<got]))
      }
      rest -= got
    }
  }

  private static func failure(_ path: String) -> InterchangeError {
    errno == ENOENT
      ? .missingFile(path: path) : .unreadable(path: path, reason: SystemReason.text(errno))
  }
}
