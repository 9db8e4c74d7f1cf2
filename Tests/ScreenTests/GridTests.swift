import Screen
import Testing

@Suite struct GridTests {
  @Test func `text is cut at the width with an ellipsis`() {
    var grid = Grid(size: Size(width: 10, height: 1))
    let used = grid.put("entailment", at: Position(row: 0, column: 1), width: 6)
    #expect(used == 6)
    #expect(grid.text(ofRow: 0) == " entai…")
  }

  @Test func `no half of a wide character is left at the edge`() {
    var grid = Grid(size: Size(width: 5, height: 1))
    #expect(grid.put("日本語", at: Position(row: 0, column: 0)) == 5)
    #expect(grid.text(ofRow: 0) == "日本…")
    grid.clear(grid.bounds)
    #expect(grid.put("日本語", at: Position(row: 0, column: 1)) == 3)
    #expect(grid.text(ofRow: 0) == " 日…")
  }

  @Test func `writing over half a wide character blanks the other half`() {
    var grid = Grid(size: Size(width: 6, height: 1))
    grid.put("日本語", at: Position(row: 0, column: 0))
    grid.put("x", at: Position(row: 0, column: 3))
    #expect(grid.text(ofRow: 0) == "日 x語")
    grid.put("y", at: Position(row: 0, column: 4))
    #expect(grid.text(ofRow: 0) == "日 xy")
  }

  @Test func `what is put keeps the ground`() {
    var grid = Grid(size: Size(width: 4, height: 2))
    grid.fill(Rect(row: 1, column: 0, width: 4, height: 9), ground: .selection)
    grid.put("ab", at: Position(row: 1, column: 1), role: .dim, attributes: .bold)
    let cell = grid[Position(row: 1, column: 1)]
    #expect(cell == Cell(Cluster("a"), role: .dim, ground: .selection, attributes: .bold))
    #expect(grid[Position(row: 0, column: 1)].ground == .text)
  }

  @Test func `writing outside does nothing`() {
    var grid = Grid(size: Size(width: 4, height: 2))
    let blank = grid
    for position in [
      Position(row: -1, column: 0), Position(row: 2, column: 0), Position(row: 0, column: 4),
      Position(row: 0, column: -1),
    ] {
      #expect(grid.put("abc", at: position) == 0)
    }
    #expect(grid == blank)
  }

  @Test func `right-aligned text ends before the column`() {
    var grid = Grid(size: Size(width: 8, height: 1))
    #expect(grid.putRight("2 d", row: 0, end: 7) == 3)
    #expect(grid.text(ofRow: 0) == "    2 d")
    #expect(grid.putRight("abcdefghij", row: 0, end: 20) == 8)
    #expect(grid.text(ofRow: 0) == "abcdefg…")
  }

  @Test func `strings are sanitised where they are interpolated`() {
    let name = "a\u{1B}[31m\u{202E}b"
    let text: SafeText = "item \(name)"
    #expect(text.plain == "item a^[[31m⟨U+202E⟩b")
    #expect(text.hasHostile)
  }
}
