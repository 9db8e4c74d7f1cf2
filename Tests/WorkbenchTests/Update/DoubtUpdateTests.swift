import Domain
import Screen
import Testing
import Workbench

/// A ruling in doubt is kept with Enter, and overruled with a digit.
@Suite struct DoubtUpdateTests {
  private func recorded(_ effects: [Effect]) -> Decision? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision }
    }
    return nil
  }

  @Test func `Enter keeps it, with what it cited as far as that is in force, and its words`() throws
  {
    var model = Scene.doubted.showing("L-031")
    let decision = try #require(recorded(model.press("Enter")))
    #expect(decision.outcome == .value(.label("sick")))
    #expect(decision.base == 130)
    #expect(decision.cites == ["R-0001"])
    #expect(decision.rationale == "She asks, but for the cure.")
  }

  @Test func `what is said now stands instead of what was said`() throws {
    var model = Scene.doubted.showing("L-031")
    _ = model.changeDraftForTest { $0.rationale = "Still so." }
    let decision = try #require(recorded(model.press("Enter")))
    #expect(decision.rationale == "Still so.")
  }

  @Test func `another digit overrules it, and takes over neither words nor clauses`() throws {
    var model = Scene.doubted.showing("L-031")
    let decision = try #require(recorded(model.press("1")))
    #expect(decision.outcome == .value(.label("ask")))
    #expect(decision.base == 130)
    #expect(decision.cites.isEmpty)
    #expect(decision.rationale == nil)
  }

  @Test func `Enter keeps nothing where nothing is in doubt`() {
    var model = Scene.past.showing("L-031")
    #expect(recorded(model.press("Enter")) == nil)
  }

  @Test func `whoever may not rule is told so, and keeps nothing`() {
    var scene = Scene.doubted
    scene.me = Member(id: "rita", user: nil, roles: [.reviewer])
    var model = scene.showing("L-031")
    #expect(recorded(model.press("Enter")) == nil)
    #expect(!model.drawn.lines.joined().contains("Enter keeps"))
  }

  @Test func `votes that were hidden before the ruling are shown with it`() {
    var scene = Scene.doubted
    scene.blind = .votes
    #expect(!scene.showing("L-031").hidesVotes)
    #expect(!scene.ready.hidesVotes(of: scene.rows[0]))
  }
}
