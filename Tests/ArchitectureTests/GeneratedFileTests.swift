import Foundation
import Testing

/// The manual page is written by `.ci/manual` from what the program says of itself, the pictures from
/// golden screens; `make generated` renews them.
@Suite struct GeneratedFileTests {
  @Test func `the manual page is that of the program`() throws {
    let repository = try Repository()
    let program = Bundle.main.bundleURL.appendingPathComponent("tiebreak")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      print("skipped: the program was not built beside the tests")
      return
    }
    let help = try output(of: program.path, ["--experimental-dump-help"])
    let page = try output(
      of: repository.root.appendingPathComponent(".ci/manual").path, input: help)
    let written = try repository.text("docs/tiebreak.1")
    #expect(written == String(decoding: page, as: UTF8.self), "renew it: make generated")
  }

  @Test(arguments: [
    ("queue", "queue/letters-120x40"), ("item", "item/toast-120x40"),
    ("heat-map", "heat-map/labels-120x40"),
  ])
  func `a picture shows its golden screen`(picture: String, screen: String) throws {
    let repository = try Repository()
    let path = repository.root.appendingPathComponent(
      "Tests/WorkbenchTests/Screens/\(screen).screen")
    let drawn = try output(
      of: repository.root.appendingPathComponent("docs/pictures/screen-to-svg.py").path, [path.path]
    )
    let kept = try repository.text("docs/pictures/\(picture).svg")
    #expect(kept == String(decoding: drawn, as: UTF8.self), "renew it: make generated")
  }

  /// What a program writes on standard output when it reads `input`.
  private func output(
    of executable: String, _ arguments: [String] = [], input: Data = Data()
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
