import Domain
import Ledger
import TeamStore
import TestSupport
import Testing

/// What somebody with the server's own rights does to a log, and who notices.
@Suite struct DamageTests {
  /// What is done, and whether reading the log from its start finds it by itself.
  private static let tampering = [
    ("UPDATE log SET line = replace(line, 'words', 'swords') WHERE seq = 7", true),
    ("UPDATE log SET line = (SELECT l.line FROM log l WHERE l.seq = 6) WHERE seq = 7", true),
    ("DELETE FROM log WHERE seq = 7", true),
    ("DELETE FROM log WHERE seq = 9", true),
    ("UPDATE head SET hash = repeat('a', 64)", true),
    ("UPDATE log SET seq = 10 WHERE seq = 7", true),
  ]

  @Test(arguments: tampering)
  func `a changed line is found by whoever reads it`(
    statement: String, isFoundByReading: Bool
  ) throws {
    guard let place = try TeamPlace() else { return }
    try fill(place)
    try place.sql(statement)
    let store = try place.store()
    #expect(isBroken { try store.read(from: 0, limit: 100) } == isFoundByReading)
    #expect(isBroken { try store.read(from: 6, limit: 100) })
  }

  @Test func `a log that was set back is found by whoever saw it`() throws {
    guard let place = try TeamPlace() else { return }
    try fill(place)
    let open = try place.store(as: "ruth")
    let head = try open.head()
    try place.sql("DELETE FROM log WHERE seq > 7")
    try place.sql("UPDATE head SET seq = 7, hash = (SELECT hash FROM log WHERE seq = 7)")
    #expect(isBroken { try open.head() })
    #expect(isBroken { try open.read(from: 0, limit: 100) })
    #expect(isBroken { try place.store(known: [head]).head() })
    // Who saw nothing of it cannot know: that is what remembered heads are for.
    #expect(try place.store().head().seq == 7)
  }

  @Test func `a log that was written anew is found by whoever saw it`() throws {
    guard let place = try TeamPlace() else { return }
    try fill(place)
    let open = try place.store(as: "ruth")
    let head = try open.head()
    try place.sql(
      "DELETE FROM log WHERE seq > 8; UPDATE head SET seq = 8, hash = (SELECT hash FROM log WHERE seq = 8)"
    )
    let anew = try place.store()
    _ = try anew.append([place.comment("other words", by: "lena")], expecting: anew.head())
    #expect(try anew.head().seq == head.seq)
    #expect(isBroken { try open.head() })
    #expect(isBroken { try place.store(known: [head]).head() })
  }

  @Test func `the lines are those of a file, byte for byte`() throws {
    guard let place = try TeamPlace() else { return }
    try fill(place)
    var lines: [String] = []
    try place.store().forEachLine(from: 0) { lines.append(String(decoding: $0, as: UTF8.self)) }
    #expect(try place.sql("SELECT line FROM log ORDER BY seq") == lines)
    let bytes = lines.flatMap { (line: String) -> [UInt8] in Array(line.utf8) + [0x0A] }
    let report = LogVerifier.verify(bytes: bytes)
    #expect(report.isSound)
    #expect(report.events == 10)
    #expect(try place.store().head() == report.head)
  }

  private func fill(_ place: TeamPlace) throws {
    let store = try place.found()
    for number in 0..<5 {
      let draft = place.comment("some words \(number) \u{202E} ü \\ \"q\"", by: "lena")
      _ = try store.append([draft], expecting: store.head())
    }
  }

  private func isBroken<Outcome>(_ body: () throws -> Outcome) -> Bool {
    do {
      _ = try body()
      return false
    } catch LedgerError.broken {
      return true
    } catch {
      Issue.record("\(error)")
      return false
    }
  }
}
