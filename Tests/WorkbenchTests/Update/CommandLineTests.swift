import Domain
import Screen
import Testing
import Workbench

/// What is typed after `:`, in help, in prompts.
@Suite struct CommandLineTests {
  private func run(_ text: String, in model: inout Model) -> [Effect] {
    model.press(":")
    model.type(text)
    return model.press("Enter")
  }

  @Test func `commands take their arguments on the line`() throws {
    var scene = Scene.letters
    scene.me = Member(id: "mara", user: "mara", roles: [.lead])
    var model = scene.ready
    _ = run("limit agree<0.6", in: &model)
    #expect(model.queue.limit == (try LimitParser.parse("agree<0.6")))
    _ = run("order item", in: &model)
    #expect(model.queue.order == .item)
    #expect(run("theme light", in: &model) == [.setTheme("light")])
    #expect(model.theme == "light")
    #expect(run("import exports/new.csv", in: &model) == [.importFile("exports/new.csv")])
    #expect(
      run("open L-204", in: &model) == [.openItem(UnitID(item: "L-204"), purpose: .show)])
    #expect(model.place == .item)
  }

  @Test func `a beginning is enough where one command fits best`() {
    var model = Scene.letters.ready
    _ = run("rer", in: &model)
    #expect(model.queue.phase == .loading)
  }

  @Test func `the name of a key file works too`() {
    var model = Scene.letters.ready
    _ = run("list.next", in: &model)
    #expect(model.queue.cursor == 1)
  }

  @Test func `what is no command is said, and the line stays`() {
    var model = Scene.letters.ready
    _ = run("fly away", in: &model)
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.editor.text == "fly away")
    #expect(prompt.problem?.sentence == "there is no command fly")
  }

  @Test func `an unavailable command says why`() {
    var model = Scene.letters.ready
    #expect(run("untag", in: &model).isEmpty)
    #expect(model.notice?.text == "untag all: nothing is tagged")
  }

  @Test func `Tab completes, arrows choose`() {
    var model = Scene.letters.ready
    model.press(":")
    model.type("ord")
    model.press("Tab")
    model.type("du")
    model.press("Tab")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.editor.text == "order due")
    model.press("Enter")
    #expect(model.queue.order == .due)
  }

  @Test func `Backspace on an empty line and Esc close it`() {
    for key in ["Backspace", "Esc", "^C"] {
      var model = Scene.letters.ready
      model.press(":", key)
      #expect(model.asking == .nothing)
    }
  }

  @Test func `limits complete keys and values`() {
    var model = Scene.letters.ready
    model.press("l")
    model.type("lab")
    model.press("Tab")
    model.type("sic")
    model.press("Tab")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.editor.text == "label:sick ")
  }

  @Test func `pasted text goes into the line and is never read as keys`() {
    var model = Scene.letters.showing("L-031")
    let before = model.item
    _ = update(&model, .pasted(Untrusted("x!1\n:quit\n")))
    #expect(model.item == before)
    model.press("n")
    _ = update(&model, .pasted(Untrusted("two\nlines\u{1B}")))
    model.press("Enter")
    #expect(model.item?.draft.rationale == "two lines")
  }

  @Test func `typing in help finds a key, Enter does it`() {
    var model = Scene.letters.ready
    model.press("?")
    model.type("read it")
    #expect(model.overlay == .help(find: "read it", page: 0))
    let effects = model.press("Enter")
    #expect(model.overlay == nil)
    #expect(effects.contains(.loadSummary))
    model.press("?")
    model.type("zzzz")
    model.press("Enter")
    #expect(model.overlay == nil)
  }

  @Test func `Esc and q close help, and Esc empties what is looked for first`() {
    var model = Scene.letters.ready
    model.press("?", "q")
    #expect(model.overlay == nil)
    model.press("?")
    model.type("q u")
    #expect(model.overlay == nil, "q with nothing typed closes")
    model.press("Esc", "?")
    model.type("tag")
    model.press("Esc")
    #expect(model.overlay == .help(find: "", page: 0))
  }

  @Test func `Space opens the places`() {
    var model = Scene.letters.showing("L-031")
    model.press("Space")
    #expect(model.drawn.lines.contains { $0.contains("╭─ places") })
    model.press("q")
    #expect(model.place == .queue)
  }

  @Test func `q leads back through the places as they were left`() {
    var model = Scene.letters.showing("L-031")
    model.press("Space", "h")
    #expect(model.place == .heatMap && model.item == nil)
    model.press("Space", "l")
    #expect(model.place == .log)
    model.press("q")
    #expect(model.place == .heatMap)
    let back = model.press("q")
    #expect(model.place == .item && model.item?.unit.item == "L-031")
    #expect(back.contains(.openItem(UnitID(item: "L-031"), purpose: .show)))
    model.press("q")
    #expect(model.place == .queue && model.trail.isEmpty)
    #expect(model.press("q").last == .quit)
  }

  @Test func `units behind a figure are shown in the queue, and q restores its limit`() throws {
    var model = Scene.letters.ready
    model.queue.limitText = "label:ask"
    model.queue.limit = try LimitParser.parse("label:ask")
    model.press("Space", "h")
    let state = LimitState(text: "pair:ask/sick", limit: try LimitParser.parse("pair:ask/sick"))
    let effects = model.showUnits(state)
    #expect(model.place == .queue && model.queue.limitText == "pair:ask/sick")
    #expect(effects.contains { if case .loadPage = $0 { true } else { false } })
    model.press("q")
    #expect(model.place == .heatMap && model.queue.limitText == "label:ask")
  }

  @Test func `every command does something where it applies, or says why not`() {
    for command in CommandTable.all {
      for scope in [CommandScope.queue, .item] where command.scope.meets(scope) {
        var scene = Scene.past
        scene.resumed.tags = [scene.rows[2].unit]
        scene.add(
          "long", .text((1...500).map { "line \($0)" }.joined(separator: "\n")),
          votes: [.label("ann", "ask"), .label("bo", "thanks")], gain: 0.1)
        var model = scope == .queue ? scene.ready : scene.showing("long")
        model.press(scope == .queue ? "j" : "^D")
        let before = model
        var effects: [Effect] = []
        if let keys = command.keys.first {
          for key in keys.keys { effects += update(&model, .keyPressed(key, model.now)) }
        } else {
          effects = run(command.word, in: &model)
        }
        if command.id == .goToQueue, scope == .queue { continue }
        #expect(model != before || !effects.isEmpty, "\(command.id) in \(scope)")
      }
    }
  }

  @Test func `a key without a meaning says where the keys are`() {
    var model = Scene.letters.ready
    model.press("Z")
    #expect(model.notice?.text == "Z does nothing here; ? lists the keys")
  }

  @Test func `below 40 by 12 only leaving works, and nothing is lost`() {
    var model = Scene.letters.showing("L-031")
    let before = model
    _ = update(&model, .resized(Size(width: 39, height: 12)))
    #expect(model.press("1").isEmpty)
    _ = update(&model, .resized(before.size))
    #expect(model == before)
    _ = update(&model, .resized(Size(width: 20, height: 3)))
    #expect(model.press("q").last == .quit)
  }
}
