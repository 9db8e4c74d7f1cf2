import Domain
import Screen
import Testing
import Workbench

/// Earlier rulings that are followed, set apart, or read; and rulings taken back later.
@Suite struct PrecedentTests {
  private func recorded(_ effects: [Effect]) -> Decision? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision }
    }
    return nil
  }

  @Test func `p and a digit rule as an earlier ruling did, and the ruling says so`() throws {
    var model = Scene.past.showing("L-031")
    let effects = model.press("p", "1")
    let decision = try #require(recorded(effects))
    #expect(decision.outcome == .value(.label("sick")))
    #expect(decision.follows == [99])
    #expect(decision.distinguishes.isEmpty)
  }

  @Test func `what is not ruled after all is not said to be followed`() throws {
    var model = Scene.past.showing("L-031")
    _ = model.changeDraftForTest { $0.follows = [99] }
    let decision = try #require(recorded(model.press("1")))
    #expect(decision.outcome == .value(.label("ask")))
    #expect(decision.follows.isEmpty)
  }

  @Test func `P asks why it is another case, and keeps the words in the note`() throws {
    var model = Scene.past.showing("L-031")
    model.press("P", "2")
    model.type("the wish stands alone")
    model.press("Enter")
    #expect(model.item?.draft.distinguishes == [41])
    #expect(model.item?.draft.rationale == "Not as L-019: the wish stands alone")
    let shown = model.drawn.lines.joined()
    #expect(shown.contains("not as L-019"))
    var again = model
    again.press("P", "2")
    #expect(again.item?.draft.distinguishes == [], "a second time takes it back")
    let decision = try #require(recorded(model.press("1")))
    #expect(decision.distinguishes == [41])
  }

  @Test func `why must be said`() {
    var model = Scene.past.showing("L-031")
    model.press("P", "1", "Enter")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("nothing is asked")
      return
    }
    #expect(prompt.problem != nil)
  }

  @Test func `earlier rulings are listed in full, and Enter reads one`() {
    var model = Scene.past.showing("L-031")
    model.press("H", "j")
    #expect(model.overlay == .precedents(place: 1))
    #expect(model.drawn.lines.contains { $0.contains("L-019") })
    let effects = model.press("Enter")
    #expect(effects.contains(.openItem(UnitID(item: "L-019"), purpose: .show)))
    let back = model.press("q")
    #expect(back.contains(.openItem(UnitID(item: "L-031"), purpose: .show)))
  }

  @Test func `without earlier rulings the keys say why they do nothing`() {
    var model = Scene.letters.showing("L-007")
    #expect(model.press("p").isEmpty)
    #expect(model.notice?.text.hasSuffix("nothing was ruled on these labels yet") == true)
  }

  @Test func `z offers the last ruling of another session, and names it`() {
    let scene = Scene.letters
    var model = scene.ready
    #expect(model.press("z") == [.findOwnRuling("mara")])
    let seat = SeatID(unit: scene.rows[2].unit, seat: .main)
    let ruling = OwnRuling(
      seatID: seat, outcome: .value(.label("sick")), at: Scene.start.advanced(days: -3))
    _ = update(&model, .ownRulingFound(ruling))
    guard case .question(let question) = model.asking else {
      Issue.record("nothing is asked")
      return
    }
    #expect(
      question.text == "Take back your ruling on L-112, plant disease, of 2026-02-27 09:00?")
    var other = model
    #expect(other.press("Enter").isEmpty, "Enter lets it stand")
    let effects = model.press("y")
    guard case .record(let recording)? = effects.first else {
      Issue.record("nothing is recorded")
      return
    }
    #expect(recording.commands == [.withdraw(seat)])
    _ = update(&other, .ownRulingFound(nil))
    #expect(other.notice?.text == "no ruling of yours stands")
  }
}

extension Model {
  /// Sets a draft without the keys for it.
  mutating func changeDraftForTest(_ change: (inout Draft) -> Void) -> Draft? {
    guard var draft = item?.draft else { return nil }
    change(&draft)
    item?.draft = draft
    return draft
  }
}
