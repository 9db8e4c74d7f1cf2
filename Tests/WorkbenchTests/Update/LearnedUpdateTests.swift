import Domain
import Screen
import Testing
import Workbench

/// What the models of annotators say, where it is shown, and where it is not.
@Suite struct LearnedUpdateTests {
  @Test func `why is told in words whose factors multiply`() {
    let reason = Scene.learned.reason
    let words = ReasonWords(reason) { SafeText($0.mentionedLabels.first?.text ?? "") }
    let lines = words.weights.map { "\($0.text.plain) | \($0.figure.plain)" }
    #expect(
      lines == [
        "sick: right 9 in 10, from 34 | ×4.5 for sick",
        "sick: right 98 in 100, like all | ×3.0 for sick",
        "ask: right 6 in 10, from 1 | ×1.6 for ask",
        "ask: right 8 in 10, from 12 | ×1.3 for ask",
        "error: right 3 in 100, from 9 | ×1.0",
        "shares of votes, common labels, how hard it is | ×1.2 for sick",
        "together, against ask | ×8.1 for sick",
      ])
    #expect(words.weights.compactMap(\.vote).count == 5)
    #expect(words.figures[0].text.plain == "chance that sick, which would be released, is wrong")
    #expect(words.figures.map(\.figure.plain) == [".27", ".60", "5.00", "2.31"])
  }

  @Test func `models that are not trusted yet weigh nothing`() {
    var scene = Scene.learned
    scene.summary.learning = .waiting(rulings: 7)
    let words = ReasonWords(scene.reason) { _ in "" }
    #expect(
      words.weights.map(\.text.plain) == [
        "models not trusted yet: votes alone count until 7 more rulings"
      ])
  }

  @Test func `hidden votes hide why, and what a ruling turned elsewhere`() {
    var scene = Scene.learned
    scene.blind = .votes
    var model = scene.showing("L-031")
    model.press("w")
    let screen = model.drawn.lines.joined(separator: "\n")
    #expect(!screen.contains("would be released"))
    #expect(!screen.contains("in 10"))
    #expect(!screen.contains("gain"))
    // The first verdict opens them.
    model.press("Esc", "1", "w")
    #expect(model.drawn.lines.joined(separator: "\n").contains("in 10"))

    var ruled = scene.showing("L-031")
    ruled.changed = ChangedQueue(
      unit: UnitID(item: "L-031", question: .label), effect: Scene.turns)
    ruled.press("M")
    let changed = ruled.drawn.lines.joined(separator: "\n")
    #expect(changed.contains("41"))
    #expect(!changed.contains("L-112"))
  }

  @Test func `a ruling says what it changed, and M lists it`() {
    var model = Scene.learned.changed(Scene.turns)
    #expect(
      model.notice?.text.hasSuffix("saved, 2 changed") == true)
    model.press("M")
    let lines = model.drawn.lines
    #expect(lines.contains { $0.contains("L-112") && $0.contains("→") })
    // Untrusted text comes through the one function made for it.
    #expect(!lines.contains { $0.contains("\u{1B}") })
    model.press("q")
    #expect(model.overlay == nil)
  }

  @Test func `a ruling that changed nothing else says nothing of it`() {
    let model = Scene.learned.changed(QueueEffect())
    #expect(model.notice?.text.hasSuffix("saved") == true)
    #expect(model.changed?.effect == QueueEffect())
    #expect(Scene.letters.ready.unavailable(.changed) == "nothing was ruled yet")
  }

  @Test func `models that come late read the list again only where nobody works in it`() {
    var scene = Scene.letters
    scene.size = Size(width: 120, height: 40)
    var fresh = scene.ready
    #expect(
      update(&fresh, .learned).contains { if case .loadPage = $0 { true } else { false } })
    var moved = scene.ready
    moved.press("j")
    #expect(update(&moved, .learned) == [.loadSummary])
    var ruling = scene.showing("L-031")
    #expect(update(&ruling, .learned) == [.loadSummary])
  }

  @Test func `the list says whose figures order it`() {
    var scene = Scene.learned
    scene.size = Size(width: 120, height: 40)
    #expect(scene.ready.drawn.lines.contains { $0.contains("most gain first, by models") })
    scene.summary.learning = .waiting(rulings: 12)
    #expect(scene.ready.drawn.lines.contains { $0.contains("by votes until 12 more rulings") })
    scene.summary.learning = .votes(.unnamed)
    #expect(scene.ready.drawn.lines.contains { $0.contains("most gain first, by votes") })
  }

  @Test func `a route that hides votes hides what a ruling turned, too`() {
    var scene = Scene.learned
    scene.configuration.routes = [Route(when: Limit(terms: []), to: [], blind: .votes)]
    var model = scene.changed(Scene.turns)
    model.press("M")
    #expect(!model.drawn.lines.joined(separator: "\n").contains("L-112"))
  }
}
