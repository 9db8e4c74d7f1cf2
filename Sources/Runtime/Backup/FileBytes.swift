import Domain
import Glibc
import Interchange
import Ledger

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

  /// SHA-256 of the first `count` bytes.
  static func digest(of path: String, count: Int) throws(ProjectFailure) -> Digest {
    var digest = StreamingDigest()
    do throws(InterchangeError) {
      try forEachBlock(of: path, count: count) { (bytes) throws(InterchangeError) in
        digest.update(bytes)
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    return digest.digest()
  }

  /// Copies the first `count` bytes into a new file, durably.
  ///
  /// - Throws: also where they are not what `digest` says; nothing is there then.
  static func copy(
    _ path: String, count: Int, digest: Digest, to target: String, _ surroundings: Surroundings,
    permissions: UInt32 = 0o666
  ) throws(ProjectFailure) {
    let sink = try FileSink(
      folder: Destination.parent(of: target),
      tag: Hexadecimal.text(of: surroundings.random()), permissions: permissions)
    var found = StreamingDigest()
    do throws(InterchangeError) {
      try forEachBlock(of: path, count: count) { (bytes) throws(InterchangeError) in
        found.update(bytes)
        try sink.write(bytes)
      }
      guard found.digest() == digest else {
        throw .unreadable(path: path, reason: "it changed while it was read")
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try sink.publish(as: target)
  }

  private static func failure(_ path: String) -> InterchangeError {
    errno == ENOENT
      ? .missingFile(path: path) : .unreadable(path: path, reason: SystemReason.text(errno))
  }
}
