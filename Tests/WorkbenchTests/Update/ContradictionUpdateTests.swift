import Domain
import Screen
import Testing
import Workbench

/// Rulings on like texts that came out differently, listed for whoever leads; and an item that is ruled
/// is opened again.
@Suite struct ContradictionUpdateTests {
  private var scene: Scene {
    var scene = Scene.past
    scene.contradicting = Scene.contradictions
    return scene
  }

  @Test func `they are asked for, and both rulings of each pair stand there`() {
    var model = scene.inGuideline()
    let effects = model.press("c")
    #expect(effects == [.report(.contradictions, generation: 1)])
    #expect(Sentence(model).lead.plain == "Holding rulings on like texts beside each other …")
    let shown = scene.inContradictions()
    #expect(Sentence(shown).lead.plain == "2 pairs of rulings on like texts came out differently.")
    let text = shown.drawn.lines.joined(separator: "\n")
    for words in [
      ".94 alike", "L-031", "L-007", "jonas", "2026", "R-0001 · cure · She names the pest herself.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `the bar begins on the first ruling, Enter opens its item, and q comes back to it`() {
    var scene = scene
    var model = scene.inContradictions()
    #expect(model.guideline.detail.row == 1)
    scene.press(&model, "j", "j")
    let row = model.guideline.detail.row
    scene.press(&model, "Enter")
    #expect(model.place == .item)
    #expect(model.item?.unit.item == "L-007")
    scene.press(&model, "q")
    #expect(model.place == .guideline)
    #expect(model.guideline.contradictions != nil)
    #expect(model.guideline.detail.row == row)
    scene.press(&model, "q")
    #expect(model.guideline.contradictions == nil)
    #expect(model.place == .guideline)
  }

  @Test func `a line without a ruling opens nothing, and an older answer is not taken`() {
    var scene = scene
    var model = scene.inContradictions("g")
    scene.press(&model, "Enter")
    #expect(model.place == .guideline)
    #expect(model.notice?.text.contains("no item on this line") == true)
    _ = update(&model, .reported(.contradictions([]), generation: 0))
    #expect(model.guideline.contradictions?.pairs?.value.count == 2)
    _ = model.press("R")
    _ = update(&model, .reported(.contradictions([]), generation: 2))
    #expect(Sentence(model).lead.plain.hasPrefix("No two rulings"))
    #expect(model.guideline.detail.row == 0)
  }

  @Test func `a lead opens an item again that somebody ruled on, and says why`() {
    var scene = Scene.doubted
    scene.me = Member(id: "lena", user: nil, roles: [.lead])
    var model = scene.showing("L-031")
    _ = model.press("Z")
    _ = model.press("Enter")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("nothing is asked")
      return
    }
    #expect(prompt.problem?.sentence == "say in a word why it is not to stand")
    model.type("R-0001 says otherwise")
    let effects = model.press("Enter")
    let seat = SeatID(unit: UnitID(item: "L-031"), seat: .main)
    #expect(
      effects
        == [
          .record(
            Recording(
              ticket: model.lastTicket,
              commands: [.reopen(seat, reason: "R-0001 says otherwise")]))
        ])
  }

  @Test func `nobody else reopens, and nothing that is open`() {
    var model = Scene.doubted.showing("L-031")
    #expect(model.unavailable(.reopen)?.plain == "for leads")
    #expect(model.press("Z").isEmpty)
    var scene = Scene.past
    scene.me = Member(id: "lena", user: nil, roles: [.lead])
    #expect(scene.showing("L-112").unavailable(.reopen)?.plain == "no ruling stands")
  }
}
