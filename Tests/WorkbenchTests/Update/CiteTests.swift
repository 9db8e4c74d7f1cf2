import Domain
import Screen
import Testing
import Workbench

/// Clauses that a ruling cites.
@Suite struct CiteTests {
  private var scene: Scene {
    var scene = Scene.written
    scene.size = Size(width: 120, height: 40)
    return scene
  }

  private func recorded(_ effects: [Effect]) -> Decision? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision }
    }
    return nil
  }

  private func offered(_ model: Model) -> String { model.drawn.lines.joined(separator: "\n") }

  @Test func `the guideline is read once a version, and again on asking`() {
    var model = scene.ready
    #expect(update(&model, .summaryLoaded(scene.summary)).isEmpty, "it was asked for at the start")
    var summary = scene.summary
    summary.guidelineVersion = 3
    #expect(update(&model, .summaryLoaded(summary)) == [.report(.rules, generation: 2)])
    var item = scene.citing("L-031")
    #expect(item.press("c") == [.report(.rules, generation: item.rulesGeneration)])
  }

  @Test func `only what is in force is offered, what speaks of these labels first`() {
    let model = scene.citing("L-031", "c")
    let text = offered(model)
    #expect(text.contains("R-0001  A question about"))
    #expect(text.contains("R-0002  Thanks with a wish"))
    #expect(!text.contains("R-0003"), "it waits for publication")
    // L-204 stands between a question and thanks: both clauses speak of it; of a correction only one.
    let rows = scene.citing("L-\u{1B}[31m9", "c").drawn.lines.filter { $0.contains("R-000") }
    #expect(rows.first?.contains("R-0002") == true, "\(rows)")
  }

  @Test func `it is found by title, label and statement as one types`() {
    var scene = scene
    for (typed, found) in [("wish", "R-0002"), ("filed by", "R-0002"), ("R-0001", "R-0001")] {
      var model = scene.citing("L-031", "c")
      scene.type(&model, typed)
      scene.press(&model, "Enter")
      #expect(model.item?.draft.cites == [ClauseID(found)], "\(typed)")
    }
    var model = scene.citing("L-031", "c")
    scene.type(&model, "zebra")
    scene.press(&model, "Enter")
    #expect(model.item?.draft.cites == [])
    #expect(offered(model).contains("no clause in force has that"))
  }

  @Test func `several are cited, one again is taken away, and the ruling says which`() throws {
    var scene = scene
    var model = scene.citing("L-031", "c", "Enter", "c", "Down", "Enter")
    #expect(model.item?.draft.cites == [ClauseID(number: 1), ClauseID(number: 2)])
    #expect(offered(model).contains("R-0001, R-0002"))
    scene.press(&model, "c", "Enter")
    #expect(model.item?.draft.cites == [ClauseID(number: 2)])
    #expect(offered(model).contains("R-0002  Thanks with a wish"))
    #expect(model.drafts[UnitID(item: "L-031", question: .label)]?.cites == [ClauseID(number: 2)])
    let decision = try #require(recorded(model.press("1")))
    #expect(decision.cites == [ClauseID(number: 2)])
  }

  @Test func `what is withdrawn or waits cannot be cited by its number either`() {
    var scene = scene
    for number in ["R-0003", "R-0099", "nonsense"] {
      var model = scene.citing("L-031", ":")
      scene.type(&model, "cite \(number)")
      scene.press(&model, "Enter")
      #expect(model.item?.draft.cites == [], "\(number)")
      #expect(model.notice?.text.contains("is in force") == true, "\(number)")
    }
    var model = scene.citing("L-031", ":")
    scene.type(&model, "cite R-0002")
    scene.press(&model, "Enter")
    #expect(model.item?.draft.cites == [ClauseID(number: 2)])
  }

  @Test func `what was withdrawn meanwhile is refused, and can only be taken away`() {
    var scene = scene
    var model = scene.citing("L-031", "c", "Enter")
    scene.tell(&model, .painted(model.now))
    let ticket = model.lastTicket + 1
    model.press("1")
    _ = update(
      &model,
      .refused(
        Refused(
          ticket: ticket, unit: UnitID(item: "L-031", question: .label),
          refusal: .clauseWithdrawn(ClauseID(number: 1)), sentence: "It is withdrawn.")))
    #expect(model.asking == .alarm("L-031: It is withdrawn."))
    #expect(model.item?.draft.cites == [ClauseID(number: 1)], "nothing is lost")
    _ = update(&model, .reported(.rules(Guideline()), generation: model.rulesGeneration))
    model.press("c")
    #expect(offered(model).contains("no longer in force"))
    model.press("Enter")
    #expect(model.item?.draft.cites == [])
  }

  @Test func `nothing is offered where nothing is in force`() {
    var scene = scene
    scene.summary.guidelineVersion = 0
    let model = scene.showing("L-031")
    #expect(model.unavailable(.cite)?.plain == "no clause is in force")
  }
}
