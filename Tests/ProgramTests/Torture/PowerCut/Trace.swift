import Foundation

/// What a program did to its files, in the order in which it was done; see the shim's `trace.c`.
struct Trace {
  enum Record {
    case created(inode: UInt64, path: String)
    case written(inode: UInt64, offset: Int, bytes: Data)
    case cut(inode: UInt64, size: Int)
    /// A file's bytes, or a folder's names, are on the disk.
    case synced(inode: UInt64, path: String)
    case renamed(from: String, to: String)
    case linked(inode: UInt64, path: String)
    case removed(path: String)
    case folderMade(path: String)
    /// Said on standard output.
    case said(Data)
  }

  struct Malformed: Error {}

  let records: [Record]

  init(at path: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var records: [Record] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      guard let end = bytes[place...].firstIndex(of: 0x0A) else { throw Malformed() }
      let words = String(decoding: bytes[place..<end], as: UTF8.self)
        .split(separator: " ", maxSplits: 4).map(String.init)
      guard words.count == 5, let inode = UInt64(words[1]), let offset = Int(words[2]),
        let count = Int(words[3]), end + 1 + count < bytes.endIndex
      else { throw Malformed() }
      let rest = Data(bytes[(end + 1)..<(end + 1 + count)])
      if let record = Self.record(words[0], inode, offset, Self.plain(words[4]), rest) {
        records.append(record)
      }
      place = end + count + 2
    }
    self.records = records
  }

  private static func record(
    _ what: String, _ inode: UInt64, _ offset: Int, _ path: String, _ rest: Data
  ) -> Record? {
    switch what {
    case "C": .created(inode: inode, path: path)
    case "W": .written(inode: inode, offset: offset, bytes: rest)
    case "T": .cut(inode: inode, size: offset)
    case "S": .synced(inode: inode, path: path)
    case "R": .renamed(from: path, to: plain(String(decoding: rest, as: UTF8.self)))
    case "L": .linked(inode: inode, path: plain(String(decoding: rest, as: UTF8.self)))
    case "U": .removed(path: path)
    case "M": .folderMade(path: path)
    case "A": .said(rest)
    default: nil
    }
  }

  private static func plain(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
