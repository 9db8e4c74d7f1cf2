import Glibc

/// A file by its descriptor, closed with its last reference. One thread at a time, but for reading at
/// a place.
final class RawFile {
  let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Opens for reading. Pipes and devices are fine, directories are not.
  static func reading(_ path: String) throws(InterchangeError) -> RawFile {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missingFile(path: path) }
      throw .unreadable(path: path, reason: Self.reason())
    }
    let file = RawFile(path: path, descriptor: descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: Self.reason())
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path: path) }
    return file
  }

  /// Makes a new file that only its owner can read; what a crash leaves behind is rubbish.
  static func scratch(_ path: String) throws(InterchangeError) -> RawFile {
    let descriptor = retrying { open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw .scratch(path: path, reason: Self.reason()) }
    return RawFile(path: path, descriptor: descriptor)
  }

  /// Reads up to the room there is; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
    let count = Self.retrying { Glibc.read(descriptor, room.baseAddress, room.count) }
    guard count >= 0 else { throw .unreadable(path: path, reason: Self.reason()) }
    return count
  }

  /// Bytes of a regular file; nil for pipes and devices, which can only be read once, from the start.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Reads from a place of a regular file, up to the room there is; 0 at the end. Any thread.
  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(InterchangeError) -> Int {
    let count = Self.retrying {
      Glibc.pread(descriptor, room.baseAddress, room.count, off_t(offset))
    }
    guard count >= 0 else { throw .unreadable(path: path, reason: Self.reason()) }
    return count
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(InterchangeError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Self.retrying { Glibc.write(descriptor, rest.baseAddress, rest.count) }
      guard count > 0 else { throw .scratch(path: path, reason: Self.reason()) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  func rewind() throws(InterchangeError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .scratch(path: path, reason: Self.reason())
    }
  }

  func remove() {
    unlink(path)
  }

  private static func retrying<Count: SignedInteger>(_ call: () -> Count) -> Count {
    while true {
      let result = call()
      guard result < 0, errno == EINTR else { return result }
    }
  }

  private static func reason() -> String {
    String(cString: strerror(errno))
  }
}
