import Foundation
import Screen
import TestSupport
import Testing

/// The machinery by which screens are kept and compared.
@Suite struct GoldenScreenTests {
  private var grid: Grid {
    var grid = Grid(size: Size(width: 24, height: 4))
    grid.fill(Rect(row: 0, column: 0, width: 24, height: 1), ground: .title)
    grid.put("queue 日本", at: Position(row: 0, column: 1), attributes: .bold)
    grid.put("a\u{202E}b", at: Position(row: 2, column: 3), role: .dim)
    return grid
  }

  @Test func `a screen is written as it reads`() {
    #expect(
      ScreenFile(grid, about: "a test").text == """
        tiebreak-screen 1
        size 24x4
        about a test
        --- text
         queue 日本

           a⟨U+202E⟩b
        --- role


           dxxxxxxxxd
        --- base
        tttttttttttttttttttttttt
        --- attr
         BBBBBBBBBB

        """)
  }

  @Test func `what was written is read back`() throws {
    let file = ScreenFile(grid, about: "a test")
    #expect(try #require(ScreenFile(parsing: file.text)) == file)
    #expect(ScreenFile(parsing: "not a screen") == nil)
  }

  @Test func `the golden screen beside this file is this one`() {
    expectScreen(grid, named: "support/example", about: "a test")
    GoldenScreen.expectNoOrphans(among: ["support/example"])
  }

  @Test func `a difference, a missing file and an orphan fail`() {
    guard ProcessInfo.processInfo.environment["TIEBREAK_RECORD_SCREENS"] == nil else { return }
    var other = grid
    other.put("x", at: Position(row: 2, column: 3))
    withKnownIssue { expectScreen(other, named: "support/example") }
    withKnownIssue { expectScreen(grid, named: "support/nowhere") }
    withKnownIssue { GoldenScreen.expectNoOrphans(among: []) }
    let difference = ScreenFile(other, about: "").difference(from: ScreenFile(grid, about: ""))
    #expect(
      difference == [
        "text 2 −|   a⟨U+202E⟩b", "text 2 +|   x⟨U+202E⟩b", "role 2 −|   dxxxxxxxxd",
        "role 2 +|    xxxxxxxxd",
      ])
    let count = ScreenFile(other, about: "").differingCellCount(
      from: ScreenFile(grid, about: ""))
    #expect(count == 1)
  }

  @Test func `the target screens can be read`() throws {
    guard let path = try SharedFixtures.path("reference/look/queue-80x24.screen") else { return }
    let target = try #require(
      ScreenFile(parsing: try String(contentsOfFile: path, encoding: .utf8)))
    #expect(target.size == Size(width: 80, height: 24))
    #expect(target.layers[0][4].hasPrefix("▌  1127"))
    #expect(target.layers[2][4] == String(repeating: "s", count: 80))
  }

  @Test func `a device in memory plays its script to the end`() {
    let device = MemoryDevice(size: Size(width: 24, height: 4), keys: [.character("j"), .enter])
    device.waker()
    device.waker()
    let seen = (0..<4).map { _ in device.events(within: nil) }
    #expect(seen == [[.woken], [.key(.character("j"))], [.key(.enter)], [.ended]])
    device.present(grid, cursor: nil)
    #expect(device.grid == grid && device.paintCount == 1)
  }
}
