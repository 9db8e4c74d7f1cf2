import Domain
import Screen
import Testing
import Workbench

/// The workbench as somebody hears it: what is told after each key, and nothing else.
@Suite struct LinearTests {
  /// A listener beside a scene.
  private struct Listener {
    var scene: Scene
    var model: Model
    var teller = LinearTeller()

    init(_ scene: Scene) {
      var scene = scene
      scene.size = Size(width: 98, height: 50)
      self.scene = scene
      model = scene.ready
    }

    mutating func hear(_ keys: String..., typing text: String = "") -> [String] {
      for name in keys {
        if let key = Key(name: name) { scene.tell(&model, .keyPressed(key, model.now)) }
      }
      for character in text { scene.tell(&model, .keyPressed(.character(character), model.now)) }
      let told = teller.tell(LinearView.page(model))
      _ = update(&model, .painted(model.now))
      return told.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `the sentence comes first, then a row for each step`() {
    var listener = Listener(.letters)
    #expect(
      listener.hear() == [
        "queue: 9 disagreements wait for you, 1 is over due. Enter opens L-031.",
        "row 1 of 9: L-031, plant disease against question, 2 to 2 to 1, gain 2.31, tier high, "
          + "due in 0 d", "",
      ])
    #expect(
      listener.hear("j") == [
        "row 2 of 9: L-007, flagged, thanks against question, 3 to 1, gain 1.20, tier high, "
          + "over due by 3 d", "",
      ])
    #expect(
      listener.hear("t") == [
        "row 3 of 9: L-112, question against plant disease, 2 to 1, gain 1.10, tier high, "
          + "due in 1 d", "",
      ])
    #expect(
      listener.hear("k") == [
        "row 2 of 9: L-007, tagged, flagged, thanks against question, 3 to 1, gain 1.20, "
          + "tier high, over due by 3 d", "",
      ])
    #expect(listener.hear() == [""])
  }

  @Test func `an item is told whole, a ruling with what comes next`() {
    var listener = Listener(.past)
    _ = listener.hear()
    #expect(
      listener.hear("Enter") == [
        "item L-031: Which label holds? 2 question, 2 plant disease, 1 correction.",
        "subject, en, 45 words:",
        "White dust on my courgettes, and a word about last month's issue",
        "", "letter:",
        "The leaves look as if somebody had spilled flour over them. Is that",
        "mildew, and can I still eat what grows? Your page 12 named the wrong",
        "month for sowing, by the way.", "", "notes by annotators:",
        "C: page 12 is wrong indeed", "D: asks, but what she needs is the cure",
        "1 question, 2 votes, A B", "2 plant disease, 2 votes, D E", "4 correction, 1 vote, C",
        "without votes: 3 thanks",
        "why here: disagreement .80, likely wrong .70, cost high, waiting 4 d",
        "precedent L-002: plant disease, alike .83, 3 d ago",
        "precedent L-019: ambiguous, alike .34, 12 d ago",
        "item 1 of 9", "",
      ])
    let told = listener.hear("2")
    #expect(told.first == "L-031 plant disease, saved")
    #expect(told.dropFirst().first?.hasPrefix("item L-007: Which label holds?") == true)
    #expect(listener.hear("z").first == "L-031 is open again")
  }

  @Test func `hidden votes stay hidden`() {
    var scene = Scene.answers
    scene.blind = .votes
    var listener = Listener(scene)
    let queue = listener.hear().joined(separator: "\n")
    #expect(queue.contains("votes are hidden"))
    let item = listener.hear("Enter").joined(separator: "\n")
    #expect(item.contains("values: 1 A much, 2 A better, 3 tie, 4 B better, 5 B much"))
    #expect(!item.contains("vote, "))
    #expect(!item.contains("forgets the label fee"))
    let opened = listener.hear("2").joined(separator: "\n")
    #expect(opened.contains("2 A better, your first verdict, 2 votes"))
  }

  @Test func `what is typed is echoed, and moves among choices are told`() {
    var listener = Listener(.letters)
    _ = listener.hear()
    let opened = listener.hear("o")
    #expect(opened.first?.hasPrefix("orders, 6; Down and Up tell them.") == true)
    #expect(opened.last == "order> ")
    #expect(listener.hear(typing: "o") == ["o"])
    #expect(listener.hear("Backspace") == ["", "order> "])
    #expect(
      listener.hear("Down") == [
        "", "2 of 6: agreement, how far its ratings agree, lowest first", "order> ",
      ])
    #expect(listener.hear("Esc") == ["", "queue", ""])
    let wrong = listener.hear("l", typing: "tie:x")
    #expect(wrong.last == "limit> tie:x")
    #expect(
      listener.hear("Enter") == ["", "problem: there is no key tie", "limit> tie:x"])
  }

  @Test func `questions, refusals, help and pages are lines`() {
    var listener = Listener(.letters)
    _ = listener.hear()
    #expect(
      listener.hear("^C") == ["question: Quit? Everything is saved. y quit, Enter stay", ""])
    #expect(listener.hear("Enter") == ["queue", ""])
    let help = listener.hear("?")
    #expect(help.contains("t, tag or untag the row"))
    #expect(
      help.contains("T, untag everything; nothing is tagged"))
    #expect(listener.hear("Esc") == ["queue", ""])
    _ = listener.hear("Enter")
    let votes = listener.hear("v")
    #expect(votes.first == "ratings of this item:")
    #expect(votes.contains { $0.hasPrefix("A, ") })
    _ = update(&listener.model, .storeFailed("The disk is full."))
    #expect(listener.hear() == ["problem: The disk is full.", ""])
  }

  @Test func `nothing told holds a control, a frame or a sign`() {
    var listener = Listener(.letters)
    var told = listener.hear()
    for row in 0..<9 {
      told += listener.hear("Enter") + listener.hear("v") + listener.hear("Esc")
      told += listener.hear("h") + listener.hear("Esc") + listener.hear("Space")
      told += listener.hear("Esc") + listener.hear("q")
      if row < 8 { told += listener.hear("j") }
    }
    let own = CharacterSet.signs
    for line in told {
      for scalar in line.unicodeScalars {
        #expect(scalar.value >= 0x20 && scalar.value != 0x7F, "\(line)")
        #expect(!own.contains(scalar), "\(line)")
      }
    }
  }

  private enum CharacterSet {
    static let signs: Set<Unicode.Scalar> = Set("✓×∅≈§●○◆▌▏━─│╭╮╰╯┃…›↔•".unicodeScalars)
  }
}
