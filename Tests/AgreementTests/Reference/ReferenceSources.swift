import Foundation
import TestSupport

/// The files of the real data sets, read with nothing of this project; nil where they are missing.
enum ReferenceSources {
  typealias Row = (item: String, rater: String, label: String)

  static func text(_ path: String) throws -> String? {
    if path.hasSuffix(".gz") {
      return try SharedFixtures.path("data/" + path).flatMap(unpacked)
    }
    return try SharedFixtures.bytes("data/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Fields by column, with the names of the columns.
  static func table(_ path: String) throws -> (columns: [String: Int], rows: [[String]])? {
    guard let text = try text(path) else { return nil }
    let rows = PlainCSV.rows(text)
    let columns = Dictionary(
      rows[0].enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return (columns, Array(rows.dropFirst()))
  }

  /// One column for each of item, rater and label.
  static func long(_ path: String, separator: Character = ",") throws -> [Row]? {
    guard let text = try text(path) else { return nil }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: separator).map(String.init)
      return (fields[0], fields[1], fields[2])
    }
  }

  /// A row an item, a column a rater.
  static func wide(_ path: String, raters: [String]) throws -> [Row]? {
    guard let (columns, rows) = try table(path) else { return nil }
    return rows.enumerated().flatMap { number, row in
      raters.compactMap { rater -> Row? in
        guard let column = columns[rater], column < row.count else { return nil }
        let label = row[column].trimmingCharacters(in: .whitespaces)
        return label.isEmpty ? nil : ("\(number)", rater, label)
      }
    }
  }

  private static func unpacked(_ path: String) throws -> String? {
    let gzip = URL(fileURLWithPath: "/usr/bin/gzip")
    guard FileManager.default.isExecutableFile(atPath: gzip.path) else {
      print("skipped: \(path) (no gzip here)")
      return nil
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = gzip
    process.arguments = ["-dc", path]
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
