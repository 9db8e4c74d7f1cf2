import Domain
import Screen
import Testing
import Workbench

/// Limits: completed, quoted, saved under names, and there again after a restart.
@Suite struct LimitPromptTests {
  private var model: Model {
    var model = Scene.letters.ready
    let asked = model.press("l")
    #expect(asked == [.report(.names, generation: 1)])
    var names = LimitNames()
    names.annotators = ["ann", "Bo Berg", "cem/2"]
    names.slices = [LimitNames.SliceValues(key: "lang", values: ["en", "de", "zh Hant"])]
    names.batches = 3
    _ = update(&model, .reported(.names(names), generation: 1))
    return model
  }

  private func completed(_ text: String, _ keys: String...) -> String? {
    var model = model
    model.type(text)
    for key in keys { model.press(key) }
    return model.typedText
  }

  @Test(arguments: [
    ("lab", "label:"), ("label:si", "label:sick "), ("label:sick agr", "label:sick agree<"),
    ("-label:th", "-label:thanks "), ("by:an", "by:ann "), ("by:Bo", "by:\"Bo Berg\" "),
    ("by:\"Bo B", "by:\"Bo Berg\" "), ("slice.l", "slice.lang:"),
    ("slice.lang:z", "slice.lang:\"zh Hant\" "), ("tier:h", "tier:high "),
    ("status:ru", "status:ruled "), ("pair:as", "pair:ask/"), ("pair:ask/si", "pair:ask/sick "),
    ("text:\"two words\" lab", "text:\"two words\" label:"), ("flag", "flag:*"),
  ])
  func `Tab completes keys and values, with quotation marks where they are needed`(
    typed: String, expected: String
  ) {
    #expect(completed(typed, "Tab") == expected)
  }

  @Test func `the prompt begins with the limit in force, the cursor at its end`() {
    var model = Scene.letters.ready
    model.press("l")
    model.type("label:ask")
    model.press("Enter", "l")
    #expect(model.typedText == "label:ask")
    model.type(" tier:high")
    model.press("Enter")
    #expect(model.queue.limitText == "label:ask tier:high")
  }

  @Test func `a limit is saved under a name, used by it, and forgotten`() throws {
    var model = Scene.letters.ready
    #expect(model.unavailable(.saveLimit) != nil)
    run("limit label:ask agree<0.6", in: &model)
    let effects = run("save-limit mine", in: &model)
    guard case .saveState(let state)? = effects.last else {
      Issue.record("nothing is kept")
      return
    }
    #expect(state.savedLimits == [SavedLimit(name: "mine", text: "label:ask agree<0.6")])
    run("limit tier:high", in: &model)
    run("limit @mine flag:*", in: &model)
    #expect(model.queue.limitText == "label:ask agree<0.6 flag:*")
    run("limit @nobody", in: &model)
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("an unknown name is not told")
      return
    }
    #expect(prompt.problem?.sentence == "no limit was saved as nobody")
    model.press("Esc")
    run("forget-limit mine", in: &model)
    #expect(model.savedLimits.isEmpty)
  }

  @Test func `saved limits stand first, and Down and Enter use one`() {
    var model = Scene.letters.ready
    run("limit label:ask", in: &model)
    run("save-limit questions", in: &model)
    run("limit tier:high", in: &model)
    model.press("l", "^U")
    let lines = model.drawn.lines
    let top = lines.firstIndex { $0.contains("─ conditions ") } ?? 0
    #expect(lines[top + 1].contains("@questions"))
    model.press("Tab")
    #expect(model.typedText == "@questions")
    model.press("Enter")
    #expect(model.queue.limitText == "label:ask")
    model.press("l", "^U", "Down")
    model.press("Up", "Enter")
    #expect(model.queue.limitText == "label:ask")
  }

  @Test func `names that cannot be typed are refused`() {
    var model = Scene.letters.ready
    run("limit label:ask", in: &model)
    run("save-limit two words", in: &model)
    #expect(model.savedLimits.isEmpty)
  }

  @Test func `limits that were used come back with Up, also after a restart`() {
    var model = Scene.letters.ready
    run("limit label:ask", in: &model)
    run("limit tier:low", in: &model)
    var scene = Scene.letters
    scene.resumed = model.state
    var again = scene.ready
    #expect(again.queue.limitText == "tier:low")
    again.press("l", "^U", "Up")
    #expect(again.typedText == "tier:low")
    again.press("Up")
    #expect(again.typedText == "label:ask")
  }

  @Test func `a limit outlives leaving with q, which drops it first`() {
    var model = Scene.letters.ready
    run("limit label:ask", in: &model)
    model.press("q")
    #expect(model.queue.limitText.isEmpty)
    let effects = model.press("q")
    guard case .saveState(let state)? = effects.first else {
      Issue.record("nothing is kept")
      return
    }
    #expect(state.limit == "label:ask")
    var other = Scene.letters.ready
    run("limit label:ask", in: &other)
    other.press("q", "j", "q")
    #expect(other.state.limit.isEmpty)
  }

  @Test func `an empty search repeats the last, Up brings it back`() {
    var model = Scene.letters.ready
    model.press("/")
    model.type("compost")
    #expect(model.press("Enter").contains { if case .search = $0 { true } else { false } })
    _ = update(
      &model,
      .found([model.queue.handles[2], model.queue.handles[5]], generation: model.queue.generation))
    #expect(model.queue.cursor == 2)
    model.press("/")
    #expect(model.typedText == "")
    model.press("Enter")
    #expect(model.queue.cursor == 5)
    model.press("/", "Up")
    #expect(model.typedText == "compost")
  }

  @discardableResult
  private func run(_ line: String, in model: inout Model) -> [Effect] {
    model.press(":")
    model.type(line)
    return model.press("Enter")
  }
}
