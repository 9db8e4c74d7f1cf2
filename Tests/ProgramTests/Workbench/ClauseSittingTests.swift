import Screen
import TestSupport
import Testing

/// From a hot cell to a published clause without leaving the terminal.
@Suite struct ClauseSittingTests {
  private static let size = Size(width: 120, height: 40)

  /// Six rulings between refund and billing; one of them came out as billing.
  private func ruled(_ place: Workplace) throws -> [String] {
    try Sample.supportTickets.make(in: place)
    let listed = try place.run(
      "-C", "project", "queue", "--limit", "pair:refund/billing", "-n", "6", "--json"
    ).expect(0).json()
    let items = (listed["rows"]?.array ?? listed["items"]?.array ?? []).compactMap {
      $0["item"]?.string
    }
    try #require(items.count == 6)
    let lines = items.enumerated().map { place, item in
      #"{"item": "\#(item)", "label": "\#(place == 1 ? "billing" : "refund")", "reason": "so"}"#
    }
    try place.run("-C", "project", "rule", input: lines.joined(separator: "\n") + "\n").expect(0)
    return items
  }

  private func sit(_ place: Workplace, _ environment: [String: String] = [:]) throws -> Sitting {
    let sitting = Sitting(
      try place.sit("-C", "project", size: Self.size, environment: environment))
    sitting.waitForQueue()
    return sitting
  }

  @Test func `a hot cell becomes a clause, a kill loses none of it, and a lead publishes it`()
    throws
  {
    let place = try Workplace()
    let items = try ruled(place)
    var sitting = try sit(place)
    sitting.press(" h", until: "the map is there") {
      $0.screen.text.contains("Refund against Billing is the hottest cell")
    }
    sitting.press("c", until: "its rulings are held against the clause") {
      $0.screen.text.contains("No ruling contradicts Refund.  6 agree")
    }
    for item in items { #expect(sitting.screen.text.contains(item)) }
    sitting.press("jj\r", until: "the statement is written") { $0.screen.text.contains("Esc done") }
    sitting.press("Money back is a refund.", until: "it stands there") {
      $0.screen.text.contains("Money back is a refund.")
    }
    sitting.press("\u{1B}", until: "it is no longer written") {
      $0.screen.text.contains("P send")
    }
    sitting.press("\tA", until: "an agreeing ruling as a counter-example contradicts it") {
      $0.screen.text.contains("1 ruling contradicts Refund.")
    }
    sitting.press("a", until: "as an example it agrees again") {
      $0.screen.text.contains("No ruling contradicts Refund.  6 agree")
    }
    sitting.press("\r", until: "its item is open") { $0.screen.rows[0].contains("› item ") }
    sitting.press("q", until: "the form is as it was") {
      $0.screen.text.contains("Money back is a refund.")
    }
    sitting.killed()

    sitting = try sit(place)
    sitting.press(" g", until: "what was not sent is listed") {
      $0.screen.text.contains("not sent") && $0.screen.text.contains("Billing or Refund")
    }
    sitting.press("\r", until: "the form is there again") {
      $0.screen.text.contains("Money back is a refund.")
        && $0.screen.text.contains("No ruling contradicts Refund.  6 agree")
    }
    sitting.press("P", until: "it is sent") { $0.screen.text.contains("R-0001 sent for review") }
    sitting.press("P", until: "the plan is shown") {
      $0.screen.text.contains("Publishing v1 puts no ruling in doubt.")
    }
    sitting.press("P", until: "it asks") { $0.screen.text.contains("Publish v1? 1 part changes") }
    sitting.press("y", until: "it is in force") { $0.screen.text.contains("v1 is in force") }
    sitting.press(" q", until: "the queue is back") { $0.screen.rows[0].contains("› queue") }
    sitting.open()
    sitting.press("c", until: "the clause is offered") {
      $0.screen.text.contains("R-0001  Billing")
    }
    sitting.press("\r", until: "it is cited") { $0.screen.text.contains("cites   R-0001") }
    sitting.press("a", until: "it is ruled") { $0.screen.text.contains("ambiguous, saved") }
    sitting.killed()

    let shown = try place.run("-C", "project", "guide", "show", "R-0001", "--json").expect(0).json()
    #expect(shown["status"] == .string("published"))
    #expect(shown["from"]?.array.count == 6)
    #expect(shown["examples"]?.array.count == 5)
    #expect(shown["counter_examples"]?.array.count == 1)
    #expect(shown["cited_by"]?.array.count == 1)
    try place.run("-C", "project", "log", "verify").expect(0)
    try place.run("-C", "project", "doctor").expect(0)
  }

  @Test func `an editor gets the clause and the terminal, and gives both back`() throws {
    let place = try Workplace()
    _ = try ruled(place)
    let script = try place.write(
      "editor.sh",
      """
      #!/bin/sh
      printf 'the editor is here'
      read go
      sed -i 's/^What is to be done.$/Written elsewhere./' "$1"

      """)
    let sitting = try sit(place, ["EDITOR": "/bin/sh \(place[script])"])
    sitting.press(" g", until: "the guideline is there") {
      $0.screen.rows[0].contains("› guideline")
    }
    sitting.press("a", until: "a new clause is begun") { $0.screen.rows[0].contains("clause  new") }
    sitting.press("E", until: "the editor has the terminal") {
      !$0.screen.isAlternate && $0.screen.text.contains("the editor is here")
    }
    #expect(sitting.session.isCanonical)
    sitting.press("\r", until: "what was written is in the form") {
      $0.screen.isAlternate && $0.screen.text.contains("Written elsewhere.")
    }
    sitting.press("P", until: "what is missing is said") {
      $0.screen.text.contains("A clause needs a title.")
    }
    sitting.press("\r", until: "the title is written") { $0.screen.text.contains("Esc done") }
    sitting.press("Said\u{1B}", until: "it stands there") { $0.screen.text.contains("P send") }
    sitting.press("s", until: "it is kept as a draft") {
      $0.screen.text.contains("R-0001 kept as a draft")
    }
    sitting.press("q", until: "the guideline is back") { $0.screen.rows[0].contains("› guideline") }
    let shown = try place.run("-C", "project", "guide", "--json").expect(0).json()
    #expect(shown["drafts"]?.array == [.string("R-0001")])
  }
}
