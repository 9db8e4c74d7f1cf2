import Domain
import Screen
import Testing
import Workbench

/// Publishing from the screen: the plan, what is chosen, and what stands against it.
@Suite struct PublishUpdateTests {
  private var scene: Scene {
    var scene = Scene.written
    scene.size = Size(width: 120, height: 40)
    return scene
  }

  private let first = GuidelinePart.clause(ClauseID(number: 1))

  private func text(_ model: Model) -> String { model.drawn.lines.joined(separator: "\n") }

  private func publication(_ effects: [Effect]) -> Publication? {
    for case .record(let recording) in effects {
      if case .publish(let publication)? = recording.commands.first { return publication }
    }
    return nil
  }

  @Test func `the plan says what changes, why, and which rulings go in doubt`() {
    let model = scene.reading("P")
    #expect(Sentence(model).lead.plain == "Publishing v3 puts 3 rulings in doubt.")
    let shown = text(model)
    #expect(shown.contains("semantic · 3 in doubt"))
    #expect(shown.contains("from the rulings at 17, 42"))
    #expect(shown.contains("put in doubt"))
    #expect(shown.contains("a pest, even where"))
  }

  @Test func `a change that is editorial puts nothing in doubt`() {
    var scene = scene
    var model = scene.reading("P", "t")
    #expect(model.guideline.plan?.wish.editorial == [first])
    #expect(Sentence(model).lead.plain == "Publishing v3 puts no ruling in doubt.")
    scene.press(&model, "t")
    #expect(Sentence(model).lead.plain == "Publishing v3 puts 3 rulings in doubt.")
  }

  @Test func `rulings that only settle the same labels are left alone where a lead says so`() {
    var scene = scene
    #expect(scene.reading("P").unavailable(.spareLabels)?.plain.isEmpty == false)
    scene.doubtedFor = .labels
    var model = scene.reading("P")
    #expect(text(model).contains("about 4 min to rule again"))
    scene.press(&model, "s")
    #expect(model.guideline.plan?.wish.sparing == [.labels])
    #expect(Sentence(model).lead.plain == "Publishing v3 puts no ruling in doubt.")
    #expect(text(model).contains("3 more on the same labels are left alone"))
    #expect(publication(Self.confirmed(&model))?.inDoubt == [])
    model = scene.reading("P", "s", "s")
    #expect(model.guideline.plan?.wish.sparing == [])
  }

  @Test func `a part that is left out stays in sight, and comes back`() {
    var scene = scene
    var model = scene.reading("P", "x")
    #expect(model.guideline.plan?.wish.leftOut == [first])
    #expect(text(model).contains("left out"))
    #expect(publication(Self.confirmed(&model))?.changes.map(\.part).contains(first) == false)
    model = scene.reading("P", "x", "G", "k")
    while model.plannedPart != first { scene.press(&model, "k") }
    scene.press(&model, "x")
    #expect(model.guideline.plan?.wish.leftOut == [])
  }

  private static func confirmed(_ model: inout Model) -> [Effect] {
    model.press("P") + model.press("y")
  }

  @Test func `P asks, and publishes exactly what is shown`() throws {
    var scene = scene
    var model = scene.reading("P")
    #expect(publication(model.press("P")) == nil)
    guard case .question(let question) = model.asking else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.text == "Publish v3? 2 parts change, 3 rulings are put in doubt.")
    let effects = model.press("y")
    #expect(publication(effects) == model.guideline.plan?.page?.value.publication)
    #expect(model.unavailable(.publish)?.plain == "it is being published")
    for effect in effects {
      for reply in scene.replies(to: effect) { scene.tell(&model, reply) }
    }
    #expect(model.guideline.plan == nil)
    #expect(model.notice?.text == "✓ v3 is in force")
  }

  @Test func `Enter is the safe answer, q leaves the plan`() {
    var scene = scene
    var model = scene.reading("P")
    model.press("P")
    #expect(publication(model.press("Enter")) == nil)
    scene.press(&model, "q")
    #expect(model.guideline.plan == nil)
    #expect(model.place == .guideline)
  }

  @Test func `who is no lead looks and does not publish`() {
    var scene = scene
    scene.me = Member(id: "mara", user: "mara", roles: [.reviewer])
    var model = scene.reading("P")
    #expect(model.guideline.plan != nil)
    #expect(model.unavailable(.publish)?.plain == "for leads")
    #expect(publication(Self.confirmed(&model)) == nil)
    #expect(Sentence(model).tail.plain.contains("This takes the role lead."))
  }

  @Test func `nothing that waits is nothing to publish, drafts are said to be drafts`() {
    let page = scene.emptyGuideline
    var model = scene.reading()
    _ = update(&model, .reported(.guideline(page), generation: model.guideline.generation))
    #expect(model.unavailable(.publish)?.plain == "nothing waits to be published")
    var drafts = Guideline()
    drafts.evolve(
      Event(
        seq: 1, previous: .zero, hash: .zero,
        draft: EventDraft(
          operation: OperationID(high: 0, low: 1), at: Scene.start, actor: "mara",
          isSandbox: false,
          body: .guideline(
            SectionChange(id: .label("sick"), base: -1, text: "x", stage: .draft)))))
    let drafted = GuidelinePage(
      project: "p", guideline: drafts, citations: [:], labels: page.labels)
    _ = update(&model, .reported(.guideline(drafted), generation: model.guideline.generation))
    #expect(model.unavailable(.publish)?.plain.contains("drafts") == true)
  }

  @Test func `what was published meanwhile is refused, and the plan is made anew`() {
    var model = scene.reading("P")
    _ = Self.confirmed(&model)
    let effects = update(
      &model,
      .refused(
        Refused(
          ticket: model.lastTicket, unit: nil, refusal: .publishedMeanwhile(version: 3),
          sentence: "Version 3 was published meanwhile. Look again, then publish.")))
    #expect(
      model.asking == .alarm("Version 3 was published meanwhile. Look again, then publish."))
    #expect(model.guideline.plan?.writing == nil)
    #expect(effects.contains { if case .report(.publication, _) = $0 { true } else { false } })
  }

  @Test func `Enter on a ruling in doubt opens it, q comes back to the plan`() {
    var scene = scene
    scene.size = Size(width: 80, height: 24)
    var model = scene.reading("P", "G")
    scene.press(&model, "k", "Enter")
    #expect(model.place == .item)
    scene.press(&model, "q")
    #expect(model.place == .guideline)
    #expect(model.guideline.plan != nil)
  }
}
