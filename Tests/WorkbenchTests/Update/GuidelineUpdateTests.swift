import Domain
import Screen
import Testing
import Workbench

@Suite struct GuidelineUpdateTests {
  private var scene: Scene {
    var scene = Scene.letters
    scene.size = Size(width: 120, height: 40)
    return scene
  }

  private func detail(_ model: Model) -> String {
    model.drawn.lines.map { String($0.dropFirst(52)) }.joined(separator: "\n")
  }

  @Test func `the guideline is asked for on entering`() {
    var model = scene.ready
    let effects = model.press("Space", "g")
    #expect(effects == [.saveState(model.state), .report(.guideline, generation: 1)])
    #expect(Sentence(model).lead.plain == "Reading the guideline …")
    #expect(
      Sentence(scene.inGuideline()).lead.plain == "2 clauses are in force, v2.")
  }

  @Test func `the bar stands on parts alone, from the first to the last`() {
    var model = scene.inGuideline()
    var seen: [Int] = []
    for _ in 0..<20 {
      seen.append(model.guideline.cursor.row)
      model.press("j")
    }
    let page = scene.guideline
    let parts = page.guideline.clauses.count + page.labels.count + 1 + 3
    #expect(Set(seen).count == parts)
    model.press("g")
    #expect(model.guideline.cursor.row == 1)
    #expect(model.guideline.cursor.top == 0)
  }

  @Test func `Enter goes to the rulings that cite a clause, and from there to an item`() {
    var scene = scene
    var model = scene.inGuideline("Enter")
    #expect(detail(model).contains("rulings that cite it"))
    scene.press(&model, "j", "Enter")
    #expect(model.place == .item)
    #expect(model.item?.unit.item == "L-007")
    scene.press(&model, "q")
    #expect(model.place == .guideline)
    #expect(model.guideline.focus == .detail)
    scene.press(&model, "q")
    #expect(model.guideline.focus == .list)
    scene.press(&model, "q")
    #expect(model.place == .queue)
  }

  @Test func `on a narrow screen a part is shown in place of the list`() {
    var scene = scene
    scene.size = Size(width: 80, height: 24)
    var model = scene.inGuideline()
    #expect(!model.drawn.lines.joined().contains("rulings that cite it"))
    scene.press(&model, "Enter", "g")
    #expect(model.drawn.lines.joined().contains("A question about a sick plant"))
    #expect(model.drawn.lines.joined().contains("statement"))
  }

  @Test func `a draft is held against what is in force, a version against the one before`() {
    var scene = scene
    var model = scene.inGuideline("d")
    #expect(Sentence(model).lead.plain == "Publishing v3 would change 2 parts.")
    #expect(model.drawn.lines.contains { $0.contains("+ ") && $0.contains("or a pest") })
    scene.press(&model, "q")
    #expect(model.guideline.difference == nil)
    scene.press(&model, "G", "d")
    #expect(model.guideline.difference == .init(old: 0, new: 1))
    scene.press(&model, "d", ":")
    for character in "diff 1 2" {
      scene.tell(&model, .keyPressed(.character(character), model.now))
    }
    scene.press(&model, "Enter")
    #expect(model.guideline.difference == .init(old: 1, new: 2))
    #expect(Sentence(model).lead.plain == "v1 → v2 changed 2 parts.")
  }

  @Test func `words are found in titles, statements and examples`() {
    var scene = scene
    var model = scene.inGuideline("/")
    model.type("wish")
    scene.press(&model, "Enter")
    #expect(detail(model).contains("Thanks with a wish"))
    scene.press(&model, "/")
    for _ in 0..<4 { scene.press(&model, "Backspace") }
    model.type("translated")
    scene.press(&model, "Enter")
    #expect(detail(model).contains("languages"))
  }

  @Test func `a version is written as Markdown, byte for byte what its digest is of`() {
    var model = scene.inGuideline("w")
    let effects = model.press("Enter")
    #expect(
      effects == [
        .writeText(scene.guideline.markdown(of: 2), to: "garden-letters-guideline-v2.md")
      ])
    let empty = scene.inGuideline(page: scene.emptyGuideline)
    #expect(empty.unavailable(.write)?.plain == "no version is published yet")
  }

  @Test func `a label without clauses says what is known of it, and how one gets there`() {
    var model = scene.inGuideline(page: scene.emptyGuideline)
    model.press("j")
    #expect(Sentence(model).lead.plain.hasPrefix("No clauses yet"))
    let text = detail(model)
    #expect(text.contains("ruled"))
    #expect(text.contains("stands open against"))
    #expect(text.contains("A ruling becomes one: tiebreak guide"))
  }

  @Test func `the bar stays on its part when the guideline changes`() {
    let scene = scene
    var model = scene.inGuideline("j", "j", "j", "j", page: scene.emptyGuideline)
    let before = model.drawn.lines.first { $0.hasPrefix("▌") }
    model.press("R")
    _ = update(
      &model, .reported(.guideline(scene.guideline), generation: model.guideline.generation))
    #expect(model.drawn.lines.first { $0.hasPrefix("▌") }?.prefix(12) == before?.prefix(12))
  }

  @Test func `late answers change nothing`() {
    var model = scene.inGuideline()
    let before = model
    _ = update(&model, .reported(.guideline(scene.emptyGuideline), generation: 0))
    #expect(model == before)
  }
}
