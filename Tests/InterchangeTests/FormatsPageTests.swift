import Foundation
import Interchange
import Testing

/// `docs/formats.md` says what the code does.
struct FormatsPageTests {
  private func page() throws -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let text = try String(
      contentsOf: folder.appendingPathComponent("docs/formats.md"), encoding: .utf8)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(
      "`", with: "")
  }

  @Test func `every format stands on it, in the order in which they are tried`() throws {
    let page = try page()
    var rest = page[...]
    for name in ImportFormat.names {
      let row = try #require(rest.range(of: "| \(name) |"), "\(name)")
      rest = rest[row.upperBound...]
    }
  }

  @Test func `every loss stands on it`() throws {
    let page = try page()
    let losses =
      ImportFormat.all.flatMap(\.losses) + VoteExporter.losses + GoldExporter.losses
      + SoftLabelExporter.losses + LabelStudioExporter.losses
    for loss in losses { #expect(page.contains(loss), "\(loss)") }
  }

  @Test func `every code and every limit stands on it`() throws {
    let page = try page()
    for code in DiagnosticCode.allCases { #expect(page.contains(code.rawValue)) }
    let limits = Limits()
    for limit in [limits.record, limits.columns, limits.depth, limits.identifier] {
      #expect(page.contains(" \(limit) "))
    }
  }
}
