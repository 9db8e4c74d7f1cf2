import Glibc

/// An open file or directory, closed when its owner lets it go.
struct OpenFile: ~Copyable, Sendable {
  let descriptor: Int32
  let path: String

  deinit {
    close(descriptor)
  }
}

/// What the operating system says of a file.
struct FileStatus: Hashable {
  enum Kind {
    case regular
    case directory
    case symbolicLink
    case other
  }

  let kind: Kind
  let size: Int
  /// The permission bits.
  let mode: UInt32
  let owner: UInt32
  let group: UInt32
  let links: Int
  /// Device and inode: the same for two names of one file, and only for these.
  let identity: [UInt64]

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    links = Int(status.st_nlink)
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
