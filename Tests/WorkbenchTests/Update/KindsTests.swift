import Domain
import Screen
import Testing
import Workbench

/// Numbers, sets, many labels, several questions.
@Suite struct KindsTests {
  private func outcome(_ effects: [Effect]) -> Outcome? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision.outcome }
    }
    return nil
  }

  @Test(arguments: [("7", "7"), ("0.25", "0.25"), ("-3", "-3"), (".5", "0.5")])
  func `a number is typed and entered`(typed: String, value: String) throws {
    var model = Scene.marks.showing("cup 12")
    model.type(typed)
    let number = try #require(Number(value))
    #expect(outcome(model.press("Enter")) == .value(.number(number)))
  }

  @Test func `what is no number is said and not recorded`() {
    var model = Scene.marks.showing("cup 12")
    model.type("7x")
    #expect(model.press("Enter").isEmpty)
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.problem?.sentence == "that is no number")
  }

  @Test func `digits toggle labels of a set, Enter rules them`() {
    var model = Scene.moods.showing("song 3")
    model.press("1", "4", "3", "4")
    #expect(model.item?.draft.chosen == ["calm", "sad"])
    #expect(outcome(model.press("Enter")) == .value(.labels(["calm", "sad"])))
  }

  @Test func `an empty set is not ruled by a stray Enter`() {
    var model = Scene.moods.showing("song 3")
    #expect(model.press("Enter").isEmpty)
    #expect(model.notice?.text == "confirm: no label is chosen")
  }

  @Test func `labels past the ninth are found by typing`() {
    var model = Scene.finds.showing("F-1")
    #expect(model.item?.contest.entries.count == 3)
    #expect(model.item?.contest.admissible.count == 60)
    model.press("e")
    model.type("7.4")
    #expect(outcome(model.press("Enter")) == .value(.label("k7-4")))
  }

  @Test func `hidden votes do not show which of many labels were named`() {
    var scene = Scene.finds
    scene.blind = .votes
    let contest = scene.showing("F-1").item?.contest
    #expect(contest?.entries.count == 9)
  }

  @Test func `children have the colour of their parent, the ninth family has none`() {
    let look = LabelLook(Scene.finds.configuration)
    #expect(look.role(LabelID("k2-3")) == .label2)
    #expect(look.role(LabelID("family-8")) == .label8)
    #expect(look.role(LabelID("k9-1")) == .text)
  }

  @Test func `a preference has two colours, and the middle none`() {
    let look = LabelLook(Scene.answers.configuration)
    let roles = ["a2", "a1", "t", "b1", "b2"].map { look.role(LabelID($0)) }
    #expect(roles == [.label1, .label1, .dim, .label2, .label2])
  }

  @Test func `Tab turns to the next question and back, with a contest each`() {
    var model = Scene.answers.showing("Q17", question: "overall")
    let overall = model.item?.contest
    model.press("Tab")
    #expect(model.item?.unit == UnitID(item: "Q17", question: "tone"))
    #expect(model.item?.contest != overall)
    #expect(outcome(model.press("1")) == nil, "the question was not on screen yet")
    _ = update(&model, .painted(model.now))
    #expect(outcome(model.press("4")) == .value(.label("b1")))
    var other = Scene.answers.showing("Q17", question: "tone")
    other.press("Tab")
    #expect(other.item?.unit == UnitID(item: "Q17", question: "overall"))
  }

  @Test func `differing words are marked, and d takes the marks away`() {
    var scene = Scene.answers
    scene.size = Size(width: 120, height: 40)
    var model = scene.showing("Q17")
    let marked = { (model: Model) in
      (0..<40).reduce(0) { sum, row in
        sum + model.drawn.row(row).count { $0.attributes.contains(.underline) }
      }
    }
    #expect(marked(model) > 20)
    model.press("d")
    #expect(marked(model) == 0)
  }

  @Test func `texts that share little are not marked at all`() {
    let far = WordDifferences("one two three four", "five six seven eight nine")
    #expect(far.first.isEmpty && far.second.isEmpty)
    let near = WordDifferences("a b c d", "a b x y d")
    #expect(near.first == [2])
    #expect(near.second == [2, 3])
  }

  @Test func `a pair scrolls as far as its longer answer`() {
    var scene = Scene.answers
    let lines = (1...40).map { "line \($0)" }.joined(separator: "\n")
    scene.add(
      "long", .pair(ResponsePair(prompt: "p", first: "short", second: lines)),
      votes: [.label("ann", "a2"), .label("bo", "b2")], gain: 0.1, question: "overall")
    var model = scene.showing("long")
    model.press("G")
    #expect(model.drawn.text(ofRow: 13).contains("line 40"))
  }

  @Test func `long text scrolls to its end and no further`() {
    var scene = Scene.letters
    scene.add(
      "long", .text((1...500).map { "line \($0)" }.joined(separator: "\n")),
      votes: [.label("ann", "ask"), .label("bo", "thanks")], gain: 0.1)
    var model = scene.showing("long")
    model.press("j")
    #expect(model.item?.offset == 1)
    model.press("G")
    #expect(model.drawn.text(ofRow: 12).contains("line 500"))
    let end = model.item?.offset
    model.press("j", "^D")
    #expect(model.item?.offset == end)
    model.press("g")
    #expect(model.item?.offset == 0)
  }
}
