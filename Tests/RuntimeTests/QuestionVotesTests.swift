import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import TestSupport
import Testing

/// Votes from a project and from a bare file, in any order of the rows, are the same votes.
struct QuestionVotesTests {
  /// Rows of `item,annotator,label,at,seconds,lang`, some of them repeats, some of nobody known.
  private func rows(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    var rows: [String] = []
    for item in 0..<40 {
      for annotator in ["zoe", "abe", "éva", "bo"] where Int.random(in: 0..<3, using: &random) > 0 {
        for _ in 0..<(Int.random(in: 0..<6, using: &random) == 0 ? 2 : 1) {
          let label = ["y", "x", "declined", "z"].randomElement(using: &random) ?? "x"
          let minute = rows.count
          rows.append(
            "i\(item),\(annotator),\(label),2026-01-\(10 + minute / 60)T10:\(10 + minute % 50):00Z,"
              + "\(Int.random(in: 1..<90, using: &random)),\(item % 2 == 0 ? "en" : "de")")
        }
      }
    }
    return rows
  }

  private var mapping: Mapping {
    var mapping = Mapping()
    mapping.slices = ["lang"]
    mapping.abstained = ["declined"]
    return mapping
  }

  private func file(_ rows: [String]) throws -> String {
    let path = NSTemporaryDirectory() + "votes-" + UUID().uuidString + ".csv"
    try (["item,annotator,label,at,seconds,lang"] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func votes(
    _ rows: [String], _ detail: VoteFile.Detail = .everything
  ) throws -> QuestionVotes {
    let path = try file(rows)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let all = try VoteFile(mapping: mapping)
      .votes(of: path, detail: detail, diagnostics: Diagnostics())
    return try #require(all.first)
  }

  @Test(arguments: [UInt64](1...5))
  func `a project gives the votes of its file`(seed: UInt64) throws {
    let rows = rows(seed: seed)
    let bare = try votes(rows)
    let project = try TemporaryProject(
      rows, header: "item,annotator,label,at,seconds,lang", mapping: mapping)
    let stored = try #require(try project.open().votes().first)
    expectSame(stored, bare)
    #expect(!bare.repeats.isEmpty)
    #expect(bare.abstentions.contains { $0 > 0 })
    #expect(bare.annotators.map(\.text) == ["abe", "bo", "zoe", "éva"])
    #expect(bare.labels == ["x", "y", "z"])
    #expect(bare.table.durations.allSatisfy { $0 > 0 })
    #expect(throws: ProjectFailure.self) {
      try project.open().votes(of: QuestionID("another"))
    }
  }

  @Test(arguments: [UInt64](6...9))
  func `the order of rows changes nothing, nor does the quick way`(seed: UInt64) throws {
    let rows = rows(seed: seed)
    var random = SeededGenerator(seed: seed)
    let bare = try votes(rows)
    expectSame(try votes(rows.shuffled(using: &random)), bare)
    let quick = try votes(rows.shuffled(using: &random), .votes)
    #expect(quick.table.labels == bare.table.labels)
    #expect(quick.table.annotators == bare.table.annotators)
    #expect(quick.table.times == bare.table.times)
    #expect(quick.table.durations.isEmpty)
    #expect(quick.repeats == bare.repeats)
    #expect(quick.units == bare.units)
  }

  private func expectSame(_ one: QuestionVotes, _ other: QuestionVotes) {
    #expect(one.table == other.table)
    #expect(one.units == other.units)
    #expect(one.annotators == other.annotators)
    #expect(one.values == other.values)
    #expect(one.repeats == other.repeats)
    #expect(one.repeatCounts == other.repeatCounts)
    #expect(one.abstentions == other.abstentions)
    #expect(one.slices == other.slices)
    #expect(one.batches == other.batches)
  }

  @Test func `an export taken in again repeats nothing, a rating shown again does`() throws {
    let first = ["1,ada,x,2026-01-01T10:00:00Z,5,en", "1,ben,y,2026-01-01T10:00:00Z,5,en"]
    let header = "item,annotator,label,at,seconds,lang"
    let project = try TemporaryProject(first, header: header, mapping: mapping)
    let opened = try project.open()
    // Ada says the same of the same moment; Ben was shown the item again.
    let again = [
      "1,ada,x,2026-01-01T10:00:00Z,6,en", "1,ben,x,2026-01-09T10:00:00Z,5,en",
    ]
    try project.write(again, to: "again.csv", header: header)
    _ = try opened.importFile(
      ImportRequest(
        path: project.root + "/again.csv",
        mapping: ImportMapping(mapping: mapping, isEverything: false)), progress: { _ in })
    let votes = try #require(try opened.votes().first)
    #expect(votes.repeats.count == 1)
    let pair = try #require(votes.repeats.first)
    #expect(votes.annotators[Int(pair.annotator)].text == "ben")
    #expect(votes.labels[Int(pair.earlier)] == "y")
    #expect(votes.labels[Int(pair.later)] == "x")
    #expect(votes.table.labels == [0, 0])
  }

  @Test func `gold of another file stands beside the votes`() throws {
    var bare = try votes(["1,ada,x,2026-01-01T10:00:00Z,5,en", "2,ada,y,2026-01-01T10:00:00Z,5,en"])
    let path = NSTemporaryDirectory() + "gold-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "item,label\n1,y\n2,x\n2,y\n3,x\n".write(toFile: path, atomically: true, encoding: .utf8)
    let gold = try VoteFile(mapping: mapping).finalValues(of: path, diagnostics: Diagnostics())
    #expect(bare.replaceGold(gold[.label] ?? [:]) == 0)
    #expect(bare.gold == [1, QuestionVotes.none])
  }
}
