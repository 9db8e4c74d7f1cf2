import Foundation
import Interchange
import Testing

/// Files that are no files, packed files, and what is wrong with them.
struct ByteSourceTests {
  private let text = "item,annotator,label\nt1,a,x\nt2,a,y\n"

  /// `text`, packed with gzip -n.
  private func packed(_ text: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("f.csv")
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", file.path]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("f.csv.gz")))
  }

  private func summary(_ bytes: [UInt8]) throws -> [String] {
    try Import(bytes, name: "f.csv.gz").summary
  }

  @Test func `a file that is not there, a directory, an empty file`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("none.csv").path
    #expect(throws: InterchangeError.missingFile(path: file)) { try ByteSource(path: file) }
    #expect(throws: InterchangeError.isDirectory(path: folder.path)) {
      try ByteSource(path: folder.path)
    }
    try Data().write(to: URL(fileURLWithPath: file))
    #expect(throws: InterchangeError.empty(path: file)) { try ByteSource(path: file) }
  }

  @Test func `a packed file is unpacked, also one of several members`() throws {
    #expect(try summary(try packed(text)) == ["t1/a=x", "t2/a=y"])
    let two = try packed(text) + packed("t3,a,z\n")
    #expect(try summary(two) == ["t1/a=x", "t2/a=y", "t3/a=z"])
  }

  @Test func `every cut of a packed file is found`() throws {
    let whole = try packed(text)
    for length in 4..<whole.count {
      #expect(throws: InterchangeError.self, "cut after \(length) bytes") {
        try summary(Array(whole.prefix(length)))
      }
    }
    #expect(
      throws: InterchangeError.truncated(
        path: "f.csv.gz", compression: "gzip", offset: whole.count - 1)
    ) { try summary(whole.dropLast()) }
  }

  @Test func `a changed byte of a packed file is found by its checksum`() throws {
    var bytes = try packed(text)
    bytes[bytes.count - 6] ^= 1
    #expect(throws: InterchangeError.self) { try summary(bytes) }
  }

  @Test func `bytes after the packed stream are counted and left alone`() throws {
    let found = try Import(try packed(text) + Array("rubbish".utf8), name: "f.csv.gz")
    #expect(found.summary == ["t1/a=x", "t2/a=y"])
    #expect(found.codes == [.trailingBytes])
    #expect(found.diagnostics.kept.first?.reason.hasPrefix("7 bytes") == true)
  }

  @Test func `the tap sees every byte of the file as it stands on disk`() throws {
    let bytes = try packed(text) + Array("rubbish".utf8)
    var seen: [UInt8] = []
    let source = try ByteSource(bytes: bytes, name: "f.csv.gz") { seen.append(contentsOf: $0) }
    _ = try Import(source)
    #expect(seen == bytes)
    #expect(source.rawCount == bytes.count)
  }

  @Test func `UTF-16 is named`() throws {
    let wide = Array(text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for bytes in [wide, [0xFF, 0xFE] + wide] {
      let error = #expect(throws: InterchangeError.self) { try summary(bytes) }
      #expect(error?.description.contains("UTF-16") == true)
    }
  }

  @Test func `what no format knows is said with the formats there are`() throws {
    let error = #expect(throws: InterchangeError.self) {
      try Import("hello\nworld\n", name: "f.txt")
    }
    #expect(error?.description.contains("--format") == true)
    #expect(throws: InterchangeError.unknownFormat(name: "xls", formats: ImportFormat.names)) {
      try ImportFormat.named("xls")
    }
  }

  @Test func `a pipe is read like a file`() throws {
    let path = NSTemporaryDirectory() + UUID().uuidString
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let text = text
    let writer = Thread { try? text.write(toFile: path, atomically: false, encoding: .utf8) }
    writer.start()
    #expect(try Import(ByteSource(path: path)).summary == ["t1/a=x", "t2/a=y"])
  }
}
