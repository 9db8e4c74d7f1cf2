import Domain
import Screen
import Testing
import Workbench

/// What is like the last ruling: offered after it, and ruled on one by one or in one go.
@Suite struct AlikeUpdateTests {
  private let scene = Scene.letters
  private var ruled: UnitID { UnitID(item: "L-031") }

  /// A ruling on L-031 was saved, for a reason, and L-007 came next.
  private func saved(_ change: (inout Draft) -> Void = { _ in }) -> Model {
    var model = scene.showing("L-031")
    _ = model.changeDraftForTest(change)
    model.press("2")
    _ = update(&model, .recorded(acknowledged(in: model)))
    return model
  }

  private func acknowledged(in model: Model) -> Recorded {
    var row = scene.rows.first { $0.unit == ruled } ?? scene.rows[0]
    row.status = .ruled
    row.standing = SeatStanding(
      status: .ruled, seq: 212, by: "mara", outcome: .value(.label("sick")))
    let next = scene.dossiers["L-007"].map { scene.opened($0, .label) }
    return Recorded(
      ticket: model.lastTicket, head: 212, rows: [row], summary: scene.summary, next: next)
  }

  private func units(_ names: [String]) -> LikeUnits {
    LikeUnits(
      unit: ruled, least: 0.6, batch: 1,
      found: names.enumerated().map { place, name in
        let row = scene.rows.first { $0.unit.item.text == name } ?? scene.rows[0]
        return LikeUnit(
          row: row, likeness: 0.92 - 0.1 * Double(place), text: "White dust on \u{1B}[31mleaves")
      })
  }

  private func offered(_ names: [String] = ["L-007", "L-112"]) -> Model {
    var model = saved()
    _ = update(&model, .reported(.alike(units(names)), generation: model.alikeGeneration))
    return model
  }

  private func decisions(_ effects: [Effect]) -> [Decision] {
    effects.flatMap { effect -> [Decision] in
      guard case .record(let recording) = effect else { return [] }
      return recording.commands.compactMap { command in
        if case .rule(let decision) = command { decision } else { nil }
      }
    }
  }

  @Test func `after a ruling it is asked what is like it, and told beside the saved ruling`() {
    var model = scene.showing("L-031")
    model.press("2")
    let effects = update(&model, .recorded(acknowledged(in: model)))
    #expect(effects.contains(.report(.alike(ruled), generation: 1)))
    #expect(model.unavailable(.alike)?.plain == "they are still being looked for")
    _ = update(&model, .reported(.alike(units(["L-007", "L-112"])), generation: 1))
    #expect(model.notice?.text == "✓ L-031 plant disease, saved; m: 2 more like this")
    #expect(model.notice?.kind == .saved)
    #expect(model.unavailable(.alike) == nil)
  }

  @Test func `an answer to an older question is passed over, and nothing alike is nothing`() {
    var model = saved()
    _ = update(&model, .reported(.alike(units(["L-007"])), generation: 0))
    #expect(model.alike?.units == nil)
    _ = update(&model, .reported(.alike(units([])), generation: 1))
    #expect(model.alike == nil)
    model.press("m")
    #expect(model.overlay == nil)
    #expect(model.notice?.text.contains("nothing that is open is like") == true)
  }

  @Test func `handing on to a lead asks for nothing like it`() {
    var model = scene.showing("L-031")
    model.press("!")
    let effects = update(&model, .recorded(acknowledged(in: model)))
    #expect(model.alike == nil)
    #expect(
      !effects.contains { effect in
        if case .report(.alike, _) = effect { true } else { false }
      })
  }

  @Test func `all are ruled in one go: each follows the first, with its words, votes unseen`() {
    var model = saved {
      $0.reason = "mildew"
      $0.rationale = "Page 4."
      $0.cites = ["R-0001"]
    }
    _ = update(
      &model,
      .reported(.alike(units(["L-007", "L-112"])), generation: model.alikeGeneration))
    model.press("m", ";")
    guard case .question(let question) = model.asking else {
      Issue.record("nothing is asked")
      return
    }
    #expect(
      question.text == "Rule 2 items as plant disease, for the same reason as L-031? "
        + "Each is a ruling of its own.")
    var other = model
    #expect(other.press("Enter").isEmpty, "Enter rules on none")
    let made = decisions(model.press("y"))
    #expect(made.map(\.seatID.unit.item.text) == ["L-007", "L-112"])
    for decision in made {
      #expect(decision.outcome == .value(.label("sick")))
      #expect(decision.reason == "mildew" && decision.rationale == "Page 4.")
      #expect(decision.cites == ["R-0001"])
      #expect(decision.follows == [212])
      #expect(decision.votesSeen == .never)
      #expect(decision.first == nil && decision.orderSeed == nil && decision.milliseconds == nil)
      #expect(decision.batch == 1 && decision.base == -1)
    }
  }

  @Test func `those that were chosen are ruled, and the rest stays`() {
    var model = offered(["L-007", "L-112", "L-031"])
    model.press("m", "j", "t", ";")
    let made = decisions(model.press("y"))
    #expect(made.map(\.seatID.unit.item.text) == ["L-112"])
    let settled = Recorded(
      ticket: model.lastTicket, head: 213, rows: [], summary: scene.summary)
    _ = update(&model, .recorded(settled))
    #expect(model.notice?.text == "✓ 1 plant disease, the last L-112, saved")
    #expect(model.alike?.units?.found.map(\.row.unit.item.text) == ["L-007", "L-031"])
    #expect(model.undoable.last == made.map(\.seatID))
  }

  @Test func `what was refused is told and stays, and the others stand`() {
    var model = offered()
    model.press("m", ";")
    let made = decisions(model.press("y"))
    let refused = Refused(
      ticket: model.lastTicket, unit: made[0].seatID.unit, refusal: .ratingsChanged(batch: 2),
      sentence: "Ratings changed.")
    let answer = Recorded(
      ticket: model.lastTicket, head: 213, rows: [], summary: scene.summary, refusals: [refused])
    _ = update(&model, .recorded(answer))
    guard case .alarm(let words) = model.asking else {
      Issue.record("nothing is told")
      return
    }
    #expect(words.contains("1 saved as plant disease, 1 refused"))
    #expect(words.contains("L-007: Ratings changed."))
    #expect(model.undoable.last == [made[1].seatID])
    #expect(model.alike?.units?.found.map(\.row.unit.item.text) == ["L-007"])
  }

  @Test func `where the open item was among them, the next one comes`() {
    var model = offered()
    #expect(model.item?.unit.item.text == "L-007")
    model.press("m", ";")
    let effects = model.press("y")
    guard case .record(let recording)? = effects.first else {
      Issue.record("nothing is recorded")
      return
    }
    #expect(recording.next != nil)
    let next = scene.dossiers["L-031"].map { scene.opened($0, .label) }
    let answer = Recorded(
      ticket: model.lastTicket, head: 214, rows: [], summary: scene.summary, next: next)
    _ = update(&model, .recorded(answer))
    #expect(model.item?.unit.item.text == "L-031")
  }

  @Test func `Enter opens one, and q comes back`() {
    var model = offered()
    let effects = model.press("m", "j", "Enter")
    #expect(effects.contains(.openItem(UnitID(item: "L-112"), purpose: .show)))
    #expect(model.overlay == nil)
    let back = model.press("q")
    #expect(back.contains(.openItem(UnitID(item: "L-007"), purpose: .show)))
  }

  @Test func `hidden votes are not ruled on together`() {
    var blind = scene
    blind.blind = .votes
    var model = blind.showing("L-031")
    model.press("2", "Enter")
    _ = update(&model, .recorded(acknowledged(in: model)))
    _ = update(
      &model,
      .reported(.alike(units(["L-007", "L-112"])), generation: model.alikeGeneration))
    model.press("m")
    #expect(model.drawn.lines.contains { $0.contains("votes hidden") })
    #expect(model.press(";").isEmpty)
    #expect(model.asking == .nothing)
    #expect(model.notice?.text.contains("one by one") == true)
  }

  @Test func `a group that is taken back is like the ruling again`() {
    var model = offered()
    let all = model.alike?.units
    model.press("m", ";", "y")
    var answer = Recorded(
      ticket: model.lastTicket, head: 214, rows: [], summary: scene.summary)
    _ = update(&model, .recorded(answer))
    #expect(
      model.unavailable(.alike)?.plain == "nothing that is open is like what you ruled last")
    model.press("z", "y")
    answer = Recorded(ticket: model.lastTicket, head: 216, rows: [], summary: scene.summary)
    let effects = update(&model, .recorded(answer))
    #expect(
      effects.contains(
        .report(.alike(UnitID(item: "L-031")), generation: model.alikeGeneration)))
    _ = update(&model, .reported(.alike(all), generation: model.alikeGeneration))
    #expect(model.unavailable(.alike) == nil)
    #expect(model.notice?.text.contains("are open again") == true)
  }

  @Test func `taking the first ruling back forgets what was like it`() {
    var model = offered()
    model.press("z")
    let answer = Recorded(
      ticket: model.lastTicket, head: 213, rows: [], summary: scene.summary)
    _ = update(&model, .recorded(answer))
    #expect(model.alike == nil)
  }
}
