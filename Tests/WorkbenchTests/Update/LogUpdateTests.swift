import Domain
import Screen
import Testing
import Workbench

@Suite struct LogUpdateTests {
  private var scene: Scene {
    var scene = Scene.letters
    scene.size = Size(width: 80, height: 24)
    return scene
  }

  private func rows(_ model: Model) -> [Int?] {
    (0..<5).map { model.log.seq(at: $0) }
  }

  @Test func `the newest events come first, and only those are read`() {
    var model = scene.ready
    let effects = model.press("Space", "l")
    #expect(
      effects == [
        .saveState(model.state), .report(.log(.newest(after: -1, count: 200)), generation: 1),
      ])
    #expect(rows(scene.inLog()) == [59, 58, 57, 56, 55])
  }

  @Test func `new events come in at the top, and the bar stays on its event`() {
    var scene = scene
    var model = scene.inLog("j", "j")
    #expect(model.log.current?.event.seq == 57)
    scene.log = Scene.log(62)
    scene.tell(&model, .othersAppended)
    #expect(rows(model) == [61, 60, 59, 58, 57])
    #expect(model.log.current?.event.seq == 57)
    #expect(model.log.cursor.top == 0)
  }

  @Test(arguments: [
    (80, "Signed to 49."), (120, "Signed to event 49 by 5e7047d8."), (50, ""),
  ])
  func `the sentence says how far the log is signed`(width: Int, said: String) {
    var scene = scene
    scene.size = Size(width: width, height: 30)
    var model = scene.inLog()
    #expect(model.drawn.text(ofRow: 2).contains("Not signed.") == (width >= 70))
    scene.tell(
      &model,
      .logChecked(
        LogFinding(
          head: 59, at: model.now, milliseconds: 31, remembered: 51,
          signature: LogFinding.Signature(seq: 49, key: "5e7047d8"))))
    #expect(model.drawn.text(ofRow: 2).contains(said))
    #expect(!model.drawn.text(ofRow: 2).contains("Not signed."))
  }

  @Test func `a bar on the newest event stays on the newest`() {
    var scene = scene
    var model = scene.inLog()
    scene.log = Scene.log(62)
    scene.tell(&model, .othersAppended)
    #expect(model.log.current?.event.seq == 61)
  }

  @Test func `what is in view stays in view where that is not the top`() {
    var scene = scene
    var model = scene.inLog("PgDn", "PgDn")
    let before = model.drawn.lines[4...16]
    scene.log = Scene.log(62)
    scene.tell(&model, .othersAppended)
    #expect(model.drawn.lines[4...16] == before)
  }

  @Test func `without following the list stays, and says what came`() {
    var scene = scene
    var model = scene.inLog("F")
    scene.log = Scene.log(63)
    scene.tell(&model, .othersAppended)
    #expect(rows(model) == [59, 58, 57, 56, 55])
    #expect(Sentence(model).tail.plain.contains("3 newer events; F follows."))
    scene.press(&model, "F")
    #expect(rows(model) == [62, 61, 60, 59, 58])
  }

  @Test func `a log of any length is read by the window and held by the window`() {
    var scene = scene
    scene.log = Scene.log(5000)
    var model = scene.inLog("G")
    #expect(model.log.current?.event.seq == 0)
    for _ in 0..<400 { scene.press(&model, "PgUp") }
    #expect(model.log.current?.event.seq == 4999)
    #expect(model.log.entries.count < 2000)
  }

  @Test func `a limit shows what meets it, q drops it and stays on the event`() {
    var scene = scene
    var model = scene.inLog()
    scene.limit(&model, "type:import")
    #expect(model.log.found == [3])
    #expect(model.log.current?.event.seq == 3)
    #expect(Sentence(model).lead.plain == "1 of 60 events meets type:import.")
    scene.press(&model, "q")
    #expect(model.place == .log)
    #expect(model.log.count == 60)
    #expect(model.log.current?.event.seq == 3)
    scene.press(&model, "q")
    #expect(model.place == .queue)
  }

  @Test func `new events are held against the limit`() {
    var scene = scene
    var model = scene.inLog()
    scene.limit(&model, "type:comment")
    let before = model.log.found
    scene.log = Scene.log(75)
    scene.tell(&model, .othersAppended)
    #expect(Array(model.log.found.suffix(before.count)) == before)
    #expect(model.log.found.count > before.count)
    #expect(model.log.found == model.log.found.sorted(by: >))
  }

  @Test func `a limit that is not understood is shown with its place`() {
    var scene = scene
    var model = scene.inLog()
    scene.limit(&model, "type:nope")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("the prompt stays")
      return
    }
    #expect(prompt.problem?.offset == 0)
    #expect(model.log.limit.isAll)
  }

  @Test func `a search is told of as it goes, and Esc stops it`() {
    var model = scene.inLog("l")
    model.type("by:nobody")
    let effects = model.press("Enter")
    let search = LogSearch(
      EventLimit(terms: [.init(.by("nobody"))]), from: 59, to: 0, wanted: 200)
    #expect(effects == [.report(.log(.look(search, .list)), generation: 1)])
    _ = update(
      &model,
      .reported(
        .log(.looked(LogLook(found: [], entries: [], reached: 30, isDone: false), .list)),
        generation: 1))
    #expect(Sentence(model).lead.plain.contains("back to event 30 …"))
    #expect(model.press("Esc") == [.stopReport(.logList)])
    #expect(model.log.search == nil)
    let late = LogLook(found: [1], entries: [], reached: 0, isDone: true)
    #expect(update(&model, .reported(.log(.looked(late, .list)), generation: 1)).isEmpty)
    #expect(model.log.found.isEmpty)
  }

  @Test func `words are found further back, then further forward`() {
    var scene = scene
    var model = scene.inLog("/", typing: "\"comment\"")
    scene.press(&model, "Enter")
    let first = model.log.current?.event.seq
    #expect(first == 58)
    scene.press(&model, "n")
    #expect(model.log.current?.event.seq == 47)
    scene.press(&model, "N")
    #expect(model.log.current?.event.seq == first)
  }

  @Test func `Enter goes to the item or shows the event in full, and q comes back to it`() {
    var scene = scene
    var model = scene.inLog("j")
    let seq = model.log.current?.event.seq
    scene.press(&model, "Enter")
    #expect(model.log.page == 0)
    scene.press(&model, "j", "G", "g", "Enter")
    #expect(model.place == .item)
    scene.press(&model, "q")
    #expect(model.place == .log)
    #expect(model.log.current?.event.seq == seq)
    scene.press(&model, "q")
    #expect(model.log.page == nil)
    _ = update(&model, .resized(Size(width: 120, height: 40)))
    scene.press(&model, "Enter")
    #expect(model.place == .item)
  }

  @Test func `an event without an item says so`() {
    var scene = scene
    var model = scene.inLog("G")
    #expect(model.unavailable(.eventItem)?.plain == "it is about no item")
    scene.press(&model, "i")
    #expect(model.place == .log)
    #expect(model.notice?.text.contains("it is about no item") == true)
  }

  @Test func `an event is gone to by its number, whatever the limit`() {
    var scene = scene
    var model = scene.inLog()
    scene.limit(&model, "type:import")
    scene.press(&model, ":")
    for character in "open 17" { scene.tell(&model, .keyPressed(.character(character), model.now)) }
    scene.press(&model, "Enter")
    #expect(model.log.current?.event.seq == 17)
    #expect(model.log.limit.isAll)
  }

  @Test func `the line is copied, and lines are written to a file that is not there yet`() throws {
    var scene = scene
    var model = scene.inLog()
    let line = try #require(model.log.current?.line)
    #expect(model.press("y") == [.copy(line)])
    scene.limit(&model, "type:import")
    model.press("w")
    let effects = model.press("Enter")
    #expect(effects == [.writeLog(model.log.limit, to: "garden-letters-log.jsonl")])
    _ = update(&model, .fileExists("garden-letters-log.jsonl"))
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("another name is asked for")
      return
    }
    #expect(prompt.editor.text == "garden-letters-log.jsonl")
    #expect(prompt.problem != nil)
  }

  @Test func `the chain is checked again on demand, once at a time`() {
    var model = scene.inLog()
    #expect(model.press("v") == [.verifyLog])
    #expect(model.press("v").isEmpty)
    _ = update(&model, .verified(.checking(20)))
    #expect(Sentence(model).lead.plain == "Checking the chain: 21 of 60 events …")
    _ = update(&model, .logChecked(nil))
    #expect(model.press("v") == [.verifyLog])
  }
}
