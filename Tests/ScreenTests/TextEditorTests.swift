import Screen
import Testing

/// Text of several lines under a cursor.
@Suite struct TextEditorTests {
  private func edited(_ text: String, _ keys: [Key], width: Int = 20) -> TextEditor {
    var editor = TextEditor(text)
    for key in keys { _ = editor.handle(key, width: width) }
    return editor
  }

  private func lines(_ editor: TextEditor, _ width: Int) -> [String] {
    editor.layout(width: width).lines.map(\.plain)
  }

  @Test func `the cursor stands where the next character goes`() {
    for (text, width, row, column) in [
      ("", 10, 0, 0), ("abc", 10, 0, 3), ("abc\n", 10, 1, 0), ("a b c d e f", 5, 1, 5),
      ("庭の庭", 10, 0, 6), ("\n\n", 10, 2, 0), ("abcdefghij", 4, 2, 2),
    ] {
      let cursor = TextEditor(text).layout(width: width).cursor
      #expect(cursor == Position(row: row, column: column), "\(text.debugDescription)")
    }
  }

  @Test func `what is drawn is the text in lines, also the empty one at the end`() {
    #expect(lines(TextEditor(""), 10) == [""])
    #expect(lines(TextEditor("one two\n\nthree\n"), 7) == ["one two", "", "three", ""])
    #expect(lines(TextEditor("one two three"), 7) == ["one two", "three"])
  }

  @Test func `up and down keep the cell, and end at the ends of the text`() {
    let text = "first line\nab\nthird line"
    #expect(edited(text, [.up]).beforeCursor == "first line\nab")
    #expect(edited(text, [.up, .up]).beforeCursor == "fi", "the cell of the shorter line")
    #expect(edited(text, [.home, .up]).beforeCursor == "first line\n")
    #expect(edited(text, [.up, .up, .up]).beforeCursor == "")
    #expect(edited(text, [.down]).beforeCursor == text)
    #expect(edited("庭庭庭\nabc", [.left, .up]).beforeCursor == "庭", "no cell is cut in two")
    #expect(edited("one two three", [.up], width: 7).beforeCursor == "one t")
  }

  @Test func `keys of a shell work within a line`() {
    #expect(edited("ab\ncd", [.home, .backspace]).text == "abcd")
    #expect(edited("ab\ncd ef", [.control("w")]).text == "ab\ncd ")
    #expect(edited("ab\ncd", [.control("u")]).text == "ab\n")
    #expect(edited("ab\ncd", [.up, .home, .control("k")]).text == "\ncd")
    #expect(edited("ab", [.left, .enter]).text == "a\nb")
    #expect(edited("ab", [.home, .delete]).text == "b")
    #expect(edited("ab\ncd", [.left, .left, .left, .end]).beforeCursor == "ab")
    var editor = TextEditor("x")
    let isTaken = editor.handle(.function(1), width: 20)
    #expect(!isTaken)
    #expect(editor == TextEditor("x"))
  }

  @Test func `pasted line ends are one kind, and nothing acts on the terminal`() {
    var editor = TextEditor()
    editor.insert("a\r\nb\rc\td\u{1B}[31m\u{7F}\u{85}e")
    #expect(editor.text == "a\nb\nc d[31me")
  }

  @Test func `whatever is typed, the cursor is inside what is drawn`() {
    let keys: [Key] = [
      .character("a"), .character("庭"), .character("e\u{301}"), .character("👩‍👩‍👧"), .space, .enter,
      .up, .down, .left, .right, .home, .end, .backspace, .delete, .control("k"), .control("u"),
      .control("w"),
    ]
    var state: UInt64 = 7
    var editor = TextEditor()
    for _ in 0..<3000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let width = 2 + Int(state >> 60)
      _ = editor.handle(keys[Int(state >> 33) % keys.count], width: width)
      let layout = editor.layout(width: width)
      #expect(layout.lines.indices.contains(layout.cursor.row))
      #expect((0...width).contains(layout.cursor.column))
    }
  }
}
