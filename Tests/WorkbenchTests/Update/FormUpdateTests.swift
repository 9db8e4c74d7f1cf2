import Domain
import Screen
import Testing
import Workbench

/// Clauses and definitions while they are written.
@Suite struct FormUpdateTests {
  private var scene: Scene {
    var scene = Scene.written
    scene.size = Size(width: 120, height: 40)
    return scene
  }

  private let first = ClauseID(number: 1)

  private func commands(_ effects: [Effect]) -> [Command] {
    effects.flatMap { effect -> [Command] in
      if case .record(let recording) = effect { recording.commands } else { [] }
    }
  }

  private func text(_ model: Model) -> String { model.drawn.lines.joined(separator: "\n") }

  @Test func `what the bar stands on is written, with the rulings beside it`() {
    var model = scene.reading()
    let effects = model.press("e")
    #expect(model.place == .clause)
    #expect(model.form?.target == .part(.clause(first)))
    #expect(model.form?.draft.base == 106)
    guard case .report(.evidence(let asked, let id), let generation)? = effects.last else {
      Issue.record("no rulings were asked for: \(effects)")
      return
    }
    #expect(id == first)
    #expect(asked == model.form?.draft.clause)
    _ = update(
      &model, .reported(.evidence(scene.evidence(of: asked, id)), generation: generation))
    #expect(Sentence(model).lead.plain == "2 rulings contradict plant disease.")
    #expect(Sentence(model).tail.plain == "3 agree, 2 are silent.")
    #expect(text(model).contains("cites"))
  }

  @Test func `typed words stand in the draft at once, and are kept`() {
    var model = scene.writing("Enter")
    let kept = model.press("!")
    guard case .saveForms(let forms)? = kept.first else {
      Issue.record("nothing was kept: \(kept)")
      return
    }
    #expect(forms.map(\.clause.title) == ["A question about a sick plant!"])
    #expect(model.forms[.part(.clause(first))]?.clause.title.hasSuffix("!") == true)
    model.press("Backspace")
    #expect(model.forms.isEmpty, "what says nothing new is not kept")
    #expect(Sentence(model).lead.plain.hasPrefix("2 rulings"))
  }

  @Test func `Tab goes on writing in the next field, Enter breaks lines only in the statement`() {
    var scene = scene
    var model = scene.writing("Enter", "Tab")
    #expect(model.form?.field == .statement)
    #expect(model.form?.editor != nil)
    model = scene.writing("j", "j", "Enter", "Enter")
    scene.type(&model, "More.")
    #expect(model.form?.draft.clause.statement.hasSuffix("\nMore.") == true)
    scene.press(&model, "Tab")
    #expect(model.form?.field == .example(0))
    #expect(model.form?.editor != nil)
    scene.press(&model, "Enter")
    #expect(model.form?.editor == nil)
    scene.press(&model, "Esc")
    #expect(model.place == .clause)
  }

  @Test func `pasted lines stay lines in the statement, and become one elsewhere`() {
    var model = scene.writing("j", "j", "Enter")
    _ = update(&model, .pasted(Untrusted("a\r\nb\u{1B}[31m")))
    #expect(model.form?.draft.clause.statement.hasSuffix("a\nb[31m") == true)
    model.press("Tab")
    _ = update(&model, .pasted(Untrusted("a\nb")))
    #expect(model.form?.draft.clause.examples[0].text.hasSuffix("a b") == true)
  }

  @Test func `what was left is there again, also after a quit`() {
    var scene = scene
    var model = scene.writing("Enter")
    scene.type(&model, "?")
    scene.press(&model, "Esc", "q")
    #expect(model.place == .guideline)
    #expect(model.form == nil)
    #expect(model.notice?.text == "what you wrote is kept")
    scene.press(&model, "e")
    #expect(model.form?.draft.clause.title == "A question about a sick plant?")
    var start = scene.begin
    start.forms = Array(model.forms.values)
    let later = Model.begin(start).model
    #expect(later.forms == model.forms)
  }

  @Test func `a new clause is among what was not sent, until it is`() {
    var scene = scene
    var model = scene.reading("a", "Enter")
    #expect(model.form?.target == .new(1))
    scene.type(&model, "Mine")
    scene.press(&model, "Esc", "q")
    #expect(text(model).contains("not sent"))
    #expect(text(model).contains("Mine"))
    scene.press(&model, "a")
    #expect(model.form?.target == .new(2), "beside the first")
    scene.press(&model, "q", "g", "Enter")
    #expect(model.form?.draft.clause.title == "Mine")
  }

  @Test func `labels are taken and taken away, and the rulings are looked at anew`() {
    var scene = scene
    var model = scene.writing("L")
    let before = model.form?.generation
    scene.press(&model, "Enter")
    #expect(model.form?.draft.clause.labels == ["sick"], "the question was taken away")
    #expect(model.form?.generation == (before ?? 0) + 1)
    guard case .prompt = model.asking else {
      Issue.record("the prompt is closed")
      return
    }
    scene.press(&model, "Esc")
    #expect(model.place == .clause)
  }

  @Test func `kept as a draft it stays open under its number, sent for review it closes`() {
    var scene = scene
    var model = scene.reading("a", "Enter")
    scene.type(&model, "T")
    scene.press(&model, "Tab", "Esc", "j", "j")
    model.press("g", "j", "j", "Enter")
    scene.type(&model, "S")
    model.press("Esc")
    let effects = model.press("s")
    let wanted = ClauseText(title: "T", labels: [], statement: "S")
    #expect(
      commands(effects) == [
        .clause(ClauseProposal(id: nil, text: wanted, stage: .draft))
      ])
    for effect in effects {
      for reply in scene.replies(to: effect) { scene.tell(&model, reply) }
    }
    #expect(model.form?.target == .part(.clause(ClauseID(number: 4))))
    #expect(model.form?.draft.base == scene.summary.head + 1)
    #expect(model.forms.isEmpty)
    #expect(model.notice?.text == "✓ R-0004 kept as a draft")
    #expect(model.form?.isChanged == false)
  }

  @Test func `P sends what was read for review and goes back`() {
    var scene = scene
    var model = scene.writing("j", "j", "Enter")
    scene.type(&model, " Really.")
    model.press("Esc")
    let effects = model.press("P")
    guard case .clause(let proposal)? = commands(effects).first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(proposal.id == first)
    #expect(proposal.base == 106)
    #expect(proposal.stage == .review)
    #expect(proposal.text?.statement.hasSuffix(" Really.") == true)
    for effect in effects {
      for reply in scene.replies(to: effect) { scene.tell(&model, reply) }
    }
    #expect(model.place == .guideline)
    #expect(model.form == nil)
    #expect(model.forms.isEmpty)
  }

  @Test func `what somebody else changed meanwhile is refused, kept, and replaced on asking`() {
    var scene = scene
    var model = scene.writing("Enter")
    scene.type(&model, "!")
    model.press("Esc", "P")
    _ = update(
      &model,
      .refused(
        Refused(
          ticket: model.lastTicket, unit: nil,
          refusal: .partChangedMeanwhile(.clause(first), seq: 300),
          sentence: "The clause R-0001 was changed meanwhile, by event 300.")))
    #expect(model.asking == .alarm("The clause R-0001 was changed meanwhile, by event 300."))
    #expect(model.form?.draft.clause.title.hasSuffix("!") == true)
    model.press("Esc")
    #expect(commands(model.press("P")).isEmpty)
    guard case .question(let question) = model.asking else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.text.contains("event 300"))
    guard case .clause(let proposal)? = commands(model.press("y")).first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(proposal.base == 300)
  }

  @Test func `other refusals are told and nothing is lost`() {
    var scene = scene
    var model = scene.reading("a")
    scene.press(&model, "P")
    #expect(model.asking == .alarm("words_missing"))
    #expect(model.place == .clause)
    scene.press(&model, "Esc")
    #expect(model.form?.writing == nil)
    model = scene.writing("P")
    #expect(model.asking == .alarm("nothing_changes"))
  }

  @Test func `who is neither reviewer nor lead writes nothing, and a withdrawn clause stays so`() {
    var scene = scene
    scene.me = Member(id: "mara", user: "mara", roles: [.adjudicator])
    var model = scene.reading()
    for id in [CommandID.editPart, .newClause, .newPolicy] {
      #expect(model.unavailable(id)?.plain == "for reviewers and leads")
    }
    model.press("e")
    #expect(model.place == .guideline)
    #expect(scene.citing("L-031").unavailable(.clauseFrom)?.plain == "for reviewers and leads")
    scene.me = Member(id: "mara", user: "mara", roles: [.reviewer])
    model = scene.reading()
    var gone = Guideline()
    let text = ClauseText(title: "t", labels: [], statement: "s")
    gone.evolve(Self.event(1, .clause(ClauseChange(id: first, base: -1, text: text))))
    gone.evolve(Self.event(2, .clause(ClauseChange(withdrawing: first, base: 1))))
    let page = GuidelinePage(
      project: "p", guideline: gone, citations: [:], labels: scene.guideline.labels)
    _ = update(&model, .reported(.guideline(page), generation: model.guideline.generation))
    model.press("g")
    #expect(model.unavailable(.editPart)?.plain == "a withdrawn clause stays so")
  }

  private static func event(_ seq: Int, _ body: EventBody) -> Event {
    Event(
      seq: seq, previous: .zero, hash: .zero,
      draft: EventDraft(
        operation: OperationID(high: 0, low: UInt64(seq)), at: Scene.start, actor: "mara",
        isSandbox: false, body: body))
  }

  @Test func `Enter on a ruling opens its item, q comes back to the form as it was`() {
    var scene = scene
    var model = scene.writing("Enter")
    scene.type(&model, "!")
    scene.press(&model, "Esc", "Tab", "j", "Enter")
    #expect(model.place == .item)
    #expect(model.item?.unit.item == "L-112")
    scene.press(&model, "q")
    #expect(model.place == .clause)
    #expect(model.form?.focus == .rulings)
    #expect(model.form?.draft.clause.title.hasSuffix("!") == true)
    scene.press(&model, "q")
    #expect(model.form?.focus == .fields)
    scene.press(&model, "q")
    #expect(model.place == .guideline)
  }

  @Test func `a ruling becomes an example, or a counter-example, in one key`() {
    var scene = scene
    var model = scene.writing("Tab")
    let unit = model.form?.ruling?.found.ruling.unit
    scene.press(&model, "A")
    #expect(model.form?.draft.clause.counterExamples.last?.unit == unit)
    scene.press(&model, "a")
    #expect(
      model.form?.draft.clause.counterExamples.contains { $0.unit == unit } == true
        || model.form?.draft.clause.examples.contains { $0.unit == unit } == true)
    let both =
      (model.form?.draft.clause.examples ?? []) + (model.form?.draft.clause.counterExamples ?? [])
    #expect(Set(both.compactMap(\.unit)).count == both.compactMap(\.unit).count)
  }

  @Test func `an example is added and taken out; one without words is not sent`() {
    var scene = scene
    var model = scene.writing("a")
    #expect(model.form?.field == .example(1))
    scene.press(&model, "Esc")
    guard case .clause(let proposal)? = commands(model.press("P")).first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(proposal.text?.examples.count == 1)
    model = scene.writing("G", "x")
    #expect(model.form?.draft.clause.counterExamples.isEmpty == true)
    #expect(model.unavailable(.removeField) == nil)
    scene.press(&model, "g")
    #expect(model.unavailable(.removeField) != nil)
  }

  @Test func `the editor gets the clause as Markdown, and what cannot be read comes back`() {
    var scene = scene
    var model = scene.writing()
    guard case .edit(let shown, .form(let target))? = model.press("E").first else {
      Issue.record("no editor")
      return
    }
    #expect(shown.hasPrefix("### R-0001 A question"))
    let edited = shown.replacing("or a pest", with: "or pests")
    _ = update(&model, .editorClosed(edited, .form(target)))
    #expect(model.form?.draft.clause.statement.contains("or pests") == true)
    _ = update(&model, .editorClosed("nothing like it", .form(target)))
    guard case .alarm(let sentence) = model.asking else {
      Issue.record("it was taken")
      return
    }
    #expect(sentence.hasPrefix("Line 1 "))
    model.press("Esc")
    #expect(model.press("E") == [.edit("nothing like it", .form(target))])
    scene.press(&model, "q")
  }

  @Test func `a definition is one text`() {
    var scene = scene
    var model = scene.reading()
    let list = text(model)
    #expect(list.contains("plant disease"))
    scene.press(&model, "/")
    scene.type(&model, "well, and wants")
    scene.press(&model, "Enter", "e", "Enter")
    #expect(model.form?.target == .part(.section(.label("sick"))))
    scene.type(&model, " Or a cause.")
    model.press("Esc")
    guard case .section(let proposal)? = commands(model.press("P")).first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(proposal.text.hasSuffix(" Or a cause."))
    #expect(proposal.base == 100)
  }

  @Test func `R on an item begins a clause with all that is known of it`() {
    var scene = scene
    var model = scene.citing("L-031", "n")
    scene.type(&model, "because of the cure")
    scene.press(&model, "Enter", "R", "Enter")
    #expect(model.place == .clause)
    let clause = model.form?.draft.clause
    #expect(clause?.labels == ["ask", "error", "sick"])
    #expect(clause?.statement == "because of the cure")
    #expect(clause?.examples.map(\.unit?.item) == ["L-031"])
    #expect(clause?.examples.first?.text.hasPrefix("White dust on my courgettes") == true)
    #expect(clause?.bornFrom == [], "nothing was ruled yet")
    scene.press(&model, "q")
    #expect(model.place == .item)
  }

  @Test func `R adds the item to a clause, for it or against it`() {
    var scene = scene
    var model = scene.citing("L-112", "R")
    let offered = text(model)
    #expect(offered.contains("+ R-0001"))
    #expect(offered.contains("− R-0001"))
    #expect(offered.contains("+ R-0003"), "also what waits for publication")
    scene.press(&model, "Down", "Down", "Enter")
    #expect(model.form?.target == .part(.clause(first)))
    #expect(model.form?.draft.clause.counterExamples.last?.unit?.item == "L-112")
    #expect(model.form?.draft.clause.examples.contains { $0.unit?.item == "L-112" } == false)
  }

  @Test func `from a cell, and from what is tagged, comes a clause with all rulings behind it`() {
    var scene = scene
    var model = scene.ready
    let source = SeedSource.limit(Limit(terms: [Limit.Term(.pair("ask", "sick"))]))
    #expect(source.labels == ["ask", "sick"])
    model.press("t", "t", ";")
    scene.tell(&model, .taggedLoaded([]))
    scene.type(&model, "a clause")
    scene.press(&model, "Enter")
    #expect(model.place == .clause)
    #expect(model.form?.draft.clause.bornFrom == [180, 181])
    #expect(model.form?.draft.clause.examples.count == 2)
    #expect(model.form?.draft.clause.title == "question or plant disease")
  }

  @Test func `nothing that was ruled on makes no clause`() {
    var model = scene.ready
    model.press("t", ";")
    model.type("a clause")
    guard case .report(.seeds(let source), let generation)? = model.press("Enter").first else {
      Issue.record("no rulings were asked for")
      return
    }
    _ = update(
      &model,
      .reported(.seeds(ClauseSeeds(source: source, seeds: [])), generation: generation))
    #expect(model.place == .queue)
    #expect(model.notice?.text.contains("nothing there was ruled") == true)
  }
}
