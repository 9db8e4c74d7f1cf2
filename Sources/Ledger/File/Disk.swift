import Glibc

/// The operating system's calls, with their errors typed, and the place where tests let them fail.
struct Disk: Sendable {
  private let faults: (any FileFaults)?

  init(faults: (any FileFaults)? = nil) {
    self.faults = faults
  }

  /// Opens a file; a symbolic link in its place is an error.
  func open(
    _ path: String, _ flags: Int32, mode: UInt32 = 0
  ) throws(FileFailure) -> OpenFile {
    let descriptor = retrying { Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
    guard descriptor >= 0 else { throw failure(.open, path) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  func status(of file: borrowing OpenFile) throws(FileFailure) -> FileStatus {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw failure(.status, file.path) }
    return FileStatus(status)
  }

  /// The status of what stands at a path, links not followed; nil where nothing does.
  func status(at path: String) throws(FileFailure) -> FileStatus? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(.status, path)
    }
    return FileStatus(status)
  }

  /// The bytes of a range, fewer where the file ends in it.
  func read(
    _ file: borrowing OpenFile, from offset: Int, count: Int
  ) throws(FileFailure) -> [UInt8] {
    let descriptor = file.descriptor
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
          off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw FileFailure(call: .read, path: file.path, code: code) }
    return bytes
  }

  /// Hands all bytes over in one write.
  ///
  /// - Throws: also where fewer were taken: a second write could land behind somebody else's.
  func write(_ bytes: [UInt8], to file: borrowing OpenFile) throws(FileFailure) {
    let descriptor = file.descriptor
    let fault = fault(.write, file.path)
    if case .fail(let code) = fault {
      throw FileFailure(call: .write, path: file.path, code: code)
    }
    var count = bytes.count
    if case .short(let taken) = fault { count = min(taken, count) }
    let taken = retrying {
      bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, count) }
    }
    guard taken >= 0 else { throw failure(.write, file.path) }
    if case .failAfterwards(let code) = fault {
      throw FileFailure(call: .write, path: file.path, code: code)
    }
    guard taken == bytes.count else {
      throw FileFailure(call: .shortWrite, path: file.path, code: ENOSPC)
    }
  }

  /// Makes a file's bytes and length durable. After an error nothing is known of them, and trying
  /// again would only report success.
  func sync(_ file: borrowing OpenFile) throws(FileFailure) {
    let descriptor = file.descriptor
    try changing(.sync, file.path) { fdatasync(descriptor) }
  }

  /// Makes the names in a directory durable.
  func syncDirectory(_ path: String) throws(FileFailure) {
    let directory = try open(path, O_RDONLY | O_DIRECTORY)
    let descriptor = directory.descriptor
    try changing(.syncDirectory, path) { fsync(descriptor) }
  }

  func truncate(_ file: borrowing OpenFile, to size: Int) throws(FileFailure) {
    let descriptor = file.descriptor
    try changing(.truncate, file.path) { ftruncate(descriptor, off_t(size)) }
  }

  func rename(_ from: String, to path: String) throws(FileFailure) {
    try changing(.rename, path) { Glibc.rename(from, path) }
  }

  func setMode(_ file: borrowing OpenFile, _ mode: UInt32) throws(FileFailure) {
    guard fchmod(file.descriptor, mode) == 0 else { throw failure(.setMode, file.path) }
  }

  /// Makes a directory durably; one that is there already is fine.
  func makeDirectory(_ path: String, mode: UInt32) throws(FileFailure) {
    if mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else { throw failure(.makeDirectory, path) }
      return
    }
    let directory = try open(path, O_RDONLY | O_DIRECTORY)
    try setMode(directory, mode)
    try syncDirectory(Self.parent(of: path))
  }

  func remove(_ path: String) {
    unlink(path)
  }

  /// The folder that a path stands in.
  static func parent(of path: String) -> String {
    guard let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  private func changing(
    _ call: FileCall, _ path: String, _ body: () -> Int32
  ) throws(FileFailure) {
    let fault = fault(call, path)
    if case .fail(let code) = fault { throw FileFailure(call: call, path: path, code: code) }
    guard body() == 0 else { throw failure(call, path) }
    if case .failAfterwards(let code) = fault {
      throw FileFailure(call: call, path: path, code: code)
    }
  }

  private func fault(_ call: FileCall, _ path: String) -> FileFault {
    faults?.fault(at: call, path: path) ?? .proceed
  }

  private func failure(_ call: FileCall, _ path: String) -> FileFailure {
    FileFailure(call: call, path: path, code: errno)
  }

  /// Signals may interrupt a call before it did anything; then it is made again.
  private func retrying<Answer: SignedInteger>(_ body: () -> Answer) -> Answer {
    while true {
      let answer = body()
      if answer >= 0 || errno != EINTR { return answer }
    }
  }
}
