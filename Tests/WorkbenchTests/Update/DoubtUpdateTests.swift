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

  @Test func `a ruling that new ratings put in doubt says which, and is kept with Enter`() throws {
    var model = Scene.newlyRated.showing("L-031")
    #expect(
      model.drawn.lines.joined().contains(
        "New ratings since: batches 3, 4 (3 votes). Keep plant disease?"))
    let decision = try #require(recorded(model.press("Enter")))
    #expect(decision.outcome == .value(.label("sick")))
    #expect(decision.base == 130)
    #expect(decision.batch == 4)
    #expect(decision.rationale == "She asks, but for the cure.")
  }

  @Test func `a version is told first where there are new ratings too`() {
    let scene = Scene.doubted(by: .version(3), newRatings: [NewRatings(batch: 4, votes: 1)])
    var model = scene.showing("L-031")
    #expect(model.drawn.lines.joined().contains("v3: R-0001 changed. Keep plant disease?"))
    _ = model.press("w")
    let why = model.drawn.lines.joined()
    #expect(why.contains("by version of the guideline"))
    #expect(why.contains("batch 4 (1 vote)"))
  }

  @Test func `what a version made of each part is said`() {
    func said(_ parts: Doubt.Part...) -> String {
      Scene.doubted(by: .version(3), parts: parts).showing("L-031").drawn.lines[1]
    }
    let first = GuidelinePart.clause("R-0001")
    let second = GuidelinePart.clause("R-0002")
    #expect(said(Doubt.Part(first, .new)).contains("v3: R-0001 added. Keep"))
    #expect(said(Doubt.Part(first, .withdrawn)).contains("v3: R-0001 withdrawn. Keep"))
    #expect(
      said(Doubt.Part(first, .changed), Doubt.Part(second, .changed))
        .contains("v3: R-0001, R-0002 changed. Keep"))
    #expect(
      said(Doubt.Part(first, .changed), Doubt.Part(second, .new))
        .contains("v3: R-0001 changed, R-0002 added. Keep"))
    #expect(said().contains("v3 changed. Keep"))
  }

  @Test func `many batches are counted`() {
    let batches = (2...7).map { NewRatings(batch: $0, votes: 1) }
    #expect(batches.phrase == "6 batches, last 7 (6 votes)")
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
