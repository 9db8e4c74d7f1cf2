import Glibc

/// Whose files are trusted with a log.
///
/// The folder belongs to oneself, to root, to one of `owners`, or is shared with a group that one is
/// in (set-group-id, writable by the group). What lies in it belongs to oneself, to root, to one of
/// `owners`, to the folder's owner, or to its group.
struct FileTrust {
  /// Further users that the caller vouches for.
  let owners: [UInt32]
  private let folder: FileStatus

  /// - Throws: where the folder itself is not trusted.
  init(folder path: String, owners: [UInt32], disk: Disk) throws(LedgerError) {
    let status: FileStatus?
    do {
      status = try disk.status(at: path)
    } catch {
      throw .file(error)
    }
    guard let status else { throw .noLog(path: path) }
    self.owners = owners
    folder = status
    guard status.kind != .symbolicLink else {
      throw .untrusted(path: path, reason: .symbolicLink)
    }
    guard status.kind == .directory else { throw .untrusted(path: path, reason: .notADirectory) }
    guard status.mode & 0o002 == 0 else { throw .untrusted(path: path, reason: .worldWritable) }
    guard isOurs(status.owner) || (isShared && Self.groups().contains(status.group)) else {
      throw .untrusted(path: path, reason: .foreignOwner(user: status.owner))
    }
  }

  /// Checks a file of the folder that was opened.
  func require(_ file: borrowing OpenFile, disk: Disk) throws(LedgerError) {
    let status: FileStatus
    do {
      status = try disk.status(of: file)
    } catch {
      throw .file(error)
    }
    if let reason = reason(against: status) {
      throw .untrusted(path: file.path, reason: reason)
    }
  }

  private func reason(against status: FileStatus) -> DistrustReason? {
    guard status.kind == .regular else { return .notARegularFile }
    guard status.mode & 0o002 == 0 else { return .worldWritable }
    guard status.links == 1 else { return .hardLinked(links: status.links) }
    let isTrusted =
      isOurs(status.owner) || status.owner == folder.owner
      || (isShared && status.group == folder.group)
    return isTrusted ? nil : .foreignOwner(user: status.owner)
  }

  private var isShared: Bool {
    folder.mode & 0o2020 == 0o2020
  }

  private func isOurs(_ user: UInt32) -> Bool {
    user == 0 || user == geteuid() || owners.contains(user)
  }

  private static func groups() -> [UInt32] {
    let count = getgroups(0, nil)
    guard count > 0 else { return [getegid()] }
    var groups = [gid_t](repeating: 0, count: Int(count))
    let filled = getgroups(count, &groups)
    return [getegid()] + groups.prefix(Int(max(0, filled)))
  }
}
