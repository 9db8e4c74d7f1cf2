import Glibc

/// Where a file that was asked for may be put.
enum Destination {
  /// Refuses what would do harm: a new file takes the place of what stands there, so only plain files
  /// are replaced, and never those that the project itself is made of.
  static func require(_ path: String, outside folder: ProjectFolder) throws(ProjectFailure) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .file(
        path: path, reason: "is no plain file; without --out it goes to standard output")
    }
    guard let place = real(parent(of: path)) else { return }
    let own = [folder.log, folder.batches, folder.store].compactMap { real($0) }
    let isOwn =
      own.contains { place == $0 || place.hasPrefix($0 + "/") }
      || (place == real(folder.path) && name(of: path) == name(of: folder.settings))
    if isOwn { throw .file(path: path, reason: "is the project's own; choose another place") }
  }

  /// Refuses a new folder within the project's own.
  static func require(_ path: String, apart folder: ProjectFolder) throws(ProjectFailure) {
    guard let place = real(path) ?? real(parent(of: path)), let own = real(folder.path) else {
      return
    }
    if place == own || place.hasPrefix(own + "/") {
      throw .file(path: path, reason: "lies in the project itself; choose another place")
    }
  }

  /// The folder that a path names something in.
  static func parent(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if parts.isEmpty { return "." }
    let parent = parts.joined(separator: "/")
    return parent.isEmpty ? "/" : parent
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func real(_ path: String) -> String? {
    Folders.real(path)
  }
}
