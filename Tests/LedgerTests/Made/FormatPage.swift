import Foundation

/// `docs/log-format.md`, whose lines and program are part of the tests.
struct FormatPage {
  private let text: String

  init() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    text = try String(
      contentsOf: folder.appendingPathComponent("docs/log-format.md"), encoding: .utf8)
  }

  /// The fenced block between the two comments of this name.
  func block(_ name: String) -> String {
    let parts = text.components(separatedBy: "<!-- \(name):")
    guard parts.count == 3 else { return "" }
    let lines = parts[1].split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst(2).dropLast(2).map { $0 + "\n" }.joined()
  }
}
