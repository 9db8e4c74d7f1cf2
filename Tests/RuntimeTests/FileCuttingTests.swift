import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Testing

/// One thread, many threads and every border between two stretches say the same, bit for bit.
struct FileCuttingTests {
  private struct Outcome: Equatable {
    let reports: [AgreementReport]
    let findings: [Diagnostic]
    let refused: Int
  }

  private func outcome(_ path: String, _ mapping: Mapping, _ cutting: FileCutting) -> Outcome? {
    let diagnostics = Diagnostics(keeping: 3)
    let file = FileAgreement(mapping: mapping, cutting: cutting)
    let sources = try? file.sources(of: path, levels: [.nominal], diagnostics: diagnostics)
    return sources.map {
      Outcome(
        reports: $0.map(\.report), findings: diagnostics.kept, refused: diagnostics.refused)
    }
  }

  private func expectSame(_ bytes: [UInt8], times: Bool = false) throws {
    let path = NSTemporaryDirectory() + "cut-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    for policy in [Interchange.Repeats.first, .last] {
      var mapping = Mapping()
      mapping.repeats = policy
      if times { mapping.at = "at" }
      let whole = outcome(path, mapping, FileCutting(threads: 1))
      for border in 1...bytes.count {
        let parted = outcome(path, mapping, FileCutting(threads: 2, stretch: border))
        #expect(parted == whole, "a border at \(border)")
      }
      let pieces = outcome(path, mapping, FileCutting(threads: 9, stretch: 7))
      #expect(pieces == whole)
      try expectSameFromBlocks(path, mapping, whole)
    }
  }

  /// A file of two questions goes another way, in blocks; the first question is the same table.
  private func expectSameFromBlocks(
    _ path: String, _ mapping: Mapping, _ whole: Outcome?
  ) throws {
    let rows = try String(contentsOfFile: path, encoding: .isoLatin1)
    guard let whole, !rows.contains("\""), whole.refused == 0, !rows.contains("\r") else { return }
    var lines = rows.split(separator: "\n").map { "\($0),one" }
    lines[0] = lines[0].replacing(",one", with: ",question")
    lines.append(lines[1].replacing(",one", with: ",two"))
    let other = path + ".blocks.csv"
    defer { try? FileManager.default.removeItem(atPath: other) }
    try lines.joined(separator: "\n").write(toFile: other, atomically: true, encoding: .isoLatin1)
    var mapping = mapping
    mapping.question = "question"
    let blocks = try #require(outcome(other, mapping, FileCutting()))
    #expect(blocks.reports.first == whole.reports.first)
  }

  private let rows = [
    "item,annotator,label", "t1,ada,yes", "t2,ada,no", "t1,ben,yes", "t3,cyd,maybe", "t2,ben,yes",
    "t1,cyd,no", "t3,ada,maybe",
  ]

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `borders anywhere, whatever ends a line`(lineBreak: String) throws {
    try expectSame(Array(rows.joined(separator: lineBreak).utf8))
    try expectSame(Array((rows.joined(separator: lineBreak) + lineBreak).utf8))
  }

  @Test func `the smallest files, blank lines and a byte order mark`() throws {
    try expectSame(Array("item,annotator,label".utf8))
    try expectSame(Array("item,annotator,label\n".utf8))
    try expectSame(Array("item,annotator,label\nt1,ada,yes".utf8))
    try expectSame([0xEF, 0xBB, 0xBF] + rows.joined(separator: "\n\n").utf8)
  }

  @Test func `a quoted cell that holds line breaks`() throws {
    let quoted =
      rows.prefix(3) + ["t1,\"b\nen\",yes", "\"t,3\",cyd,\"may\"\"be\""] + rows.suffix(4)
    try expectSame(Array(quoted.joined(separator: "\n").utf8))
    try expectSame(
      Array((rows + ["t1,\"never closed,yes", "t2,cyd,no"]).joined(separator: "\n").utf8))
  }

  @Test(arguments: [(17_000, 3), (5, 1100)])
  func `names and codes that are too large for four bytes`(annotators: Int, labels: Int) throws {
    var table = ["item,annotator,label"]
    let long = String(repeating: "x", count: 400)
    for row in 0..<max(annotators, 2 * labels) {
      let item = row % 7 == 0 ? "\(long)\(row / 2)" : "t\(row / 2)"
      table.append("\(item),a\(row % annotators),l\(row * 7 % labels)")
    }
    let path = NSTemporaryDirectory() + "wide-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try table.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let whole = outcome(path, Mapping(), FileCutting(threads: 1))
    #expect(whole?.reports.first?.annotators == annotators)
    #expect(whole?.reports.first?.labels.count == labels)
    #expect(outcome(path, Mapping(), FileCutting(threads: 5, stretch: 4096)) == whole)
    try expectSameFromBlocks(path, Mapping(), whole)
  }

  @Test func `rows that are refused are named by their lines`() throws {
    let bad = rows.prefix(3) + ["t1,ben", ",ben,yes", "t1,,no", "t1,eva,yes,2"] + rows.suffix(4)
    try expectSame(Array(bad.joined(separator: "\n").utf8))
    let bytes = bad.map { Array($0.utf8) } + [[0x74, 0xFF, 0x2C, 0x61, 0x2C, 0x62], [0x00, 0x2C]]
    try expectSame(Array(bytes.joined(separator: [0x0A])))
  }

  @Test func `repeats, abstentions and names of all lengths`() throws {
    let long = String(repeating: "långt-", count: 5)
    let more = [
      "t1,ada,no", "t1,ada,no", "t2,ada,yes", "\(long)1,ada,yes", "\(long)2,ada,no",
      "\(long)1,ben,yes", "\(long)2,\(long),\(long)", "12345678,ada,yes", "123456789,ada,yes",
      "12345678,ben,no", "123456789,ben,", "t3,ben,",
    ]
    try expectSame(Array((rows + more).joined(separator: "\n").utf8))
  }

  @Test(arguments: [true, false])
  func `the later of two ratings by time, where all have one`(isWhole: Bool) throws {
    let times = ["1700000300", "2023-11-14T22:13:20Z", "1700000100000", "2023-11-14T22:13:20.500Z"]
    var table = ["item,annotator,label,at"]
    for (index, row) in (rows.dropFirst() + ["t1,ada,no", "t2,ben,no", "t1,ada,maybe"]).enumerated()
    {
      table.append(row + "," + (isWhole || index != 4 ? times[index * 7 % 4] : ""))
    }
    try expectSame(Array(table.joined(separator: "\n").utf8), times: true)
    table.append("t1,ben,yes,yesterday")
    try expectSame(Array(table.joined(separator: "\n").utf8), times: true)
  }
}
