import Domain
import Glibc
import Interchange
import Ledger

/// A new file that is written piece by piece and becomes visible only when it is whole.
///
/// It is written under a temporary name in the same folder; `publish` syncs it, gives it its name and
/// syncs the folder. A crash before that leaves only a temporary file, which the next import removes.
final class FileSink {
  private let folder: String
  private let temporary: String
  /// What errors call it: the file that was asked for, where somebody asked for one.
  private let shown: String
  private var descriptor: Int32

  /// Temporary files begin with this, so that what a crash left behind is known.
  static let prefix = ".incoming-"

  /// A file that will stand at a path; readable as new files usually are.
  convenience init(beside path: String, surroundings: Surroundings) throws(ProjectFailure) {
    try self.init(
      folder: Destination.parent(of: path), tag: Hexadecimal.text(of: surroundings.random()),
      permissions: 0o666, shown: path)
  }

  /// - Parameters:
  ///   - permissions: what the umask leaves of them are the file's.
  ///   - shown: what errors call it; nil: its temporary name.
  init(
    folder: String, tag: String, permissions: UInt32 = 0o660, shown: String? = nil
  ) throws(ProjectFailure) {
    self.folder = folder
    let temporary = "\(folder)/\(Self.prefix)\(tag)"
    self.temporary = temporary
    self.shown = shown ?? temporary
    descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
    guard descriptor >= 0 else { throw problem(self.shown) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Writes all of it, or throws.
  func write(_ bytes: UnsafeRawBufferPointer) throws(InterchangeError) {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, start, rest.count)
      if written > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } else if written == 0 || errno != EINTR {
        throw .scratch(path: shown, reason: SystemReason.text(errno))
      }
    }
  }

  /// Where a write failed that nobody could be told of at once.
  private(set) var failure: InterchangeError?

  /// Writes, and remembers a failure instead of throwing it; nothing is written after one.
  func writeRemembering(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do throws(InterchangeError) {
      try write(bytes)
    } catch {
      failure = error
    }
  }

  /// Makes the file durable under `path`, which lies in the same folder.
  func publish(as path: String) throws(ProjectFailure) {
    try finish()
    guard rename(temporary, path) == 0 else {
      let problem = problem(path)
      unlink(temporary)
      throw problem
    }
    try syncFolder()
  }

  /// Makes the file durable under `path`, where nothing of that name is there.
  ///
  /// - Returns: false where something is; nothing was written then.
  func publishNew(as path: String) throws(ProjectFailure) -> Bool {
    try finish()
    defer { unlink(temporary) }
    if link(temporary, path) != 0 {
      let reason = errno
      if reason == EEXIST { return false }
      // Some file systems have no links; there the name is taken where it is free.
      guard reason == EPERM || reason == ENOTSUP, access(path, F_OK) != 0 else {
        throw .file(path: path, reason: SystemReason.text(reason))
      }
      guard rename(temporary, path) == 0 else { throw problem(path) }
    }
    try syncFolder()
    return true
  }

  /// The same for whoever cannot go on without it.
  ///
  /// - Throws: where something of that name is there; nothing was written then.
  func publish(asNew path: String) throws(ProjectFailure) {
    guard try publishNew(as: path) else { throw Self.taken(path) }
  }

  /// What is said where a name is taken.
  static func taken(_ path: String) -> ProjectFailure {
    .file(path: path, reason: "exists already, and nothing is replaced; name another")
  }

  private func finish() throws(ProjectFailure) {
    if let failure { throw .input(InterchangeFailure(failure)) }
    guard fsync(descriptor) == 0 else { throw problem(shown) }
    close(descriptor)
    descriptor = -1
  }

  private func syncFolder() throws(ProjectFailure) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw problem(folder) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw problem(folder) }
  }

  private func problem(_ path: String) -> ProjectFailure {
    .file(path: path, reason: SystemReason.text(errno))
  }
}
