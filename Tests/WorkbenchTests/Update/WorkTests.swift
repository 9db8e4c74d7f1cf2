import Domain
import Screen
import Testing
import Workbench

/// Long work beside the screen: shown, stopped, and asked about before one leaves.
@Suite struct WorkTests {
  private var lead: Scene {
    var scene = Scene.letters
    scene.me = Member(id: "mara", user: "mara", roles: [.lead, .adjudicator])
    return scene
  }

  private func working(_ done: Int = 41) -> Model {
    var model = lead.ready
    model.press("i")
    model.type("exports/more.csv")
    #expect(model.press("Enter") == [.importFile("exports/more.csv")])
    _ = update(
      &model, .progress(Work(name: "more.csv", stage: "reading", done: done, total: 100)))
    return model
  }

  @Test(arguments: [40, 80, 120])
  func `the last row shows how far an import has come, and what stops it`(width: Int) {
    var model = working()
    model.size = Size(width: width, height: 24)
    let last = model.drawn.lines[23]
    #expect(last.contains("━"))
    #expect(last.contains("41 %"))
    #expect(last.contains("^C stop"))
    #expect(last.hasSuffix("? help"))
    if width >= 80 { #expect(last.contains("reading more.csv")) }
  }

  @Test func `work that is done at once is not shown`() {
    var model = lead.ready
    model.press("i")
    model.type("a.csv")
    model.press("Enter")
    #expect(!model.drawn.lines[23].contains("━"))
    #expect(model.press("^C") == [.cancelWork])
  }

  @Test(arguments: ["^C", ":stop"])
  func `it is stopped without a question, once it says so the row is free`(how: String) {
    var model = working()
    var effects: [Effect] = []
    if how == "^C" {
      effects = model.press("^C")
    } else {
      model.press(":")
      model.type("stop")
      effects = model.press("Enter")
    }
    #expect(effects == [.cancelWork])
    #expect(model.asking == .nothing)
    #expect(model.drawn.lines[23].contains("stopping"))
    _ = update(
      &model, .progress(Work(name: "more.csv", stage: "reading", done: 44, total: 100)))
    #expect(model.work?.isStopping == true)
    _ = update(&model, .progress(nil))
    #expect(model.work == nil)
    #expect(!model.drawn.lines[23].contains("stopping"))
    #expect(model.unavailable(.stop) != nil)
  }

  @Test func `one can go on meanwhile`() {
    var model = working()
    model.press("j")
    #expect(model.queue.cursor == 1)
    model.press("Enter")
    #expect(model.drawn.lines[23].contains("41 %"))
  }

  @Test func `leaving asks, because an import would be lost`() {
    var model = working()
    #expect(model.press("q").isEmpty)
    guard case .question(let question) = model.asking else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.text.contains("more.csv"))
    #expect(model.press("Enter").isEmpty)
    #expect(model.asking == .nothing && !model.isQuitting)
    model.press("q")
    #expect(model.press("y").last == .quit)
  }
}
