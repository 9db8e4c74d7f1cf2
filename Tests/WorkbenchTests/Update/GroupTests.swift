import Domain
import Screen
import Testing
import Workbench

/// Rows under headings, and what is done to many rows at once.
@Suite struct GroupTests {
  private func grouped(_ scene: inout Scene, by word: String = "pair") -> Model {
    var model = scene.ready
    scene.tell(&model, .keyPressed(.character(":"), model.now))
    model.type("group \(word)")
    scene.tell(&model, .keyPressed(.enter, model.now))
    return model
  }

  private func press(_ model: inout Model, _ scene: inout Scene, _ names: String...) {
    for name in names {
      guard let key = Key(name: name) else { continue }
      scene.tell(&model, .keyPressed(key, model.now))
    }
  }

  @Test func `rows are gathered under headings, and the bar stays on its row`() {
    var scene = Scene.letters
    var model = scene.ready
    model.press("j", "j")
    let unit = model.queue.current?.unit
    press(&model, &scene, "b", "p", "Enter")
    #expect(model.queue.grouping == .pair)
    #expect(model.queue.groups.map(\.group.count).reduce(0, +) == scene.rows.count)
    #expect(model.queue.current?.unit == unit)
    #expect(model.state.grouping == .pair)
    press(&model, &scene, "b", "n", "Enter")
    #expect(model.queue.groups.isEmpty)
    #expect(model.queue.current?.unit == unit)
  }

  @Test func `a heading folds with Enter or Tab, and the list keeps its rows`() {
    var scene = Scene.letters
    var model = grouped(&scene)
    let count = model.queue.handles.count
    press(&model, &scene, "g")
    #expect(model.queue.heading == 0)
    #expect(model.queue.current == nil)
    press(&model, &scene, "Enter")
    #expect(model.queue.folded == [model.queue.groups[0].group.key])
    press(&model, &scene, "j")
    #expect(model.queue.heading == 1, "the rows of a folded group are passed over")
    press(&model, &scene, "k", "Tab", "j")
    #expect(model.queue.heading == nil)
    #expect(model.queue.cursor == 0)
    press(&model, &scene, "S-Tab")
    #expect(model.queue.folded.count == model.queue.groups.count)
    press(&model, &scene, "G")
    #expect(model.queue.heading == model.queue.groups.count - 1)
    press(&model, &scene, "S-Tab")
    #expect(model.queue.folded.isEmpty)
    #expect(model.queue.handles.count == count)
  }

  @Test func `what comes next is looked for within the group`() throws {
    var scene = Scene.letters
    var model = grouped(&scene)
    press(&model, &scene, "g", "j", "Enter")
    let unit = try #require(model.item?.unit)
    _ = update(&model, .painted(model.now))
    let effects = model.press("x")
    guard case .record(let recording)? = effects.first else {
      Issue.record("nothing was recorded: \(effects)")
      return
    }
    #expect(recording.commands.first?.unit == unit)
    #expect(recording.next?.group == model.queue.groups[0].group.key)
    #expect(recording.next?.grouping == .pair)
  }

  @Test func `a ruling is counted in its heading`() {
    var scene = Scene.letters
    var model = grouped(&scene)
    let before = model.queue.groups[0].waiting
    press(&model, &scene, "g", "j", "Enter")
    _ = update(&model, .painted(model.now))
    press(&model, &scene, "x", "q")
    #expect(model.queue.groups[0].waiting == before - 1)
    #expect(model.queue.groups[0].group.count == before)
    #expect(model.drawn.lines.contains { $0.contains("1 settled") })
  }

  @Test func `groups that would tell hidden votes are refused`() {
    var scene = Scene.letters
    scene.blind = .votes
    var model = scene.ready
    let before = model.queue
    model.press("b", "p", "Enter")
    #expect(model.queue == before)
    #expect(model.notice?.text.contains("hidden until your first verdict") == true)
    scene.resumed.grouping = .tier
    #expect(scene.ready.queue.grouping == nil, "nor do they come back from the last session")
  }

  @Test func `M-t tags the whole list, or the group, and untags it again`() {
    var scene = Scene.letters
    var model = scene.ready
    press(&model, &scene, "M-t")
    #expect(model.tags == Set(scene.rows.map(\.unit)))
    press(&model, &scene, "M-t")
    #expect(model.tags.isEmpty)
    model = grouped(&scene)
    press(&model, &scene, "g", "t")
    #expect(model.tags.count == model.queue.groups[0].group.count)
  }

  @Test func `too many to go through are not tagged`() {
    var model = Scene.letters.ready
    let handles = (1...6000).map { UnitHandle(raw: Int64($0)) }
    _ = update(&model, .listLoaded(QueueList(handles: handles), cursor: nil, generation: 1))
    #expect(model.press("M-t").isEmpty)
    #expect(model.notice?.text == "6 000 are too many to rule on in one go; l limits")
  }

  @Test func `a digit after the semicolon chooses a label by its place`() {
    var scene = Scene.letters
    var model = scene.ready
    press(&model, &scene, "t", "t", ";", "3")
    guard case .question(let question) = model.asking else {
      Issue.record("no question")
      return
    }
    #expect(question.text.hasPrefix("Rule 2 tagged items as thanks?"))
    #expect(question.safe == "rule on none")
  }

  @Test func `what is tagged is flagged in one go`() {
    var scene = Scene.letters
    var model = scene.ready
    press(&model, &scene, "t", "j", "t", ";")
    model.type("flag")
    scene.tell(&model, .keyPressed(.enter, model.now))
    #expect(scene.rows.prefix(3).map(\.isFlagged) == [true, true, true])
    #expect(model.notice?.text == "! 2 flagged")
    #expect(model.tags.count == 2, "they stay tagged")
  }

  @Test(arguments: [0, 1, 7, 40])
  func `every line of a grouped list is a heading or a row, in order`(seed: Int) {
    var scene = Scene.letters
    var model = grouped(&scene)
    var order = SeededOrder(seed: UInt64(seed))
    for group in model.queue.groups where order.next(below: 2) == 0 {
      model.queue.folded.insert(group.group.key)
    }
    let shown = model.queue.groups.filter { !model.queue.folded.contains($0.group.key) }
    let lines = model.queue.groups.count + shown.reduce(0) { $0 + $1.group.count }
    model.press("g")
    for _ in 1..<lines { model.press("j") }
    let last = (model.queue.heading, model.queue.cursor)
    model.press("G")
    #expect((model.queue.heading, model.queue.cursor) == last)
  }
}
