import Screen
import TestSupport
import Testing

@Suite struct WidgetTests {
  private func drawn(width: Int = 80, _ draw: (inout Grid) -> Void) -> ScreenFile {
    var grid = Grid(size: Size(width: width, height: 1))
    draw(&grid)
    return ScreenFile(grid, about: "")
  }

  private let origin = Position(row: 0, column: 0)

  @Test(
    arguments: [
      (0.0, "────────────", "llllllllllll"), (0.6, "━━━━━━━─────", "1111111lllll"),
      (0.4, "━━━━━───────", "11111lllllll"), (0.375, "━━━━╸───────", "11111lllllll"),
      (1.0, "━━━━━━━━━━━━", "111111111111"), (0.001, "╸───────────", "1lllllllllll"),
      (7, "━━━━━━━━━━━━", "111111111111"), (.nan, "────────────", "llllllllllll"),
    ] as [(Double, String, String)])
  func `a bar ends at the nearest half cell`(share: Double, text: String, roles: String) {
    let screen = drawn { Bar(share: share, width: 12, role: .label1).draw(in: &$0, at: origin) }
    #expect(screen.layers[0] == [text])
    #expect(screen.layers[1] == [roles])
  }

  @Test func `a sparkline shows the last values and leaves gaps`() {
    let screen = drawn {
      Sparkline([9, 0, 1, nil, 5, 4]).draw(in: &$0, at: origin, width: 5)
    }
    #expect(screen.layers[0] == ["▁▂ ▄▃"])
    #expect(drawn { Sparkline([0, 0]).draw(in: &$0, at: origin, width: 5) }.layers[0] == ["▁▁"])
  }

  @Test func `ratings are grouped, and counted where they do not fit`() {
    let dots = RatingDots([
      .init(role: .label2, people: 3), .init(role: .label1, people: 0),
      .init(role: .label3, people: 1, models: 1),
    ])
    #expect(dots.width == 6)
    let screen = drawn { dots.draw(in: &$0, at: origin, width: 6) }
    #expect(screen.layers[0] == ["●●● ●◆"])
    #expect(screen.layers[1] == ["222 33"])
    #expect(drawn { dots.draw(in: &$0, at: origin, width: 5) }.layers[0] == ["●3 ●2"])
  }

  private let hints = [
    Hint(key: "Enter", text: "open"), Hint(key: "t", text: "tag"),
    Hint(key: ";", text: "do to tagged"), Hint(key: "l", text: "limit"),
    Hint(key: "o", text: "order"), Hint(key: "/", text: "find"),
  ]
  private let help = Hint(key: "?", text: "help")

  @Test func `hints stand as in the target picture`() {
    let screen = drawn { HintLine(hints, help: help).draw(in: &$0, row: 0) }
    #expect(
      screen.layers[0] == [
        " Enter open  t tag  ; do to tagged  l limit  o order  / find             ? help"
      ])
    #expect(
      screen.layers[1] == [
        " kkkkk tttt  k ttt  k tttttttttttt  k ttttt  k ttttt  k tttt             k tttt"
      ])
  }

  @Test func `hints drop whole from the right, help never`() {
    let screen = drawn(width: 40) { HintLine(hints, help: help).draw(in: &$0, row: 0) }
    #expect(screen.layers[0] == [" Enter open  t tag               ? help"])
  }

  @Test func `a notice stands right of the hints with its undo`() {
    let notice = HintLine.Notice(
      "✓ 1126 neutral, saved", undo: Hint(key: "z", text: "undo"))
    let some = [
      Hint(key: "1-3", text: "adopt"), Hint(key: "x", text: "none"),
      Hint(key: "a", text: "ambiguous"), Hint(key: "r", text: "reason"),
    ]
    let screen = drawn { HintLine(some, help: help, notice: notice).draw(in: &$0, row: 0) }
    #expect(
      screen.layers[0] == [
        " 1-3 adopt  x none  a ambiguous         z undo  ✓ 1126 neutral, saved    ? help"
      ])
  }

  @Test func `an unavailable key is faint`() {
    let hint = Hint(key: "z", text: "undo", unavailable: "nothing to undo")
    #expect(drawn { hint.draw(in: &$0, at: origin) }.layers[1] == ["f ffff"])
  }

  @Test func `facts that do not fit whole are left out`() {
    let line = FactLine(
      heading: "why here",
      [
        .init("disagreement", ".60"), .init("likely wrong", ".55"), .init("cost", "high"),
        .init("waiting", "2 d"),
      ])
    let wide = drawn { line.draw(in: &$0, at: Position(row: 0, column: 1), width: 78) }
    #expect(
      wide.layers[0] == [
        " why here  disagreement .60   likely wrong .55   cost high   waiting 2 d"
      ])
    #expect(
      wide.layers[1] == [" hhhhhhhh  dddddddddddd       dddddddddddd       dddd        ddddddd"])
    let narrow = drawn { line.draw(in: &$0, at: Position(row: 0, column: 1), width: 48) }
    #expect(narrow.layers[0] == [" why here  disagreement .60   likely wrong .55"])
  }

  @Test func `a prompt shows its cursor, what completes it and its keys`() {
    let prompt = PromptLine(
      sign: ":", editor: LineEditor("re"), completion: "lease", note: "Tab completes")
    var grid = Grid(size: Size(width: 40, height: 1))
    let cursor = prompt.draw(in: &grid, row: 0)
    let screen = ScreenFile(grid, about: "")
    #expect(cursor == Position(row: 0, column: 4))
    #expect(screen.layers[0] == [" :release                 Tab completes"])
    #expect(screen.layers[1] == [" a  ddddd                 ddddddddddddd"])
    #expect(screen.layers[2] == [String(repeating: "_", count: 40)])
    #expect(screen.layers[3] == ["    R"])
  }

  @Test func `a long prompt keeps its end in view`() {
    var grid = Grid(size: Size(width: 20, height: 1))
    let text = String(repeating: "日", count: 30) + "x"
    let cursor = PromptLine(sign: ":", editor: LineEditor(text)).draw(in: &grid, row: 0)
    #expect(cursor.column < 19)
    #expect(grid[Position(row: 0, column: cursor.column - 1)].cluster == Cluster("x"))
    SanitiserTests.expectSound(grid)
  }

  @Test func `a question ends in its keys, a refusal lies on an alarm`() {
    let question = drawn {
      QuestionLine(
        .question, "Reopen 3 tagged rulings?",
        keys: [Hint(key: "y", text: "reopen"), Hint(key: "Enter", text: "keep")]
      ).draw(in: &$0, row: 0)
    }
    #expect(
      question.layers[0] == [
        " ? Reopen 3 tagged rulings?                               y reopen   Enter keep"
      ])
    #expect(question.layers[2] == [String(repeating: "_", count: 80)])
    let refusal = drawn { QuestionLine(.refusal, "the disk is full").draw(in: &$0, row: 0) }
    #expect(refusal.layers[0] == [" × the disk is full"])
    #expect(refusal.layers[2] == [String(repeating: "p", count: 80)])
  }

  @Test func `a box has a title, a note and room`() {
    var grid = Grid(size: Size(width: 40, height: 5))
    grid.put(.repeating("x", count: 40), at: Position(row: 1, column: 0))
    let room = OverlayBox(title: "keys of item", note: "type").draw(
      in: &grid, Rect(row: 0, column: 1, width: 38, height: 4))
    #expect(room == Rect(row: 1, column: 3, width: 34, height: 2))
    #expect(
      ScreenFile(grid, about: "").layers[0] == [
        "  ╭─ keys of item ──────────── type ─╮",
        "x │                                  │ x", "  │                                  │",
        "  ╰──────────────────────────────────╯", "",
      ])
  }

  @Test func `nothing is drawn outside, whatever the size`() {
    for width in 0...30 {
      for height in 0...3 {
        var grid = Grid(size: Size(width: width, height: height))
        HintLine(hints, help: help, notice: .init("saved", undo: help)).draw(in: &grid, row: 0)
        QuestionLine(.question, "日本語日本語?", keys: hints).draw(in: &grid, row: 0)
        PromptLine(sign: ":", editor: LineEditor("日本"), note: "keys").draw(in: &grid, row: 0)
        OverlayBox(title: "日本語", note: "n").draw(in: &grid, grid.bounds)
        OverlayBox(title: "日本語", note: "n").drawEdge(in: &grid, row: 0)
        FactLine(heading: "日本", [.init("a", "b")]).draw(in: &grid, at: origin, width: width)
        Sparkline([1, 2, 3]).draw(in: &grid, at: origin, width: width)
        Bar(share: 0.5, width: 99, role: .dim).draw(in: &grid, at: origin)
        SanitiserTests.expectSound(grid)
      }
    }
  }
}
