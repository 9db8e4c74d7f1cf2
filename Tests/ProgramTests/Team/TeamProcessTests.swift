import TestSupport
import Testing

/// Several processes at work on one PostgreSQL.
@Suite struct TeamProcessTests {
  /// Two people write some hundred remarks each, and rule on the same items, from processes of their own.
  @Test func `two processes write, and every line that was acknowledged is in the log once`() throws
  {
    guard let team = try TeamSample() else { return }
    let items = Array(try team.queued("ruth").prefix(20))
    #expect(items.count == 20)
    let inputs = ["ruth", "otto"].map { user in
      (0..<200).map { round in
        let item = items[round % items.count]
        return round.isMultiple(of: 10)
          ? #"{"item":"\#(items[round / 10])","label":"other","base":-1}"#
          : #"{"do":"comment","item":"\#(item)","note":"\#(user) \#(round)"}"#
      }
    }
    // In pieces, so that the two meet often and not in one append each.
    var acknowledged: [Int] = []
    var refused = 0
    for part in 0..<5 {
      let children = try zip(["ruth", "otto"], inputs).map { user, lines in
        try team.start(
          user, "rule", input: lines[(part * 40)..<(part * 40 + 40)].joined(separator: "\n") + "\n")
      }
      for child in children {
        for answer in try child.finish().jsonLines() {
          if answer["ok"]?.boolean == true, let seq = answer["seq"]?.integer {
            acknowledged.append(seq)
          } else {
            refused += 1
          }
        }
      }
    }
    let logged = try team.run("lena", "log", "show", "--json", "--from", "0", "-n", "10000")
      .expect(0).jsonLines()
    let made = logged.filter { ["decision", "comment"].contains($0["type"]?.string ?? "") }
    #expect(acknowledged.count + refused == 400)
    #expect(made.compactMap { $0["seq"]?.integer } == acknowledged.sorted())
    let ruled = made.filter { $0["type"]?.string == "decision" }.compactMap { $0["item"]?.string }
    #expect(Set(ruled).count == ruled.count, "nothing is ruled on twice")
    #expect(refused == 40 - ruled.count)
    #expect(logged.compactMap { $0["seq"]?.integer } == Array(0..<logged.count))
    try team.run("lena", "log", "verify").expect(0)
    for user in ["lena", "ruth", "otto"] { try team.run(user, "doctor").expect(0) }
    let dumps = try ["lena", "ruth", "otto"].map { try team.run($0, "doctor", "--dump").output }
    #expect(Set(dumps).count == 1)
  }

  @Test func `a workbench shows what the other rules on, within a second`() throws {
    guard let team = try TeamSample() else { return }
    let ruth = Sitting(try team.place.sit("-C", "ruth", environment: team.user("ruth")))
    let otto = Sitting(try team.place.sit("-C", "otto", environment: team.user("otto")))
    ruth.waitForQueue()
    otto.waitForQueue()
    ruth.open()
    let item = ruth.item
    ruth.rule("1")
    // The same item stands in Otto's list; it is ticked off without a key being pressed.
    let isShown = otto.session.wait(until: "\(item ?? "?") is ticked off", seconds: 10) { screen in
      screen.rows.contains { $0.contains("✓ \(item ?? "?")") }
    }
    #expect(isShown)
    #expect(otto.screen.text.contains("96 "))
    for sitting in [ruth, otto] {
      sitting.session.send("qq")
      #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    }
  }
}
