import Domain
import Foundation
import Testing

@testable import Ledger

/// A log of all types of event is changed in every way there is, and each time the first bad position
/// must be named rightly.
@Suite struct TamperTests {
  private static let count = 220

  /// The lines of a made log, with the checker as it stood before each.
  private struct Prepared {
    var lines: [[UInt8]] = []
    var before: [LineChecker] = []
  }

  private func prepared() throws -> Prepared {
    let bytes = try MadeLog.store(count: Self.count).exported
    var prepared = Prepared()
    var checker = LineChecker()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let line = line + [0x0A]
      prepared.lines.append(Array(line))
      prepared.before.append(checker)
      try line.withUnsafeBufferPointer { try checker.check($0) }
    }
    return prepared
  }

  @Test func `the log has all types of event`() {
    let types = Set(MadeLog.drafts(count: Self.count).map(\.body.type))
    #expect(types == Set(EventType.allCases))
  }

  @Test func `the log has rulings that new ratings put in doubt`() throws {
    var standing: [SeatID: Int] = [:]
    var state = ProjectState()
    var again = 0
    for event in try MadeLog.store(count: Self.count).read(from: 0, limit: .max) {
      if case .decision(let decision) = event.body {
        if let seat = state.seats[decision.seatID], seat.status == .ruled,
          state.doubts[decision.seatID] == nil
        {
          again += 1
          #expect(decision.batch > standing[decision.seatID] ?? .max)
        }
        standing[decision.seatID] = decision.batch
      }
      state.evolve(event)
    }
    #expect(again > 0)
  }

  @Test func `every byte is changed in turn, and its line is named`() throws {
    let prepared = try prepared()
    var missed: [String] = []
    var tried = 0
    for (seq, line) in prepared.lines.enumerated() {
      // Changed line feeds join two lines; the joint has no line's shape.
      let next = seq + 1 < prepared.lines.count ? prepared.lines[seq + 1] : []
      var changed = line
      for offset in line.indices {
        tried += 1
        changed[offset] ^= offset.isMultiple(of: 2) ? 1 : 0x20
        if offset == line.count - 1 { changed += next }
        if verifies(changed, after: prepared.before[seq]) { missed.append("\(seq):\(offset)") }
        changed = line
      }
    }
    #expect(missed.isEmpty)
    #expect(tried > 80_000)
  }

  /// Whether the checker takes the bytes as its next line.
  private func verifies(_ line: [UInt8], after before: LineChecker) -> Bool {
    var checker = before
    return line.withUnsafeBufferPointer { line in
      do {
        try checker.check(line)
        return true
      } catch {
        return false
      }
    }
  }

  @Test func `every other value of a sampled byte is found in the whole file`() throws {
    let bytes = try MadeLog.store(count: Self.count).exported
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<40 {
      let offset = Int.random(in: bytes.indices, using: &numbers)
      var changed = bytes
      changed[offset] = bytes[offset] &+ UInt8.random(in: 1...255, using: &numbers)
      let seq = ends.firstIndex { $0 >= offset }
      #expect(LogVerifier.verify(bytes: changed).firstBad?.seq == seq, "byte \(offset)")
    }
  }

  @Test func `dropped, doubled and swapped lines are named`() throws {
    let prepared = try prepared()
    let lines = prepared.lines
    for seq in stride(from: 0, to: lines.count - 1, by: 3) {
      func firstBad(_ changed: [[UInt8]]) -> Int? {
        report(changed, from: seq, prepared).firstBad?.seq
      }
      var dropped = lines
      dropped.remove(at: seq)
      #expect(firstBad(dropped) == seq, "dropped")
      var doubled = lines
      doubled.insert(lines[seq], at: seq)
      #expect(firstBad(doubled) == seq + 1, "doubled")
      var swapped = lines
      swapped.swapAt(seq, lines.count - 1)
      #expect(firstBad(swapped) == seq, "swapped")
      var moved = lines
      moved.append(moved.remove(at: seq))
      #expect(firstBad(moved) == seq, "moved to the end")
      var blank = lines
      blank.insert([0x0A], at: seq)
      #expect(firstBad(blank) == seq, "a blank line")
    }
  }

  /// Verifies changed lines, whose first `seq` are as they were and are not verified again, nor are
  /// those far behind the change.
  private func report(
    _ lines: [[UInt8]], from seq: Int, _ prepared: Prepared
  ) -> VerificationReport {
    let bytes = Array(lines[seq...].prefix(4).joined())
    var run = VerificationRun(
      options: VerificationOptions(), totalBytes: bytes.count, after: prepared.before[seq], at: 0)
    run.feed(bytes)
    run.finish()
    return run.report
  }

  @Test func `the tail cut at each byte of the last lines is named`() throws {
    let store = try MadeLog.store(count: Self.count)
    let bytes = store.exported
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    var options = VerificationOptions()
    options.known = [store.head()]
    let from = ends[ends.count - 3]
    // Only what stands before the last three lines is verified once, and left out of each try.
    let checker = try prepared().before[ends.count - 2]
    for cut in from..<bytes.count {
      var run = VerificationRun(options: options, totalBytes: cut, after: checker, at: from)
      run.feed(Array(bytes[from..<cut]))
      run.finish()
      let whole = ends.filter { $0 <= cut }.count
      let isClean = ends.contains(cut)
      #expect(run.report.firstBad?.seq == whole, "cut at \(cut)")
      let problem = run.report.firstBad?.problem
      #expect(
        problem
          == (isClean
            ? .endsBefore(store.head())
            : .unterminated(bytes: cut - (ends.last { $0 <= cut } ?? 0))))
    }
  }

  @Test func `a line that was made to fit breaks the chain behind it`() throws {
    let prepared = try prepared()
    let lines = prepared.lines
    for seq in stride(from: 3, to: lines.count - 1, by: 5) {
      let text = String(decoding: lines[seq], as: UTF8.self)
      let payload = text.dropLast(LogFormat.tailLength) + "}"
      guard let actor = payload.range(of: "\"op\":\"000") else { continue }
      let forged = payload.replacingCharacters(in: actor, with: "\"op\":\"fff")
      var changed = lines
      changed[seq] = LogLine(payload: Array(forged.utf8)).bytes
      let report = report(changed, from: seq, prepared)
      #expect(report.firstBad?.seq == seq + 1)
      #expect(report.firstBad?.problem == .previous)
    }
  }
}
