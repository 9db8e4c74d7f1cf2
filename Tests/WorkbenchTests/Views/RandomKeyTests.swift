import Domain
import Screen
import Testing
import Workbench

/// No sequence of keys, sizes and clicks traps, draws outside the grid, leaves a cell unescaped, or
/// rules on something that was not on screen.
@Suite struct RandomKeyTests {
  static let sizes = [
    (40, 12), (80, 24), (120, 40), (250, 70), (41, 19), (99, 29), (100, 30), (20, 5), (120, 12),
    (40, 70),
  ]

  private static var scenes: [Scene] {
    [.past, .answers, .letters, .answers, .marks, .moods, .finds]
  }

  @Test(arguments: 0..<7)
  func `ten thousand random keys do no harm`(seed: Int) throws {
    var scene = Self.scenes[seed]
    if seed == 3 { scene.blind = .votes }
    if seed == 2 { scene.me = Member(id: "mara", user: "mara", roles: [.lead]) }
    var order = SeededOrder(seed: UInt64(seed))
    var model = Model.begin(scene.begin).model
    scene.tell(&model, .keyPressed(.control("l"), scene.moment(minutes: 1)))
    scene.tell(&model, .pageLoaded(scene.page, generation: model.queue.generation))
    scene.tell(&model, .summaryLoaded(scene.summary))
    var grid = Grid(size: model.size)
    var seen: UnitID?
    var rulings = 0
    for step in 0..<10_000 {
      let key = Self.keys[order.next(below: Self.keys.count)]
      if order.next(below: 400) == 0 {
        let size = Self.sizes[order.next(below: Self.sizes.count)]
        scene.tell(&model, .resized(Size(width: size.0, height: size.1)))
      }
      if order.next(below: 50) == 0 {
        scene.tell(&model, .pasted(Untrusted("\u{1B}[31m\u{202E}label:")))
      }
      if order.next(below: 50) == 0 {
        scene.tell(
          &model,
          .mouse(
            MouseEvent(.press, at: Position(row: order.next(below: 80), column: 3)), model.now))
      }
      let now = Instant(milliseconds: model.now.milliseconds + 200)
      for effect in update(&model, .keyPressed(key, now)) {
        if case .record(let recording) = effect, recording.next != nil {
          rulings += 1
          try #require(recording.commands.first?.unit == seen, "ruled on what was not on screen")
        }
        for reply in scene.replies(to: effect) + Self.reports(for: effect) {
          scene.tell(&model, reply)
        }
      }
      if model.isQuitting { model.isQuitting = false }
      guard step % 16 == 0 else { continue }
      grid = Grid(size: model.size)
      let cursor = view(model, into: &grid)
      if let cursor { try #require(grid.contains(cursor)) }
      _ = update(&model, .painted(now))
      seen = model.place == .item && model.item?.opened != nil ? model.item?.unit : nil
      if step % 80 == 0 { try expectHarmless(grid) }
    }
    try expectHarmless(grid)
    #expect(rulings > 0, "the keys reached a ruling")
  }

  /// The reports that other scenes have: every place is filled when keys come to it.
  private static func reports(for effect: Effect) -> [Message] {
    guard case .report(let request, let generation) = effect else { return [] }
    switch request {
    case .heatMap(let wanted):
      let page = Loaded(HeatScene.hostile.page(wanted), stamp: generation)
      return [.reported(.heatMap(page), generation: generation)]
    case .annotators: return [.reported(.annotators(Scene.peoplePage), generation: generation)]
    case .person: return [.reported(.person(Scene.personPage), generation: generation)]
    case .adjudicators:
      return [.reported(.adjudicators(Scene.adjudicatorRows), generation: generation)]
    default: return []
    }
  }

  private func expectHarmless(_ grid: Grid) throws {
    for row in 0..<grid.size.height {
      for cell in grid.row(row) where cell.kind != .trail {
        for scalar in cell.cluster.scalars {
          let value = scalar.value
          let isHarmful =
            value < 0x20 || (0x7F..<0xA0).contains(value) || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value) || value == 0x200B || value == 0x2028
          try #require(!isHarmful, "U+\(String(value, radix: 16)) in row \(row)")
        }
      }
    }
  }

  private static let keys: [Key] = {
    let typed = "jkgGnN/ltTFf;oRqy:?eixaXo!rnECvwhdsJK1234569 zqm-<é日bSpPH|}{+"
    let named: [Key] = [
      .enter, .enter, .escape, .tab, .backtab, .backspace, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .control("d"), .control("u"), .control("l"), .control("c"), .delete,
      .alt("t"),
    ]
    return typed.map { Key.character($0) } + named
  }()
}
