import Foundation

/// A folder of its own for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let template = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiebreak-ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: template, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = template.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  var log: String { path + "/log" }
  var events: String { log + "/events.jsonl" }

  func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: events)))
  }

  func replace(with bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: events))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  func append(_ bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: events))
    _ = try handle.seekToEnd()
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder))?.sorted() ?? []
  }
}
