import Screen
import TestSupport
import Testing

@Suite struct GridDiffTests {
  private func scribble(_ grid: inout Grid, _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let position = Position(
        row: Int.random(in: 0..<grid.size.height, using: &random),
        column: Int.random(in: 0..<grid.size.width, using: &random))
      let texts: [SafeText] = ["a", "日本語", "entailed", "●●● ●●", "e\u{301}", " "]
      grid.put(
        texts[Int.random(in: 0..<texts.count, using: &random)], at: position,
        role: Role.allCases[Int.random(in: 0..<Role.allCases.count, using: &random)],
        attributes: Attributes(rawValue: UInt8.random(in: 0...7, using: &random)))
    }
    if Bool.random(using: &random) {
      let row = Int.random(in: 0..<grid.size.height, using: &random)
      grid.fill(Rect(row: row, column: 0, width: 9, height: 2), ground: .selection)
    }
  }

  @Test func `the difference applied to the first gives the second`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      var before = Grid(size: Size(width: 24, height: 6))
      scribble(&before, &random)
      var after = before
      scribble(&after, &random)
      let diff = GridDiff(from: before, to: after)
      var applied = before
      diff.apply(from: after, to: &applied)
      #expect(applied == after)
      SanitiserTests.expectSound(after)
      for run in diff.runs {
        #expect(after[Position(row: run.row, column: run.columns.lowerBound)].kind != .trail)
      }
    }
  }

  @Test func `equal grids differ nowhere`() {
    var grid = Grid(size: Size(width: 10, height: 3))
    grid.put("日本", at: Position(row: 1, column: 2))
    #expect(GridDiff(from: grid, to: grid).runs.isEmpty)
  }

  @Test func `only what changed is sent`() {
    let before = Grid(size: Size(width: 80, height: 24))
    var after = before
    after.put("x", at: Position(row: 3, column: 7))
    let diff = GridDiff(from: before, to: after)
    #expect(diff.runs == [CellRun(row: 3, columns: 7..<8)])
    #expect(diff.cellCount == 1)
  }

  @Test func `nothing before, or another size, sends everything`() {
    let grid = Grid(size: Size(width: 10, height: 3))
    #expect(GridDiff(from: nil, to: grid).cellCount == 30)
    #expect(GridDiff(from: Grid(size: Size(width: 9, height: 3)), to: grid).cellCount == 30)
  }
}
