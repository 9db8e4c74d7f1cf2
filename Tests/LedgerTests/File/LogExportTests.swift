import Domain
import Ledger
import Testing

@Suite struct LogExportTests {
  private func export(_ path: String, from: Int = 0, limit: Int? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try LogExport.read(path, from: from, limit: limit) { block in
      bytes += block
      return true
    }
    return bytes
  }

  @Test func `an export is the log's own bytes, without a torn tail`() throws {
    let store = try FolderStore()
    _ = try store.append(MadeLog.drafts(count: 900), expecting: .empty)
    let bytes = try store.folder.bytes()
    #expect(try export(store.folder.events) == bytes)
    try store.folder.append(Array("{\"torn".utf8))
    #expect(try export(store.folder.events) == bytes)
  }

  @Test func `a part of it is the lines asked for`() throws {
    let store = try FolderStore()
    _ = try store.append(MadeLog.drafts(count: 40), expecting: .empty)
    let lines = try store.folder.bytes().split(separator: 0x0A).map { Array($0) + [0x0A] }
    #expect(try export(store.folder.events, from: 7, limit: 3) == Array(lines[7..<10].joined()))
    #expect(try export(store.folder.events, from: 38) == Array(lines[38...].joined()))
    #expect(try export(store.folder.events, from: 1000, limit: 2) == [])
    var blocks = 0
    try LogExport.read(store.folder.events) { _ in
      blocks += 1
      return false
    }
    #expect(blocks == 1)
  }
}
