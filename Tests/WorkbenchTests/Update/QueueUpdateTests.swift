import Domain
import Screen
import Testing
import Workbench

@Suite struct QueueUpdateTests {
  @Test func `a session begins with sums and one page, nothing else`() throws {
    let (model, effects) = Model.begin(Scene.letters.begin)
    let query = try #require(model.queue.query)
    #expect(effects == [.loadSummary, .loadPage(query, count: 50, generation: 1)])
    #expect(query.viewer == "mara")
    #expect(query.order == .policy(.gain))
  }

  @Test func `the first page is usable before the whole list is known`() throws {
    var scene = Scene.letters
    scene.rows = Array(scene.rows.prefix(5))
    var model = Model.begin(scene.begin).model
    let page = QueuePage(rows: scene.rows, total: 4711, overdue: 12)
    let query = try #require(model.queue.query)
    let effects = update(&model, .pageLoaded(page, generation: 1))
    #expect(
      effects == [
        .loadList(query, finding: nil, generation: 1),
        .openItem(scene.rows[0].unit, purpose: .preview),
      ])
    #expect(model.queue.phase == .ready)
    #expect(model.queue.total == 4711)
    model.press("j")
    #expect(model.queue.current?.unit == scene.rows[1].unit)
  }

  @Test func `late answers to earlier questions change nothing`() {
    var model = Scene.letters.ready
    let before = model
    let page = QueuePage(rows: [], total: 0, overdue: 0)
    for message in [
      Message.pageLoaded(page, generation: 0),
      .listLoaded(QueueList(handles: []), cursor: nil, generation: 0),
      .rowsLoaded([], generation: 0), .found([], generation: 0),
    ] {
      #expect(update(&model, message).isEmpty)
      #expect(model == before)
    }
  }

  @Test func `moving moves the bar alone, and reads ahead`() throws {
    let scene = Scene.letters
    var model = scene.ready
    var expected = model
    let effects = model.press("j")
    expected.queue.cursor = 1
    expected.queue.direction = 1
    #expect(model == expected)
    #expect(effects == (1...5).map { .openItem(scene.rows[$0].unit, purpose: .preview) })
    for row in scene.rows[1...5] {
      let dossier = try #require(scene.dossiers[row.unit.item])
      _ = update(
        &model, .itemOpened(scene.opened(dossier, row.unit.question), purpose: .preview))
    }
    #expect(model.press("j").isEmpty, "what was read ahead is there at once")
    #expect(model.queue.preview?.item.id == scene.rows[2].unit.item)
    _ = update(&model, .othersAppended)
    #expect(model.press("j") == (3...7).map { .openItem(scene.rows[$0].unit, purpose: .preview) })
  }

  @Test func `a bar that leaves the window turns it, and a quarter stays`() {
    #expect(ListWindow.top(0, showing: 29, count: 100, height: 30) == 0)
    #expect(ListWindow.top(0, showing: 30, count: 100, height: 30) == 23)
    #expect(ListWindow.top(40, showing: 39, count: 100, height: 30) == 17)
    #expect(ListWindow.top(0, showing: 99, count: 100, height: 30) == 70)
    #expect(ListWindow.top(5, showing: 0, count: 3, height: 30) == 0)
  }

  @Test(arguments: [
    ("G", 8), ("End", 8), ("g", 0), ("^D", 6), ("PgDn", 8), ("Down", 1), ("k", 0),
  ])
  func `keys that terminal people know`(key: String, place: Int) {
    var model = Scene.letters.ready
    model.press(key)
    #expect(model.queue.cursor == place)
  }

  @Test func `rows are read by the window, once, and far ones are forgotten`() {
    let scene = Scene.letters
    var model = scene.ready
    let handles = (1...50_000).map { UnitHandle(raw: Int64($0)) }
    var effects = update(
      &model, .listLoaded(QueueList(handles: handles), cursor: nil, generation: 1))
    #expect(
      effects == [9..<12, 12..<24].map { .loadRows(Array(handles[$0]), generation: 1) })
    #expect(update(&model, .resized(model.size)).isEmpty, "what was asked for is not asked again")
    effects = model.press("G")
    #expect(
      effects
        == [49_988..<50_000, 49_976..<49_988].map {
          .loadRows(Array(handles[$0]), generation: 1)
        }, "what is in view comes first")
    for start in stride(from: 0, to: 9000, by: 100) {
      let rows = handles[start..<start + 100].map {
        QueueRow(handle: $0, unit: UnitID(item: ItemID("x\($0.raw)")), since: Scene.start)
      }
      _ = update(&model, .rowsLoaded(rows, generation: 1))
    }
    model.press("g")
    #expect(model.queue.rows.count <= 512)
  }

  @Test func `the bar goes back to where the last session left it`() {
    var scene = Scene.letters
    scene.resumed.cursor = scene.rows[4].unit
    #expect(scene.ready.queue.cursor == 4)
    scene.resumed.cursor = UnitID(item: "far away")
    var model = Model.begin(scene.begin).model
    let page = QueuePage(rows: scene.rows, total: 100, overdue: 0)
    _ = update(&model, .pageLoaded(page, generation: 1))
    let handles = (1...100).map { UnitHandle(raw: Int64($0)) }
    _ = update(&model, .listLoaded(QueueList(handles: handles), cursor: 77, generation: 1))
    #expect(model.queue.cursor == 77)
  }

  @Test func `an item that was open is opened again`() {
    var scene = Scene.letters
    scene.resumed.open = scene.rows[2].unit
    let (model, effects) = Model.begin(scene.begin)
    #expect(model.place == .item)
    #expect(effects.contains(.openItem(scene.rows[2].unit, purpose: .show)))
  }

  @Test func `t tags and goes on, T untags all, and tags are kept`() {
    let scene = Scene.letters
    var model = scene.ready
    let effects = model.press("t")
    #expect(model.tags == [scene.rows[0].unit])
    #expect(model.queue.cursor == 1)
    var state = SessionState()
    state.cursor = scene.rows[0].unit
    state.order = .policy(.gain)
    state.tags = [scene.rows[0].unit]
    state.lastLook = Scene.start
    #expect(effects.first == .saveState(state))
    model.press("T")
    #expect(model.tags.isEmpty)
  }

  @Test func `a limit is checked where it is typed, and its place is shown`() throws {
    var model = Scene.letters.ready
    model.press("l")
    model.type("label:ask agre<0.5")
    model.press("Enter")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(prompt.problem == Prompt.Problem(sentence: "there is no key agre", offset: 10))
    #expect(model.queue.limitText.isEmpty)
    model.press("Esc")
    #expect(model.asking == .nothing)
    #expect(model.queue.limitText.isEmpty)
  }

  @Test func `a good limit is asked for, and q drops it again before it quits`() throws {
    var model = Scene.letters.ready
    model.press("l")
    model.type("agree<0.5")
    let effects = model.press("Enter")
    let query = try #require(model.queue.query)
    #expect(query.limit == (try LimitParser.parse("agree<0.5")))
    #expect(effects == [.saveState(model.state), .loadPage(query, count: 50, generation: 2)])
    #expect(model.queue.handles.count == 9, "rows stay until the new ones are there")
    model.press("q")
    #expect(model.queue.limitText.isEmpty)
    #expect(model.press("q") == [.saveState(model.state), .quit])
  }

  @Test func `limits that would tell hidden votes are refused`() {
    var scene = Scene.letters
    scene.blind = .votes
    for text in ["label:ask", "agree<0.5", "by:ann", "pair:ask/sick", "note:*", "-status:agreed"] {
      var model = scene.ready
      model.press("l")
      model.type(text)
      #expect(model.press("Enter").isEmpty)
      guard case .prompt(let prompt) = model.asking else {
        Issue.record("\(text) was taken")
        continue
      }
      #expect(prompt.problem != nil)
    }
  }

  @Test func `an order is chosen from a list`() {
    var model = Scene.letters.ready
    model.press("o")
    model.type("du")
    model.press("Enter")
    #expect(model.queue.order == .due)
    #expect(model.queue.query?.order == .due)
  }

  @Test func `a search goes to the first match after the bar, n and N go round`() throws {
    let scene = Scene.letters
    var model = scene.ready
    model.press("/")
    model.type("rose")
    let effects = model.press("Enter")
    let query = try #require(model.queue.query)
    var byItem = query
    byItem.limit = Limit(terms: [Limit.Term(.item(.containing("rose")))])
    var byText = query
    byText.limit = Limit(terms: [Limit.Term(.text("rose"))])
    #expect(effects == [.search([byItem, byText], generation: 1)])
    let found = [scene.rows[6].handle, scene.rows[2].handle]
    _ = update(&model, .found(found, generation: 1))
    #expect(model.queue.cursor == 2)
    model.press("n")
    #expect(model.queue.cursor == 6)
    model.press("n")
    #expect(model.queue.cursor == 2)
    model.press("N")
    #expect(model.queue.cursor == 6)
  }

  @Test func `a flag is a recorded remark`() {
    let scene = Scene.letters
    var model = scene.ready
    let effects = model.press("f")
    let remark = Remark(unit: scene.rows[0].unit, text: "", isRaised: true)
    #expect(effects == [.record(Recording(ticket: 1, commands: [.flag(remark)]))])
  }

  @Test func `who is no member may read, and is told why not more`() {
    var scene = Scene.letters
    scene.me = Member(id: "guest", user: "guest", roles: [.observer])
    var model = scene.showing("L-031")
    #expect(model.press("1").isEmpty)
    #expect(model.notice?.text == "adopt: for adjudicators")
  }

  @Test func `others' rulings are read again without moving the bar`() {
    let scene = Scene.letters
    var model = scene.ready
    model.press("j")
    let effects = update(&model, .othersAppended)
    #expect(
      effects == [
        .loadSummary, .loadRows(scene.rows.map(\.handle), generation: 1),
        .openItem(scene.rows[1].unit, purpose: .preview),
      ])
    #expect(model.queue.cursor == 1)
  }

  @Test func `a store that cannot be read says so`() {
    var model = Model.begin(Scene.letters.begin).model
    _ = update(&model, .storeFailed("items.sqlite is locked by another program; try R."))
    #expect(model.queue.phase == .failed("items.sqlite is locked by another program; try R."))
    #expect(model.asking == .alarm("items.sqlite is locked by another program; try R."))
    model.press("R")
    #expect(model.asking == .nothing, "the key that closes an alarm does its own work too")
    #expect(model.queue.phase == .loading)
  }
}
