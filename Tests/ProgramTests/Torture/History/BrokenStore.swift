import Crypto
import Foundation
import TestSupport

/// A store in memory with clients, crashes and a chosen flaw: what the checker must reject.
///
/// Steps of the clients are drawn by a seed. A step of a ruling is: look at the log, append, hear the
/// answer; between any two of them others take theirs, and the machine may lose what was not synced.
struct BrokenStore {
  enum Flaw: CaseIterable {
    case none
    /// Whoever looked at the same end writes at the same place.
    case noLock
    /// Told before it is on the disk.
    case noSync
    /// Where others were faster, the ruling is appended as it was decided.
    case noBaseCheck
    /// An answer that was lost leads to a second event of the same id.
    case appliedTwice
    /// The last event that was acknowledged is gone after a crash.
    case lostTail
    /// A reading is one of a while ago.
    case lateRead
    /// Refused, and recorded all the same.
    case refusedButKept
    /// New events take a place before older ones.
    case outOfOrder
  }

  private struct Line {
    let op: String
    let item: String
    let base: Int
    let isDecision: Bool
  }

  private struct Attempt {
    let op: String
    let item: String
    let began: UInt64
    /// The length of the log, and what stood on the item, when it was decided.
    let length: Int
    let base: Int
    let isDecision: Bool
  }

  private let flaw: Flaw
  private var random: SeededGenerator
  private var lines: [Line] = []
  /// How many of them no power cut takes away.
  private var durable = 0
  private var time: UInt64 = 0
  private var history = History()
  private var attempts: [Int: Attempt] = [:]
  private var number = 0

  init(_ flaw: Flaw, seed: UInt64) {
    self.flaw = flaw
    random = SeededGenerator(seed: seed)
  }

  /// Lets four clients work for some hundred steps.
  mutating func run() throws -> HistoryChecker {
    for _ in 0..<300 {
      time += 10
      let client = Int.random(in: 0..<4, using: &random)
      if let attempt = attempts.removeValue(forKey: client) {
        finish(attempt)
      } else if Int.random(in: 0..<6, using: &random) == 0 {
        read(client)
      } else {
        begin(client)
      }
      if Int.random(in: 0..<40, using: &random) == 0 { crash() }
    }
    // What is still under way is never answered.
    for attempt in attempts.values.sorted(by: { $0.op < $1.op }) {
      note(attempt, .unknown, at: nil)
    }
    return HistoryChecker(
      events: try LogBytes(bytes()).events, initial: 0, history: history)
  }

  private mutating func begin(_ client: Int) {
    number += 1
    let item = "i\(Int.random(in: 0..<3, using: &random))"
    let last = lines.lastIndex { $0.item == item }
    attempts[client] = Attempt(
      op: "op-\(number)", item: item, began: time, length: lines.count, base: last ?? -1,
      isDecision: last.map { !lines[$0].isDecision } ?? true)
  }

  private mutating func finish(_ attempt: Attempt) {
    let line = Line(
      op: attempt.op, item: attempt.item, base: attempt.base, isDecision: attempt.isDecision)
    let isFree = attempt.length == lines.count
    let standing = lines.lastIndex { $0.item == attempt.item } ?? -1
    if !isFree, standing != attempt.base, flaw != .noBaseCheck, flaw != .noLock {
      if flaw == .refusedButKept { lines.append(line) }
      note(attempt, .refused, at: time + 1)
      return
    }
    if flaw == .noLock, !isFree {
      lines[attempt.length] = line
      note(attempt, .ok(seq: attempt.length), at: time + 1)
      return
    }
    let place = flaw == .outOfOrder && !lines.isEmpty ? lines.count - 1 : lines.count
    lines.insert(line, at: place)
    if flaw != .noSync || Int.random(in: 0..<4, using: &random) == 0 { durable = lines.count }
    // Now and then the answer is lost on its way, and the client asks once more.
    let isLost = Int.random(in: 0..<5, using: &random) == 0
    if isLost, flaw == .appliedTwice { lines.append(line) }
    note(attempt, .ok(seq: place), at: time + 1)
  }

  private mutating func crash() {
    guard !lines.isEmpty else { return }
    // Whoever is at work never hears the end of it.
    for client in attempts.keys.sorted() {
      if let attempt = attempts.removeValue(forKey: client) { note(attempt, .unknown, at: nil) }
    }
    if flaw == .lostTail { lines.removeLast() }
    if flaw == .noSync { lines.removeSubrange(durable...) }
    durable = lines.count
  }

  private mutating func read(_ reader: Int) {
    let late = flaw == .lateRead ? Int.random(in: 0...2, using: &random) : 0
    let seq = lines.count - 1 - late
    guard seq >= 0 else { return }
    history.readings.append(
      .init(reader: reader, began: time, ended: time + 1, seq: seq, hash: chain()[seq].hash))
  }

  private mutating func note(
    _ attempt: Attempt, _ outcome: History.Operation.Outcome, at end: UInt64?
  ) {
    history.operations.append(
      .init(op: attempt.op, began: attempt.began, ended: end, outcome: outcome))
  }

  /// The log as a file: a chain, whatever else is wrong.
  private func bytes() -> Data {
    chain().reduce(into: Data()) { bytes, link in
      bytes += Data((link.payload.dropLast() + #","hash":"\#(link.hash)"}"# + "\n").utf8)
    }
  }

  private func chain() -> [(payload: String, hash: String)] {
    var previous = String(repeating: "0", count: 64)
    return lines.enumerated().map { seq, line in
      let type = line.isDecision ? "decision" : "withdraw"
      let payload =
        #"{"actor":"a","base":\#(line.base),"item":"\#(line.item)","op":"\#(line.op)","#
        + #""prev":"\#(previous)","seat":"main","seq":\#(seq),"type":"\#(type)"}"#
      previous = LogBytes.hexadecimal(SHA256.hash(data: [0] + Array(payload.utf8)))
      return (payload, previous)
    }
  }
}
