import Domain
import Screen
import Testing
import Workbench

@Suite struct ReleaseUpdateTests {
  private var scene: Scene {
    var scene = Scene.letters
    scene.size = Size(width: 100, height: 30)
    return scene
  }

  @Test func `figures are asked for on entering, and what fails stands first`() {
    var model = scene.ready
    let effects = model.press("Space", "r")
    #expect(effects == [.saveState(model.state), .report(.release, generation: 1)])
    #expect(Sentence(model).lead.plain == "Counting what would go out …")
    let shown = scene.inRelease(gate: Scene.bars)
    #expect(Sentence(shown).lead.plain == "Not ready: 2 of 10 checks fail.")
    #expect(Sentence(shown).tail.plain == "Enter opens the 31 units behind it.")
  }

  @Test func `Enter shows the units behind a check, and q comes back to it`() throws {
    var scene = scene
    var model = scene.inRelease("j", gate: Scene.bars)
    #expect(model.release.cursor.row == 1)
    scene.press(&model, "Enter")
    #expect(model.place == .queue)
    #expect(model.queue.limitText == "status:escalated")
    scene.press(&model, "q")
    #expect(model.place == .release)
    #expect(model.release.cursor.row == 1)
  }

  @Test func `a check without units says so`() {
    var scene = scene
    var model = scene.inRelease("G", gate: Scene.bars)
    scene.press(&model, "Enter")
    #expect(model.place == .release)
    #expect(model.notice?.text.isEmpty == false)
  }

  @Test func `the bar stays on its check when figures change`() {
    let scene = scene
    var model = scene.inRelease("j", gate: Scene.bars)
    model.press("R")
    var figures = scene.releaseFigures
    figures.tiers = [.init(tier: "high", units: 519, open: 0, escalated: 0, overdue: 0)]
    _ = update(&model, .reported(.release(figures), generation: model.release.generation))
    #expect(model.release.cursor.row == 0)
    #expect(Sentence(model).lead.plain == "Not ready: 1 of 10 checks fails.")
  }

  @Test func `late figures change nothing`() {
    var model = scene.inRelease()
    let before = model
    #expect(update(&model, .reported(.release(ReleaseFigures()), generation: 0)).isEmpty)
    #expect(model == before)
  }

  @Test func `nothing leaks through a limit while votes are hidden`() {
    var scene = scene
    scene.blind = .votes
    let model = scene.inRelease(gate: Scene.bars)
    #expect(model.unavailable(.open)?.plain == "it would tell votes, and those are hidden")
  }

  @Test func `the log, the settings and a sandbox are held against it`() {
    var model = scene.inRelease()
    #expect(Sentence(model).lead.plain == "Ready: all 3 checks pass.")
    _ = update(&model, .verified(.damaged(7)))
    #expect(Sentence(model).lead.plain == "Not ready: 1 of 3 checks fails.")
  }
}
