import Domain
import Foundation
import Testing

@testable import Ledger

/// Payloads that no writer makes, with hashes that are right: reader and verifier, which share no code,
/// refuse the same ones.
@Suite struct StrangePayloadTests {
  private static let wellFormed =
    #"{"actor":"lena","name":"p","op":"00000000000000000000000000000001","prev":"@","#
    + #""project":"00000000000000000000000000000002","seq":0,"ts":"2026-02-28T23:59:59.999Z","#
    + #""type":"genesis","v":1}"#

  private func payload(_ changes: [(String, String)] = []) -> [UInt8] {
    var text = Self.wellFormed.replacingOccurrences(
      of: "@", with: String(repeating: "0", count: 64))
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    return Array(text.utf8)
  }

  private func finding(_ payload: [UInt8]) -> VerificationProblem? {
    LogVerifier.verify(bytes: LogLine(payload: payload).bytes).firstBad?.problem
  }

  private func isRead(_ payload: [UInt8]) -> Bool {
    do {
      let line = try ReadLine(LogLine(stored: LogLine(payload: payload).bytes))
      _ = try line.event(attachments: [:])
      return true
    } catch {
      return false
    }
  }

  @Test func `the payload that the others are made from is fine`() {
    #expect(finding(payload()) == nil)
    #expect(isRead(payload()))
  }

  @Test(arguments: [
    ("{\"actor", "{ \"actor"), ("\"v\":1", "\"v\":01"), ("\"v\":1", "\"v\":1.0"),
    ("\"v\":1", "\"v\":1e0"), ("\"seq\":0", "\"seq\":-0"), ("\"seq\":0", "\"seq\":null"),
    ("lena", "le\\u006ea"), ("lena", "le\\/na"), ("lena", "le\\u000Aa"), ("lena", "le\\u000aa"),
    ("lena", "le\\u001Fa"), ("lena", "le\u{0}a"), ("lena", "le\\u0000a"), ("lena", "le\na"),
    ("\"name\":\"p\",", "\"name\":\"p\",\"name\":\"p\","), ("\"name\"", "\"zame\""),
    ("\"name\":\"p\"", "\"name\":p"), ("\"name\":\"p\"", "\"name\":1"),
    ("\"name\":\"p\"", "\"name\":[\"p\"]"), ("\"name\":\"p\",", ""),
    ("\"name\":\"p\"", "\"name\":\"p\",\"nbme\":\"p\""), ("\"v\":1", "\"v\":2"),
    ("genesis", "genesys"), ("\"v\":1", "\"v\":1,\"w\":true"), ("\"v\":1", "\"v\":1,"),
    ("\"seq\":0", "\"seq\":0.5"), ("000000001\"", "00000000A\""), ("000000001\"", "0000001\""),
    ("2026-02-28", "2026-02-29"), ("23:59:59", "24:00:00"), ("23:59:59", "23:59:60"),
    (".999Z", ".99Z"), (".999Z", "Z"), (".999Z", ".999"), ("T23", " 23"),
    ("\"op\"", "\"sandbox\":true,\"op\""), ("\"seq\":0", "\"sandbox\":false,\"seq\":0"),
    ("\"seq\":0", "\"seq\":9007199254740993"), ("lena", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\"x"),
  ])
  func `another spelling is refused by both`(old: String, new: String) {
    let changed = payload([(old, new)])
    #expect(changed != payload())
    #expect(finding(changed) != nil)
    #expect(!isRead(changed))
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0xAF],
      [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused by both`(bytes: [UInt8]) throws {
    var changed = payload()
    let place = try #require(changed.firstIndex(of: UInt8(ascii: "p")))
    changed.insert(contentsOf: bytes, at: place + 9)
    #expect(finding(changed) != nil)
    #expect(!isRead(changed))
  }

  @Test(arguments: [
    ("lena", "\u{7F}\u{2028}\u{10FFFF}é"), ("lena", "\\b\\t\\n\\f\\r\\u0001\\u001f\\\"\\\\"),
    ("lena", ""), ("\"seq\":0", "\"sandbox\":true,\"seq\":0"),
  ])
  func `what is only unusual is taken by both`(old: String, new: String) {
    let changed = payload([(old, new)])
    #expect(finding(changed) == nil)
    #expect(isRead(changed))
  }

  @Test func `a member may be as long as a payload, and no longer`() {
    let rest = payload().count - 4
    for (length, fits) in [(65_536 - rest, true), (65_537 - rest, false)] {
      let changed = payload([("lena", String(repeating: "l", count: length))])
      #expect((finding(changed) == nil) == fits)
      #expect(isRead(changed) == fits)
    }
  }

  @Test func `arrays nested without end are refused by both`() {
    let deep = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    let changed = payload([("\"name\":\"p\"", "\"name\":\(deep)")])
    #expect(finding(changed) != nil)
    #expect(!isRead(changed))
  }

  @Test(arguments: [1, 2, 3, 4])
  func `reader and verifier take and refuse the same changed payloads`(seed: UInt64) throws {
    let store = try MadeLog.store(count: 150, seed: seed)
    let lines = store.exported.split(separator: 0x0A).map { Array($0) + [0x0A] }
    var numbers = SeededNumbers(seed: seed)
    var before = LineChecker()
    var disputed: [String] = []
    var taken = 0
    for line in lines {
      let original = try LogLine(stored: line).payload
      // What an attachment holds is the reader's matter alone.
      let isAlone = try ReadLine(LogLine(stored: line)).references.isEmpty
      for _ in 0..<(isAlone ? 25 : 0) {
        let changed = Self.changed(original, &numbers)
        let (verifies, problem) = verdict(changed, after: before)
        if verifies { taken += 1 }
        if isRead(changed) != verifies {
          disputed.append(
            "\(String(describing: problem)): \(String(decoding: changed, as: UTF8.self))")
        }
      }
      try line.withUnsafeBufferPointer { try before.check($0) }
    }
    #expect(disputed.isEmpty, "\(disputed.first ?? "")")
    #expect(taken > 20)
  }

  /// One byte changed, dropped, doubled or swapped with its neighbour: mostly within JSON's own marks
  /// and digits, where a difference would matter.
  private static func changed(
    _ payload: [UInt8], _ numbers: inout SeededNumbers
  ) -> [UInt8] {
    var changed = payload
    let place = Int.random(in: 1..<(payload.count - 1), using: &numbers)
    let marks = Array("\"\\{}[],:0123456789-.etrfnubsl_A \u{7F}".utf8) + [0x0, 0x1F, 0x80, 0xC3]
    switch numbers.next() % 4 {
    case 0: changed.remove(at: place)
    case 1: changed.insert(marks[Int(numbers.next() % UInt64(marks.count))], at: place)
    case 2: changed.swapAt(place, place - 1)
    default: changed[place] = marks[Int(numbers.next() % UInt64(marks.count))]
    }
    return changed
  }

  /// Whether the form is fine: chain and rules, which a reader does not look at, are left out.
  private func verdict(
    _ payload: [UInt8], after before: LineChecker
  ) -> (Bool, VerificationProblem?) {
    var checker = before
    do throws(VerificationProblem) {
      try LogLine(payload: payload).bytes.withUnsafeBufferPointer {
        (line) throws(VerificationProblem) in
        try checker.check(line)
      }
      return (true, nil)
    } catch {
      switch error {
      case .sequence, .previous, .operationRepeated, .rule: return (true, error)
      default: return (false, error)
      }
    }
  }
}
