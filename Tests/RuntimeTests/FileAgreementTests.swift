import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Testing

struct FileAgreementTests {
  private func agreement(_ rows: [String], repeats: Interchange.Repeats = .last) throws -> Double? {
    let path = NSTemporaryDirectory() + "agree-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (["item,annotator,label,at"] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    var mapping = Mapping()
    mapping.repeats = repeats
    mapping.at = "at"
    let sources = try FileAgreement(mapping: mapping)
      .sources(of: path, levels: [.nominal], diagnostics: Diagnostics())
    let report = try #require(sources.first).report
    #expect(report.repeats?.dropped == 1)
    return report.coefficients.first { $0.name == "percent_agreement" }?.estimate.value
  }

  /// Ada changed her mind to yes; the file lists her later rating first.
  private let rows = [
    "1,ada,yes,2026-01-02T00:00:00Z", "1,ada,no,2026-01-01T00:00:00Z",
    "1,ben,yes,2026-01-01T00:00:00Z",
  ]

  @Test func `the later of two ratings counts, wherever it stands in the file`() throws {
    #expect(try agreement(rows) == 1)
    #expect(try agreement(rows, repeats: .first) == 0)
  }

  @Test func `without times the order of the file counts`() throws {
    let timeless = ["1,ada,yes,", "1,ada,no,", "1,ben,yes,2026-01-01T00:00:00Z"]
    #expect(try agreement(timeless) == 0)
    #expect(try agreement(timeless, repeats: .first) == 1)
  }
}
