import Foundation
import Glibc

/// What may have become of a project's files, and what the doctor is to make of it.
enum Ailment: CaseIterable {
  case none, tablesMissing, tablesBehind, tablesOfAnother, tablesOverwritten, tablesDamaged
  case tornTail, zeroTail, leftovers, guideChanged, guideMissing
  case tornBelowSeen, lineChanged, logCut, logShortened, logMissingLine
  case batchMissing, batchChanged, attachmentMissing, attachmentChanged
  case logForAll, storeForAll, logLinked, indexLinked

  /// What is said to be mended; nil: nothing may be mended, and it is refused.
  var mended: [String]? {
    switch self {
    case .none, .tablesBehind, .guideMissing: []
    case .tablesMissing: ["tables were missing"]
    case .tablesOfAnother: []
    case .tablesOverwritten, .tablesDamaged: ["tables were damaged"]
    case .tornTail, .zeroTail: ["A write was cut short"]
    case .leftovers: ["2 files that an ended process left"]
    case .guideChanged: ["guidelines/v1.md was not what the log says"]
    default: nil
    }
  }

  /// A part of the evidence, where it is refused.
  var evidence: String {
    switch self {
    case .tornBelowSeen, .logCut, .logShortened: "was cut, or is an old copy"
    case .lineChanged: "event 5"
    case .logMissingLine: "event 5"
    case .batchMissing: "batch 2: "
    case .batchChanged: "batch 2: "
    case .attachmentMissing: "attachment"
    case .attachmentChanged: "attachment"
    case .logForAll, .storeForAll: "anybody may write it"
    case .logLinked, .indexLinked: "symbolic link"
    default: ""
    }
  }

  /// Does it to a project.
  func befall(_ place: Workplace) throws {
    let files = FileManager.default
    let log = place["project/log/events.jsonl"]
    let index = place["project/store/items.sqlite"]
    let bytes = try Data(contentsOf: URL(fileURLWithPath: log))
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    func write(_ data: Data, _ path: String) throws {
      try data.write(to: URL(fileURLWithPath: path))
    }
    func removeTables() throws { try files.removeItem(atPath: place["project/store"]) }
    func first(_ folder: String, _ start: String = "") throws -> String {
      let names = try files.contentsOfDirectory(atPath: place[folder]).sorted()
      return place[folder] + "/" + (names.first { $0.hasPrefix(start) } ?? "none")
    }
    switch self {
    case .none: break
    case .tablesMissing: try removeTables()
    case .tablesBehind:
      try removeTables()
      try files.copyItem(atPath: place["old-store"], toPath: place["project/store"])
    case .tablesOfAnother:
      try removeTables()
      try files.copyItem(atPath: place["other/store"], toPath: place["project/store"])
    case .tablesOverwritten:
      try removeTables()
      try files.createDirectory(
        atPath: place["project/store"], withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      try write(Data(repeating: 0x41, count: 20_000), index)
    case .tablesDamaged:
      for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: index + suffix) }
      var table = try Data(contentsOf: URL(fileURLWithPath: index))
      for page in stride(from: 4096 * 2, to: table.count, by: 4096) {
        for offset in page..<min(page + 64, table.count) { table[offset] = 0xA5 }
      }
      try write(table, index)
    case .tornTail: try write(bytes + Data(#"{"actor":"ru"#.utf8), log)
    case .zeroTail: try write(bytes + Data(repeating: 0, count: 700), log)
    case .leftovers:
      try write(Data("x".utf8), place["project/batches/.incoming-12.batch"])
      try write(Data("x".utf8), place["project/log/attach/.abc.999999999.0"])
    case .guideChanged: try write(Data("other words".utf8), place["project/guidelines/v1.md"])
    case .guideMissing: try files.removeItem(atPath: place["project/guidelines/v1.md"])
    case .tornBelowSeen: try write(bytes.dropLast(9), log)
    case .lineChanged:
      var changed = bytes
      changed[ends[4] + 30] ^= 1
      try write(changed, log)
    case .logCut: try write(bytes.prefix(ends[ends.count - 3]), log)
    case .logShortened:
      try removeTables()
      try write(bytes.prefix(ends[ends.count - 2]), log)
    case .logMissingLine: try write(bytes.prefix(ends[4]) + bytes.dropFirst(ends[5]), log)
    case .batchMissing: try files.removeItem(atPath: try first("project/batches", "0002"))
    case .batchChanged:
      let other = try Data(contentsOf: URL(fileURLWithPath: try first("project/batches", "0001")))
      try write(other, try first("project/batches", "0002"))
    case .attachmentMissing: try files.removeItem(atPath: try first("project/log/attach"))
    case .attachmentChanged: try write(Data("other".utf8), try first("project/log/attach"))
    case .logForAll: chmod(log, 0o666)
    case .storeForAll: chmod(place["project/store"], 0o777)
    case .logLinked:
      try files.moveItem(atPath: log, toPath: place["elsewhere"])
      symlink(place["elsewhere"], log)
    case .indexLinked:
      try files.moveItem(atPath: index, toPath: place["elsewhere"])
      symlink(place["elsewhere"], index)
    }
  }
}
