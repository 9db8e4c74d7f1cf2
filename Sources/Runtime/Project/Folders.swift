import Glibc
import Ledger

/// Folders on disk: made, looked into, moved, removed.
enum Folders {
  /// Makes a folder and those above it that are missing.
  static func make(_ path: String, permissions: UInt32) throws(FileFailure) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made +=
        made.isEmpty && part.isEmpty ? "/" : (made.hasSuffix("/") || made.isEmpty ? "" : "/") + part
      guard !made.isEmpty, made != "/" else { continue }
      guard mkdir(made, mode_t(permissions)) != 0, errno != EEXIST, errno != EISDIR else {
        continue
      }
      throw FileFailure(call: .makeDirectory, path: made, code: errno)
    }
  }

  /// The path without links, `.` and `..`; nil where nothing stands there.
  static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether something stands at the path.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether a folder stands at the path, or a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Names in a folder in byte order, without `.` and `..`; nil where it is no folder.
  static func names(in path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a folder with all that is in it; symbolic links are removed, not followed.
  static func remove(_ path: String) {
    for name in names(in: path) ?? [] {
      let inner = path + "/" + name
      var status = stat()
      if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        remove(inner)
      } else {
        unlink(inner)
      }
    }
    rmdir(path)
  }

  /// Gives a folder another name, durably. An empty folder of that name is replaced.
  static func move(_ path: String, to other: String) throws(FileFailure) {
    guard rename(path, other) == 0 else {
      throw FileFailure(call: .rename, path: other, code: errno)
    }
    let parent = other.split(separator: "/").dropLast().joined(separator: "/")
    let folder = other.hasPrefix("/") ? "/" + parent : (parent.isEmpty ? "." : parent)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The size of a regular file in bytes; nil where it is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}

extension Folders {
  /// Makes a folder, unless it is there, with the rights that its neighbour has.
  static func make(_ path: String, like neighbour: String) throws(FileFailure) {
    guard mkdir(path, 0o700) == 0 else {
      guard errno == EEXIST else {
        throw FileFailure(call: .makeDirectory, path: path, code: errno)
      }
      return
    }
    var status = stat()
    guard stat(neighbour, &status) == 0 else { return }
    chmod(path, status.st_mode & 0o7777)
  }

  /// The rights of a new file in a folder: its group's too, where the group may write the folder.
  static func filePermissions(in path: String) -> UInt32 {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IWGRP != 0 else { return 0o600 }
    return 0o660
  }

  /// Makes the names in a folder durable.
  static func sync(_ path: String) throws(FileFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(call: .open, path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw FileFailure(call: .syncDirectory, path: path, code: errno)
    }
  }

  static func removeFile(_ path: String) {
    unlink(path)
  }
}
