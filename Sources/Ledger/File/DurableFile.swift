import Glibc

/// Files that are whole or not there, whatever happens.
public enum DurableFile {
  /// Puts `bytes` at `path`, in place of what stood there.
  ///
  /// Written beside it, synced, renamed, and the directory synced: a reader sees the old content or
  /// the new, also after a power cut. What a crash leaves behind is a file `.NAME.…` in the folder.
  ///
  /// - Parameter permissions: the mode bits of the new file, whatever the umask.
  public static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o600
  ) throws(LedgerError) {
    try write(bytes, to: path, permissions: permissions, disk: Disk())
  }

  static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32, disk: Disk
  ) throws(LedgerError) {
    let folder = Disk.parent(of: path)
    let temporary = try makeTemporary(in: folder, for: path, disk: disk)
    do throws(FileFailure) {
      try disk.setMode(temporary, permissions)
      if !bytes.isEmpty { try disk.write(bytes, to: temporary) }
      try disk.sync(temporary)
      try disk.rename(temporary.path, to: path)
    } catch {
      disk.remove(temporary.path)
      throw .file(error)
    }
    do throws(FileFailure) {
      try disk.syncDirectory(folder)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of a file; nil where there is none.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(LedgerError) -> [UInt8]? {
    let disk = Disk()
    do throws(FileFailure) {
      guard try disk.status(at: path) != nil else { return nil }
      let file = try disk.open(path, O_RDONLY)
      let size = try disk.status(of: file).size
      guard size <= limit else { throw FileFailure(call: .read, path: path, code: EFBIG) }
      return try disk.read(file, from: 0, count: size)
    } catch {
      throw .file(error)
    }
  }

  /// Makes a file of a name that nobody has taken.
  private static func makeTemporary(
    in folder: String, for path: String, disk: Disk
  ) throws(LedgerError) -> OpenFile {
    let name = path.split(separator: "/").last ?? "file"
    var attempt = 0
    while true {
      do throws(FileFailure) {
        let path = "\(folder)/.\(name).\(getpid()).\(attempt)"
        return try disk.open(path, O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
      } catch {
        guard error.code == EEXIST, attempt < 10_000 else { throw .file(error) }
        attempt += 1
      }
    }
  }
}
