import Domain
import Screen
import Testing
import Workbench

/// Sides that are swapped, numbers by key, parts of a text, pipes, and what others do meanwhile.
@Suite struct ItemKeysTests {
  private func recorded(_ effects: [Effect]) -> Decision? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision }
    }
    return nil
  }

  @Test func `swapped sides mirror the scale, and the ruling keeps the answers' own names`() throws
  {
    var model = Scene.answers.showing("Q17", question: "overall")
    let seed = try #require(model.item?.contest.seed)
    #expect(seed & 1 == 0)
    model.press("S")
    #expect(model.item?.contest.isSwapped == true)
    #expect(model.press("1").isEmpty, "nobody rules on a screen they have not seen")
    _ = update(&model, .painted(model.now))
    let lines = model.drawn.lines
    let heading = try #require(lines.first { $0.contains("answer A") })
    let a = try #require(heading.firstRange(of: "answer A"))
    let b = try #require(heading.firstRange(of: "answer B"))
    #expect(b.lowerBound < a.lowerBound)
    #expect(lines.contains { $0.contains("1 B much") && $0.contains("5 A much") })
    let decision = try #require(recorded(model.press("1")))
    #expect(decision.outcome == .value(.label("b2")), "what stood at the left")
    #expect(decision.orderSeed == seed | 1)
  }

  @Test func `sides as they came leave the last bit clear`() throws {
    var model = Scene.answers.showing("Q17", question: "overall")
    let seed = try #require(model.item?.contest.seed)
    model.press("S", "S")
    _ = update(&model, .painted(model.now))
    let decision = try #require(recorded(model.press("1")))
    #expect(decision.outcome == .value(.label("a2")))
    #expect(decision.orderSeed == seed)
  }

  @Test func `people are not called A and B beside answers of that name`() {
    let model = Scene.answers.showing("Q17", question: "overall")
    let names = Set(model.item?.contest.entries.flatMap(\.voters) ?? [])
    #expect(!names.isEmpty)
    #expect(names.isDisjoint(with: ["A", "B"]))
    let letters = Scene.letters.showing("L-031")
    #expect(letters.item?.contest.entries.flatMap(\.voters).sorted() == ["A", "B", "C", "D", "E"])
  }

  @Test func `Enter begins a number at the median, plus and minus step it, Enter rules`() throws {
    var model = Scene.marks.showing("cup 12")
    model.press("Enter")
    #expect(typed(model) == "7")
    model.press("+", "+", "-")
    #expect(typed(model) == "7.1", "by the smallest step among the ratings")
    let decision = try #require(recorded(model.press("Enter")))
    #expect(decision.outcome == Number("7.1").map { .value(.number($0)) })
  }

  @Test func `a minus before any digit is a sign`() {
    var model = Scene.marks.showing("cup 12")
    model.press("-")
    #expect(typed(model) == "-")
  }

  private func typed(_ model: Model) -> String? {
    if case .prompt(let prompt) = model.asking { prompt.editor.text } else { nil }
  }

  @Test func `labels ruled before stand first, with what is known of them`() throws {
    var scene = Scene.finds
    var model = scene.showing("F-1")
    model.usedLabels = ["k11-4"]
    model.press("e")
    let lines = model.drawn.lines
    let first = try #require(
      lines.firstIndex { $0.contains("kind 11.4") && $0.contains("used before") })
    #expect(lines[first].contains("1 said so"))
    #expect(lines[first].contains("under family 11"))
    model.type("7.4")
    scene.tell(&model, .keyPressed(.enter, model.now))
    #expect(model.usedLabels.first == "k7-4")
  }

  @Test func `the item goes to a command, and the command is offered again`() {
    var model = Scene.letters.showing("L-031")
    model.press("|")
    model.type("jq .item")
    let effects = model.press("Enter")
    #expect(effects.contains(.pipe("L-031", command: "jq .item")))
    #expect(model.state.pipes == ["jq .item"])
    model.press("|")
    #expect(model.press("Enter").contains(.pipe("L-031", command: "jq .item")))
    var scene = Scene.letters
    scene.blind = .votes
    var blind = scene.showing("L-031")
    #expect(blind.press("|").isEmpty)
    #expect(blind.asking == .nothing, "it would tell the votes")
  }

  @Test func `braces go from turn to turn`() {
    var scene = Scene.letters
    let turns = (0..<30).map { number in
      Turn(
        speaker: number % 2 == 0 ? "host" : "guest",
        text: String(repeating: "word \(number) ", count: 20))
    }
    scene.add("talk", .conversation(turns), votes: [.label("ann", "ask")], gain: 0.1)
    var model = scene.showing("talk")
    model.press("}")
    let first = model.item?.offset ?? 0
    #expect(first > 0)
    #expect(model.drawn.text(ofRow: 3).hasPrefix(" 2  guest"))
    model.press("}", "{")
    #expect(model.item?.offset == first)
    model.press("{")
    #expect(model.item?.offset == 0)
  }

  @Test func `a ruling by somebody else is told, and the next item offered`() throws {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    var jonas = scene
    jonas.me = Member(id: "jonas", user: "jonas", roles: [.adjudicator])
    var other = jonas.showing("L-031")
    jonas.tell(&other, .keyPressed(.character("3"), other.now))
    scene.dossiers = jonas.dossiers
    scene.rows = jonas.rows
    scene.tell(&model, .othersAppended)
    #expect(model.item?.unit == scene.rows[0].unit, "nothing moves")
    #expect(model.notice?.text == "jonas ruled L-031 thanks; J goes on")
    #expect(Sentence(model).lead.plain == "Ruled thanks by jonas.")
    #expect(recorded(model.press("1")) == nil)
  }

  @Test func `what was skipped comes back at the end`() {
    var scene = Scene.letters
    scene.rows = Array(scene.rows.prefix(3))
    var model = scene.showing("L-031")
    scene.tell(&model, .keyPressed(.character("s"), model.now))
    #expect(model.notice?.text == "L-031 skipped, comes back at the end")
    scene.tell(&model, .keyPressed(.character("s"), model.now))
    scene.tell(&model, .keyPressed(.character("s"), model.now))
    #expect(model.item?.unit == scene.rows[0].unit)
    #expect(model.place == .item)
  }
}
