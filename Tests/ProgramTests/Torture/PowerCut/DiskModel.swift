import Foundation
import TestSupport

/// A disk that keeps what was synced, and of the rest whatever chance will have: what may be there after
/// a power cut.
struct DiskModel {
  private enum Change {
    case write(offset: Int, bytes: Data)
    case cut(size: Int)
  }

  private struct File {
    /// What is on the disk for certain.
    var bytes = Data()
    var pending: [Change] = []
  }

  private enum Naming {
    case add(UInt64, String)
    case remove(String)
    case move(String, String)
  }

  private let root: String
  private var files: [UInt64: File] = [:]
  /// The names that are on the disk for certain.
  private var names: [String: UInt64] = [:]
  private var namings: [Naming] = []
  /// What the program had said.
  private(set) var said = Data()

  /// Reads the files below a folder, all of them taken for durable.
  init(of root: String) throws {
    self.root = root
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in found {
      let path = root + "/" + name
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      guard attributes[.type] as? FileAttributeType == .typeRegular,
        let inode = attributes[.systemFileNumber] as? NSNumber
      else { continue }
      names[path] = inode.uint64Value
      files[inode.uint64Value] = File(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  mutating func take(_ record: Trace.Record) {
    switch record {
    case .created(let inode, let path):
      files[inode] = File()
      namings.append(.add(inode, path))
    case .written(let inode, let offset, let bytes):
      files[inode]?.pending.append(.write(offset: offset, bytes: bytes))
    case .cut(let inode, let size): files[inode]?.pending.append(.cut(size: size))
    case .synced(let inode, let path):
      if let file = files[inode] {
        files[inode] = File(bytes: Self.applied(file.pending, to: file.bytes))
      } else {
        settle(path)
      }
    case .renamed(let from, let to): namings.append(.move(from, to))
    case .linked(let inode, let path): namings.append(.add(inode, path))
    case .removed(let path): namings.append(.remove(path))
    case .folderMade: break
    case .said(let bytes): said += bytes
    }
  }

  /// What a power cut leaves.
  enum Luck: CaseIterable {
    /// Only what was synced.
    case none
    /// Everything: the system came to write it all in time.
    case all
    /// Some of it, in any order, the last of it torn, or its length without its bytes.
    case some
  }

  /// Writes what is left of the disk to another folder.
  func leave(in folder: String, luck: Luck, random: inout SeededGenerator) throws {
    var names = names
    let kept =
      switch luck {
      case .none: 0
      case .all: namings.count
      case .some: Int.random(in: 0...namings.count, using: &random)
      }
    for naming in namings.prefix(kept) { Self.apply(naming, to: &names) }
    for (path, inode) in names.sorted(by: { $0.key < $1.key }) {
      // Shared memory is none of the disk's.
      guard path.hasPrefix(root + "/"), !path.hasSuffix("-shm"), let file = files[inode] else {
        continue
      }
      let target = URL(fileURLWithPath: folder + path.dropFirst(root.count))
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let changes =
        switch luck {
        case .none: [Change]()
        case .all: file.pending
        case .some: Self.chance(file.pending, &random)
        }
      try Self.applied(changes, to: file.bytes).write(to: target)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: target.path)
    }
  }

  /// The names in a folder are on the disk from now on.
  private mutating func settle(_ folder: String) {
    var rest: [Naming] = []
    for naming in namings {
      let path =
        switch naming {
        case .add(_, let path), .remove(let path), .move(_, let path): path
        }
      if URL(fileURLWithPath: path).deletingLastPathComponent().path == folder {
        Self.apply(naming, to: &names)
      } else {
        rest.append(naming)
      }
    }
    namings = rest
  }

  private static func apply(_ naming: Naming, to names: inout [String: UInt64]) {
    switch naming {
    case .add(let inode, let path): names[path] = inode
    case .remove(let path): names[path] = nil
    case .move(let from, let to):
      if let inode = names.removeValue(forKey: from) { names[to] = inode }
      // A folder takes what is in it along.
      for (path, inode) in names where path.hasPrefix(from + "/") {
        names[path] = nil
        names[to + path.dropFirst(from.count)] = inode
      }
    }
  }

  /// Some of the changes, the last of them torn.
  private static func chance(
    _ pending: [Change], _ random: inout SeededGenerator
  ) -> [Change] {
    var kept = pending.filter { _ in Bool.random(using: &random) }
    guard case .write(let offset, let bytes)? = kept.popLast() else { return kept }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: kept.append(.write(offset: offset, bytes: bytes))
    case 1:
      let count = Int.random(in: 0...bytes.count, using: &random)
      kept.append(.write(offset: offset, bytes: bytes.prefix(count)))
    default: kept.append(.write(offset: offset, bytes: Data(repeating: 0, count: bytes.count)))
    }
    return kept
  }

  private static func applied(_ changes: [Change], to bytes: Data) -> Data {
    var bytes = bytes
    for change in changes {
      switch change {
      case .cut(let size): resize(&bytes, to: size)
      case .write(let offset, let piece):
        if bytes.count < offset + piece.count { resize(&bytes, to: offset + piece.count) }
        bytes.replaceSubrange(offset..<offset + piece.count, with: piece)
      }
    }
    return bytes
  }

  private static func resize(_ bytes: inout Data, to size: Int) {
    if bytes.count > size {
      bytes = Data(bytes.prefix(size))
    } else {
      bytes.append(Data(repeating: 0, count: size - bytes.count))
    }
  }
}
