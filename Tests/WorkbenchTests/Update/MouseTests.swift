import Domain
import Screen
import Testing
import Workbench

/// Clicks and the wheel: each does what a key does.
@Suite struct MouseTests {
  private func mouse(
    _ action: MouseEvent.Action, _ row: Int, _ column: Int, in model: inout Model
  ) -> [Effect] {
    update(&model, .mouse(MouseEvent(action, at: Position(row: row, column: column)), model.now))
  }

  /// Where a text stands in the drawn model.
  private func found(_ text: String, in model: Model) -> Position? {
    for (row, line) in model.drawn.lines.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      return Position(row: row, column: line.distance(from: line.startIndex, to: range.lowerBound))
    }
    return nil
  }

  @discardableResult
  private func click(_ text: String, in model: inout Model) throws -> [Effect] {
    let seen = found(text, in: model)
    let place = try #require(seen, "\(text) is not on the screen")
    return mouse(.press, place.row, place.column, in: &model)
  }

  @Test func `a click moves the bar, one on the bar opens`() throws {
    var model = Scene.letters.ready
    let row = try #require(model.drawn.lines.firstIndex { $0.contains(" L-112 ") })
    _ = mouse(.press, row, 5, in: &model)
    #expect(model.queue.cursor == 2)
    _ = mouse(.press, row, 5, in: &model)
    #expect(model.item?.unit.item == "L-112")
  }

  @Test func `the wheel goes on by a row, in an item by a line`() {
    var model = Scene.letters.ready
    _ = mouse(.wheelDown, 5, 5, in: &model)
    _ = mouse(.wheelDown, 5, 5, in: &model)
    _ = mouse(.wheelUp, 5, 5, in: &model)
    #expect(model.queue.cursor == 1)
  }

  @Test func `a click on a key of the last row presses it`() throws {
    var model = Scene.letters.ready
    try click("tag ", in: &model)
    #expect(model.tags.count == 1)
    try click("limit", in: &model)
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.purpose == .limit)
    model.press("Esc")
    try click("? help", in: &model)
    #expect(model.overlay == .help(find: "", page: 0))
    _ = mouse(.press, 5, 5, in: &model)
    #expect(model.overlay == nil)
    #expect(mouse(.press, 23, 70, in: &model).isEmpty)
  }

  @Test func `a question is answered by a click on its key`() throws {
    var model = Scene.letters.ready
    model.press("^C")
    try click("stay", in: &model)
    #expect(model.asking == .nothing)
    model.press("^C")
    #expect(mouse(.press, 5, 5, in: &model).isEmpty)
    #expect(model.asking != .nothing)
    #expect(try click("y quit", in: &model).last == .quit)
  }

  @Test func `a click in the palette runs what is there, or begins its argument`() throws {
    var model = Scene.letters.ready
    model.press(":")
    model.type("down")
    try click("half-down", in: &model)
    #expect(model.asking == .nothing && model.queue.cursor > 0)
    model.press(":")
    model.type("order")
    try click("order it anew", in: &model)
    #expect(model.typedText == "order ")
    try click("oldest", in: &model)
    #expect(model.queue.order == .policy(.oldest))
    model.press("l")
    model.type("ti")
    try click("tier:", in: &model)
    #expect(model.typedText == "tier:")
    let high = try #require(model.drawn.lines.dropLast().lastIndex { $0.contains("high") })
    _ = mouse(.press, high, 5, in: &model)
    #expect(model.typedText == "tier:high ")
    _ = mouse(.wheelDown, 20, 5, in: &model)
    #expect(model.typedText == "tier:high ")
  }

  @Test func `places are chosen by a click`() throws {
    var model = Scene.letters.ready
    model.press("Space")
    try click("l log", in: &model)
    #expect(model.place == .log)
    #expect(model.typed.isEmpty)
  }
}
