import Foundation
import Testing

/// docs/tiebreak.1 is written by `.ci/manual` from what the program says of itself; `make manual`
/// renews it.
@Suite struct ManualPageTests {
  @Test func `the manual page is that of the program`() throws {
    let repository = try Repository()
    let program = Bundle.main.bundleURL.appendingPathComponent("tiebreak")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      print("skipped: the program was not built beside the tests")
      return
    }
    let help = try output(of: program.path, ["--experimental-dump-help"], input: Data())
    let page = try output(
      of: "/usr/bin/env",
      ["python3", repository.root.appendingPathComponent(".ci/manual").path], input: help)
    #expect(
      try repository.text("docs/tiebreak.1") == String(decoding: page, as: UTF8.self),
      "renew it: make manual")
  }

  /// What a program writes on standard output when it reads `input`.
  private func output(
    of executable: String, _ arguments: [String], input: Data
  ) throws -> Data {
    let process = Process()
    let (entrance, exit) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.standardInput = entrance
    process.standardOutput = exit
    try process.run()
    // The description of the whole program is larger than a pipe holds.
    let writer = Thread {
      try? entrance.fileHandleForWriting.write(contentsOf: input)
      try? entrance.fileHandleForWriting.close()
    }
    writer.start()
    let written = try exit.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return written
  }
}
