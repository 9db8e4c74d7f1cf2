import Glibc

/// A lock between processes, held until it is let go or its process ends.
///
/// Two locks in one process exclude each other as two processes do.
public struct FileLock: ~Copyable, Sendable {
  public enum Mode: Sendable {
    case shared
    case exclusive
  }

  private let file: OpenFile

  /// Waits for the lock, at most `milliseconds`.
  ///
  /// - Parameters:
  ///   - path: a file that exists for nothing else. It is made where it is missing.
  ///   - permissions: those it is made with.
  /// - Throws: `LedgerError.busy` where others held it all the time.
  public init(
    _ path: String, _ mode: Mode, waitingUpTo milliseconds: Int, permissions: UInt32 = 0o600
  ) throws(LedgerError) {
    let start = Self.now()
    var pause = 50
    while true {
      let file = try Self.open(path, mode, permissions: permissions)
      let kind = mode == .exclusive ? LOCK_EX : LOCK_SH
      if flock(file.descriptor, kind | LOCK_NB) == 0 {
        if try Self.stillStands(file) {
          self.file = file
          return
        }
      } else if errno != EWOULDBLOCK, errno != EINTR {
        throw .file(FileFailure(call: .lock, path: path, code: errno))
      }
      guard Self.now() - start < milliseconds * 1000 else {
        throw .busy(path: path, milliseconds: milliseconds)
      }
      usleep(UInt32(pause))
      pause = min(pause * 2, 2000)
    }
  }

  private static func open(
    _ path: String, _ mode: Mode, permissions: UInt32
  ) throws(LedgerError) -> OpenFile {
    let disk = Disk()
    do {
      // A reader who may not write locks the file all the same.
      if mode == .shared, let file = try? disk.open(path, O_RDONLY) { return file }
      let isNew = try disk.status(at: path) == nil
      let file = try disk.open(path, O_RDWR | O_CREAT, mode: permissions)
      if isNew { try disk.setMode(file, permissions) }
      return file
    } catch {
      throw .file(error)
    }
  }

  /// Whether the file that was locked is still the one under its name.
  private static func stillStands(_ file: borrowing OpenFile) throws(LedgerError) -> Bool {
    do {
      let disk = Disk()
      return try disk.status(of: file).identity == disk.status(at: file.path)?.identity
    } catch {
      throw .file(error)
    }
  }

  /// Microseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
