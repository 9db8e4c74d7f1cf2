import Foundation
import Glibc
import TestSupport
import Testing

/// Several processes rule on one project at once.
@Suite struct ManyWritersTests {
  private static let writers = 8

  private func lines(_ items: [String], as writer: Int) -> String {
    items.map { item in
      #"{"item":"\#(item)","label":"other","note":"writer \#(writer)","base":-1}"#
    }.joined(separator: "\n") + "\n"
  }

  private func queued(_ place: Workplace) throws -> [String] {
    try place.run("-C", "project", "queue", "--json", "-n", "96").expect(0).json()["rows"]?
      .array.compactMap { $0["item"]?.string } ?? []
  }

  /// Starts all writers before waiting for any.
  private func race(_ place: Workplace, _ inputs: [String]) throws -> [Finished] {
    try inputs.map { try place.start(["-C", "project", "rule"], input: $0) }
      .map { try $0.finish() }
  }

  @Test func `eight writers on items of their own all get through`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let items = try queued(place)
    let inputs = (0..<Self.writers).map { writer in
      lines((0..<6).map { items[writer * 6 + $0] }, as: writer)
    }
    let runs = try race(place, inputs)
    for run in runs { run.expect(0) }
    let acknowledged = runs.flatMap { $0.jsonLines() }
    #expect(acknowledged.allSatisfy { $0["ok"]?.boolean == true })
    try expectLogged(acknowledged, in: place, count: 48)
  }

  @Test func `of eight writers on the same items one wins, and the others are told`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let items = Array(try queued(place).prefix(6))
    let runs = try race(place, (0..<Self.writers).map { lines(items, as: $0) })
    let answers = runs.map { $0.jsonLines() }
    let acknowledged = answers.flatMap { $0 }.filter { $0["ok"]?.boolean == true }
    let refused = answers.flatMap { $0 }.filter { $0["ok"]?.boolean == false }
    #expect(acknowledged.count == items.count)
    #expect(refused.count == items.count * (Self.writers - 1))
    #expect(refused.allSatisfy { $0["refused"]?.string?.contains("meanwhile") == true })
    for (run, mine) in zip(runs, answers) {
      run.expect(mine.allSatisfy { $0["ok"]?.boolean == true } ? 0 : 1)
    }
    try expectLogged(acknowledged, in: place, count: items.count)
    let logged = try LoggedRuling.all(of: "project", in: place)
    #expect(Set(logged.map(\.item)) == Set(items))
  }

  @Test func `a writer that is killed leaves a log that others go on with`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let items = try queued(place)
    let first = try place.start(["-C", "project", "rule"], input: lines(items, as: 0))
    let second = try place.start(["-C", "project", "rule"], input: lines(items, as: 1))
    kill(first.process, SIGKILL)
    let killed = try first.finish()
    let other = try second.finish()
    #expect(killed.signal == 9)
    let all = (killed.lines + other.lines).compactMap { JSON(Data($0.utf8)) }
    let acknowledged = all.filter { $0["ok"]?.boolean == true }
    #expect(!acknowledged.isEmpty)
    let logged = try LoggedRuling.all(of: "project", in: place)
    let known = Set(logged.map(\.seq))
    #expect(acknowledged.allSatisfy { $0["seq"]?.integer.map(known.contains) == true })
    #expect(Set(logged.map(\.item)).count == logged.count)
    #expect(Set(logged.map(\.item)) == Set(items))
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `the same operation twice is one ruling`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let item = try queued(place).first ?? ""
    let line = #"{"item":"\#(item)","label":"other","op":"\#(String(repeating: "5e", count: 16))"}"#
    let first = try place.run("-C", "project", "rule", input: line).expect(0)
    let second = try place.run("-C", "project", "rule", input: line).expect(0)
    #expect(first.output == second.output)
    #expect(try LoggedRuling.all(of: "project", in: place).count == 1)
  }

  private func expectLogged(_ acknowledged: [JSON], in place: Workplace, count: Int) throws {
    let logged = try LoggedRuling.all(of: "project", in: place)
    #expect(logged.count == count)
    let seqs = acknowledged.compactMap { $0["seq"]?.integer }
    #expect(seqs.sorted() == logged.map(\.seq))
    try place.run("-C", "project", "log", "verify").expect(0)
    let doctor = try place.run("-C", "project", "doctor", "--json").expect(0).json()
    #expect(doctor["good"]?.boolean == true)
  }
}
