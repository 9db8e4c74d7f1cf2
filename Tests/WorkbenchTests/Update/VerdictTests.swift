import Domain
import Screen
import Testing
import Workbench

@Suite struct VerdictTests {
  private func decision(_ effects: [Effect]) -> Decision? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision }
    }
    return nil
  }

  @Test func `a digit adopts: one key, one recording, everything that was on screen in it`() throws
  {
    let scene = Scene.letters
    var model = scene.showing("L-031")
    let shown = model
    let effects = update(
      &model, .keyPressed(.character("2"), Instant(milliseconds: model.now.milliseconds + 4200)))
    var expected = Decision(
      seatID: SeatID(unit: scene.rows[0].unit, seat: .main), base: -1, batch: 1,
      outcome: .value(.label("sick")))
    expected.chose = [
      RatingReference(batch: 1, ordinal: 0), RatingReference(batch: 1, ordinal: 2),
    ]
    expected.guideline = 2
    expected.orderSeed = shown.item?.contest.seed
    expected.votesSeen = .fromTheStart
    expected.milliseconds = 4200
    expected.queue = QueuePlace(
      policy: ExpectedGain.policyName, wrong: try #require(Number("0.7")),
      gain: try #require(Number("2.31")), rank: 1)
    #expect(
      effects == [
        .record(
          Recording(ticket: 1, commands: [.rule(expected)], next: model.query, skipping: []))
      ])
    var after = shown
    after.now = model.now
    after.lastTicket = 1
    after.item?.writing = 1
    after.pending = [
      1: Pending(
        kind: .rule(expected.seatID, .value(.label("sick"))), unit: scene.rows[0].unit,
        decision: expected)
    ]
    #expect(model == after)
  }

  @Test func `saved means the next item is there, and z opens the last one again`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    scene.tell(&model, .keyPressed(.character("2"), model.now))
    #expect(model.item?.unit == scene.rows[1].unit)
    #expect(model.notice == Notice(text: "✓ L-031 plant disease, saved", kind: .saved))
    #expect(model.queue.rows[scene.rows[0].handle]?.status == .ruled)
    #expect(model.queue.handles.count == 9, "no row leaves the list while it is worked")
    scene.tell(&model, .keyPressed(.character("z"), model.now))
    #expect(model.item?.unit == scene.rows[0].unit)
    #expect(model.undoable.isEmpty)
    #expect(scene.rows[0].standing?.status == .withdrawn)
    _ = update(&model, .painted(model.now))
    scene.tell(&model, .keyPressed(.character("1"), model.now))
    #expect(scene.rows[0].standing?.outcome == .value(.label("ask")))
  }

  @Test func `a verdict typed before the item was shown is dropped`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    scene.tell(&model, .keyPressed(.character("2"), model.now))
    #expect(model.item?.paintedAt == nil)
    for key in ["1", "x", "a", "X", "o", "!"] {
      #expect(model.press(key).isEmpty, "\(key) must not rule on what nobody saw")
    }
    #expect(scene.rows[1].standing == nil)
    _ = update(&model, .painted(model.now))
    #expect(decision(model.press("3"))?.seatID.unit == scene.rows[1].unit)
  }

  @Test func `while a ruling is being written no second one is made`() {
    var model = Scene.letters.showing("L-031")
    #expect(decision(model.press("1")) != nil)
    #expect(decision(model.press("2")) == nil)
    _ = update(&model, .painted(model.now))
    #expect(decision(model.press("2")) == nil)
  }

  @Test func `a ruling that is acknowledged after somebody moved on moves nothing`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    let effects = model.press("1")
    model.press("q")
    #expect(model.place == .queue)
    for effect in effects { for reply in scene.replies(to: effect) { scene.tell(&model, reply) } }
    #expect(model.place == .queue)
    #expect(model.queue.rows[scene.rows[0].handle]?.status == .ruled)
  }

  @Test(arguments: [
    ("x", Outcome.noneOfThese), ("a", .ambiguous), ("X", .notAnnotatable), ("o", .outsideGuideline),
    ("!", .escalated),
  ])
  func `outcomes without a value have a key each`(key: String, outcome: Outcome) {
    var model = Scene.letters.showing("L-031")
    let made = decision(model.press(key))
    #expect(made?.outcome == outcome)
    #expect(made?.chose.isEmpty == true)
  }

  @Test func `a tier that asks for a reason gets one before anything is written`() {
    var scene = Scene.letters
    scene.configuration.tiers[0] = Tier(
      id: "high", cost: Number(5), dueDays: 3, reason: .required)
    var model = scene.showing("L-031")
    #expect(model.press("2").isEmpty)
    #expect(
      model.asking == .prompt(Prompt(.reason(then: .value(.label("sick"))))))
    #expect(model.press("Enter").isEmpty, "an empty reason is none")
    model.type("cure first")
    let made = decision(model.press("Enter"))
    #expect(made?.reason == "cure first")
    #expect(made?.outcome == .value(.label("sick")))
    #expect(decision(scene.showingPress("L-031", "3"))?.outcome == .value(.label("thanks")))
  }

  @Test func `reason and note are kept by themselves and go into the ruling`() throws {
    let scene = Scene.letters
    var model = scene.showing("L-031")
    model.press("r")
    model.type("two wishes")
    var effects = model.press("Enter")
    var draft = Draft()
    draft.reason = "two wishes"
    #expect(effects == [.saveDraft(scene.rows[0].unit, draft)])
    model.press("n")
    model.type("see page 3")
    effects = model.press("Enter")
    draft.rationale = "see page 3"
    #expect(effects == [.saveDraft(scene.rows[0].unit, draft)])
    model.press("q", "Enter")
    var again = scene
    again.tell(
      &model,
      .itemOpened(
        scene.opened(try #require(scene.dossiers["L-031"]), .label), purpose: .show))
    #expect(model.item?.draft == draft)
    _ = update(&model, .painted(model.now))
    let made = decision(model.press("1"))
    #expect(made?.reason == "two wishes")
    #expect(made?.rationale == "see page 3")
  }

  @Test func `a reason that resembles an earlier one stays as it was typed`() {
    var model = Scene.past.showing("L-031")
    model.press("r")
    model.type("the cure")
    model.press("Enter")
    #expect(model.item?.draft.reason == "the cure")
    model.press("r")
    model.type(" is")
    model.press("Down", "Enter")
    #expect(model.item?.draft.reason == "the cure is what she needs")
    model.press("r", "^U", "Enter")
    #expect(model.item?.draft.reason == nil)
    model.press("r", "Enter")
    #expect(model.item?.draft.reason == "the cure is what she needs", "the one under the bar")
  }

  @Test func `the editor's text becomes the note`() {
    let scene = Scene.letters
    var model = scene.showing("L-031")
    let unit = scene.rows[0].unit
    #expect(model.press("E") == [.edit("", .rationale(unit))])
    _ = update(&model, .editorClosed("first line\nsecond\n", .rationale(unit)))
    #expect(model.item?.draft.rationale == "first line\nsecond")
  }

  @Test func `a refusal keeps the item and says what stands against it`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    let effects = model.press("1")
    let standing = SeatStanding(
      status: .ruled, seq: 300, by: "jonas", outcome: .value(.label("ask")))
    let refused = Refused(
      ticket: 1, unit: scene.rows[0].unit, refusal: .settledMeanwhile(standing),
      sentence: "jonas ruled on it meanwhile: question.")
    #expect(effects.count == 1)
    scene.tell(&model, .refused(refused))
    #expect(model.asking == .alarm("L-031: jonas ruled on it meanwhile: question."))
    #expect(model.item?.unit == scene.rows[0].unit)
    #expect(model.item?.writing == nil)
    #expect(model.undoable.isEmpty)
  }

  @Test func `a write that failed leaves everything as it was said`() {
    var model = Scene.letters.showing("L-031")
    model.press("n")
    model.type("keep me")
    model.press("Enter", "1")
    _ = update(
      &model, .recordFailed(ticket: 1, sentence: "The disk is full: free some, then again."))
    #expect(model.asking == .alarm("The disk is full: free some, then again."))
    #expect(model.item?.draft.rationale == "keep me")
    #expect(model.pending.isEmpty)
  }

  @Test func `quitting waits for what is being written`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    let effects = model.press("1")
    model.press("q")
    #expect(!model.press("q").contains(.quit))
    guard let reply = effects.flatMap({ scene.replies(to: $0) }).first else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(update(&model, reply).last == .quit)
  }

  @Test func `a lease that another holds lets one read, and asks before it is taken over`() {
    var model = Scene.letters.showing("L-031")
    let unit = Scene.letters.rows[0].unit
    let until = Scene.start.advanced(days: 1)
    _ = update(&model, .leaseAnswered(unit, .heldBy("jonas", until: until)))
    #expect(decision(model.press("1")) == nil)
    guard case .question(let question) = model.asking else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.deed == .takeOver(unit))
    #expect(model.press("Enter").isEmpty)
    model.press("1")
    #expect(model.press("y") == [.claimLease(unit, .takeOver)])
    let lease = Lease(unit: unit, holder: "mara", until: until, fence: 1)
    _ = update(&model, .leaseAnswered(unit, .granted(lease, tookOver: "jonas")))
    #expect(decision(model.press("1"))?.tookOver == "jonas")
  }

  @Test func `whoever loses the item to another is told, and asked before the next verdict`() {
    var model = Scene.letters.showing("L-031")
    let unit = Scene.letters.rows[0].unit
    let until = Scene.start.advanced(days: 1)
    let mine = Lease(unit: unit, holder: "mara", until: until, fence: 0)
    _ = update(&model, .leaseAnswered(unit, .granted(mine, tookOver: nil)))
    _ = update(&model, .leaseAnswered(unit, .heldBy("jonas", until: until)))
    #expect(model.notice?.text == "jonas took this item over; what you typed is kept")
    _ = model.press("1")
    guard case .question(let question) = model.asking else {
      Issue.record("not asked")
      return
    }
    #expect(question.deed == .takeOver(unit))
  }

  @Test func `what others change on the open item has to be seen before a verdict`() throws {
    let scene = Scene.letters
    var model = scene.showing("L-031")
    #expect(
      update(&model, .othersAppended).contains(.openItem(scene.rows[0].unit, purpose: .refresh)))
    var changed = scene
    changed.tell(&model, .keyPressed(.character("v"), model.now))
    let same = scene.opened(try #require(scene.dossiers["L-031"]), .label)
    _ = update(&model, .itemOpened(same, purpose: .refresh))
    #expect(model.item?.paintedAt != nil)
    model.press("Esc")
    let other = try #require(changedDossier(scene))
    _ = update(&model, .itemOpened(scene.opened(other, .label), purpose: .refresh))
    #expect(model.item?.paintedAt == nil)
    #expect(decision(model.press("1")) == nil)
  }

  private func changedDossier(_ scene: Scene) -> Dossier? {
    guard let dossier = scene.dossiers["L-031"], let unit = dossier.units.first else { return nil }
    let facts = UnitFacts(
      id: unit.facts.id, newestBatch: 2, raters: unit.facts.raters, kind: .label, labelsInUse: [],
      route: nil, seats: [:])
    return Dossier(
      item: dossier.item,
      units: [
        UnitDossier(
          facts: facts, row: unit.row, rank: 1, ratings: Array(unit.ratings.dropLast()),
          history: [],
          precedents: [])
      ])
  }

  @Test func `everything tagged is ruled on after a question, each by a decision of its own`() {
    var scene = Scene.letters
    var model = scene.ready
    scene.tell(&model, .keyPressed(.character("t"), model.now))
    scene.tell(&model, .keyPressed(.character("t"), model.now))
    scene.tell(&model, .keyPressed(.character(";"), model.now))
    model.type("than")
    scene.tell(&model, .keyPressed(.enter, model.now))
    guard case .question(let question) = model.asking else {
      Issue.record("nothing was asked")
      return
    }
    let units = scene.rows.prefix(2).map(\.unit)
    #expect(question.deed == .rule(units, .value(.label("thanks"))))
    #expect(question.text == "Rule 2 tagged items as thanks? Each is a ruling of its own.")
    scene.tell(&model, .keyPressed(.character("y"), model.now))
    #expect(scene.rows.prefix(2).allSatisfy { $0.standing?.outcome == .value(.label("thanks")) })
    #expect(model.tags.isEmpty)
    #expect(model.undoable == [units.map { SeatID(unit: $0, seat: .main) }])
    scene.tell(&model, .keyPressed(.character("z"), model.now))
    scene.tell(&model, .keyPressed(.character("y"), model.now))
    #expect(scene.rows.prefix(2).allSatisfy { $0.standing?.status == .withdrawn })
  }

  @Test func `skipping leaves the item for later and takes the next`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    scene.tell(&model, .keyPressed(.character("s"), model.now))
    #expect(model.item?.unit == scene.rows[1].unit)
    #expect(model.skipped == [scene.rows[0].unit])
    _ = update(&model, .painted(model.now))
    scene.tell(&model, .keyPressed(.character("1"), model.now))
    #expect(model.item?.unit == scene.rows[2].unit, "what was skipped does not come back at once")
  }

  @Test func `J and K go through the list`() {
    var scene = Scene.letters
    var model = scene.showing("L-031")
    scene.tell(&model, .keyPressed(.character("J"), model.now))
    #expect(model.item?.unit == scene.rows[1].unit)
    scene.tell(&model, .keyPressed(.character("K"), model.now))
    #expect(model.item?.unit == scene.rows[0].unit)
    scene.tell(&model, .keyPressed(.character("K"), model.now))
    #expect(model.item?.unit == scene.rows[0].unit)
    #expect(model.notice?.text == "this is the start of the list")
  }
}

extension Scene {
  func showingPress(_ item: ItemID, _ key: String) -> [Effect] {
    var model = showing(item)
    return model.press(key)
  }
}
