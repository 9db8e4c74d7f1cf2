import Domain
import Foundation
import Ledger
import Testing

/// The program on the format's page, written from that page alone, says what our verifier says.
@Suite struct PythonVerifierTests {
  @Test func `it is short`() throws {
    let program = try FormatPage().block("verifier")
    let lines = program.split(separator: "\n").count
    #expect((40...130).contains(lines))
  }

  @Test func `it takes a log that verifies, and names the first bad position of others`() throws {
    let folder = try TemporaryFolder()
    try FileEventStore.create(in: folder.log)
    let program = folder.path + "/verify.py"
    try FormatPage().block("verifier").write(toFile: program, atomically: true, encoding: .utf8)
    let made = try MadeLog.store(count: 250)
    let bytes = made.exported
    try folder.replace(with: bytes)
    guard let sound = try run(program, on: folder.events) else {
      print("skipped: the verifier in Python (no python3 here)")
      return
    }
    let head = made.head()
    #expect(sound == "\(head.seq + 1) \(head.hash.hex)\n")

    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<12 {
      var changed = bytes
      let offset = Int.random(in: bytes.indices, using: &numbers)
      changed[offset] ^= 1
      try folder.replace(with: changed)
      let seq = LogVerifier.verify(bytes: changed).firstBad?.seq
      let said = try #require(try run(program, on: folder.events))
      #expect(said.hasPrefix("position \(seq ?? -1):"), "\(said)")
    }
    try folder.replace(with: Array(bytes.dropLast(3)))
    #expect(try run(program, on: folder.events)?.hasPrefix("position \(head.seq):") == true)
  }

  /// What the program prints; nil where there is no Python.
  private func run(_ program: String, on log: String) throws -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", program, log]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 127 ? nil : String(decoding: output, as: UTF8.self)
  }
}
