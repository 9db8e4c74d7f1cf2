import Screen
import TestSupport
import Testing

/// The workbench on the sample project, killed without warning: what it called saved is there.
@Suite struct KillTests {
  /// Verdict keys, each with what the log is to say.
  private static let verdicts = [
    ("1", "billing"), ("2", "refund"), ("3", "delivery"), ("4", "defect"), ("5", "account"),
    ("7", "praise"), ("8", "other"), ("x", "none_of_these"), ("a", "ambiguous"),
    ("X", "not_annotatable"), ("o", "outside_guideline"),
  ]

  /// Where the program is killed, seen from the ruling that is the last.
  private enum Moment: CaseIterable {
    /// Right after "saved" was painted.
    case saved
    /// The verdict's key was pressed, nothing was read since.
    case pressed
    /// Several verdicts were typed ahead, and the first "saved" has been seen.
    case typedAhead
  }

  @Test(arguments: 0..<(Torture.isWhole ? 240 : 12))
  func `a ruling that was called saved outlives a kill`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let moment = Moment.allCases[seed % Moment.allCases.count]
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    sitting.open()
    var expected: [String] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let verdict = Self.verdicts.randomElement(using: &random) ?? ("x", "none_of_these")
      sitting.rule(verdict.0)
      expected.append(verdict.1)
    }
    let open = sitting.item
    finish(sitting, moment, &random)
    let seen = sitting.saved

    try place.run("-C", "project", "log", "verify").expect(0)
    let logged = try LoggedRuling.all(of: "project", in: place)
    #expect(logged.count >= seen.count)
    #expect(logged.prefix(seen.count).map(\.item) == seen.map(\.item), "\(moment)")
    #expect(logged.prefix(expected.count).map(\.ruling) == expected, "\(moment)")
    if let last = seen.last {
      let shown = try place.run("-C", "project", "show", last.item, "--json").expect(0).json()
      #expect(shown["units"]?[0]?["queue"]?["status"]?.string == "ruled")
    }
    try expectGoesOn(in: place, from: [open, sitting.item], after: logged)
  }

  private func finish(_ sitting: Sitting, _ moment: Moment, _ random: inout SeededGenerator) {
    switch moment {
    case .saved:
      sitting.rule("x")
    case .pressed:
      sitting.session.send(["1", "x", "a"].randomElement(using: &random) ?? "x")
      // How far it gets is left to chance: from nowhere to the paint.
      sitting.session.settle(milliseconds: Int.random(in: 0...12, using: &random))
    case .typedAhead:
      let count = sitting.saved.count
      sitting.press("xax8", until: "the first of several is saved") { $0.saved.count > count }
    }
    sitting.killed()
  }

  /// Opens the project again, and ruling goes on. It resumes at the item that was open: the last that
  /// was seen, one that was ruled, or, where the kill came before the paint, the next in the queue.
  private func expectGoesOn(
    in place: Workplace, from items: [String?], after logged: [LoggedRuling]
  ) throws {
    let queue = try place.run("-C", "project", "queue", "--json", "-n", "1").expect(0).json()
    let next = queue["rows"]?[0]?["item"]?.string
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.wait(until: "it resumes at an item") { $0.isContested }
    let resumed = sitting.item
    let known = (items + [next]).compactMap { $0 } + logged.map(\.item)
    #expect(known.contains { $0 == resumed }, "\(sitting.session.framed)")
    sitting.press("q", until: "the queue is back") { $0.screen.rows[0].contains("› queue") }
    sitting.waitForQueue()
    let open = 97 - logged.count
    #expect(sitting.screen.rows[1].contains("\(open) disagreements"), "\(sitting.session.framed)")
    sitting.open()
    sitting.rule("a")
    sitting.session.send("qq")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    let after = try LoggedRuling.all(of: "project", in: place)
    #expect(after.dropLast() == logged[...])
    #expect(after.last?.ruling == "ambiguous")
    try place.run("-C", "project", "log", "verify").expect(0)
  }
}
