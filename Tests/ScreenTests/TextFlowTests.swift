import Screen
import TestSupport
import Testing

@Suite struct TextFlowTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    TextFlow.lines(of: text, width: width).map(\.plain)
  }

  @Test func `lines break at blanks`() {
    #expect(lines("the two firms signed", 9) == ["the two", "firms", "signed"])
    #expect(lines("the two firms signed", 10) == ["the two", "firms", "signed"])
    #expect(lines("the two firms signed", 13) == ["the two firms", "signed"])
    #expect(lines("ab  cd", 3) == ["ab", "cd"])
  }

  @Test func `line feeds of the text are kept, and so are empty lines`() {
    #expect(lines("a\n\nb\r\nc", 9) == ["a", "", "b", "c"])
    #expect(lines("a\n", 9) == ["a"])
    #expect(lines("", 9) == [])
  }

  @Test func `a word that is too wide is broken`() {
    #expect(lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
  }

  @Test func `ideographs break anywhere but not before closing signs`() {
    #expect(lines("日本語の文章", 6) == ["日本語", "の文章"])
    #expect(lines("日本語。文", 6) == ["日本", "語。文"])
    #expect(lines("日本「語」", 6) == ["日本", "「語」"])
    #expect(lines("日本語", 5) == ["日本", "語"])
    #expect(lines("日", 1) == ["日"], "the narrowest flow is two cells")
  }

  @Test func `tabs go to every fourth cell`() {
    #expect(lines("a\tb\tcd\te", 20) == ["a   b   cd  e"])
  }

  @Test func `visible forms stay whole`() {
    #expect(lines("abc\u{202E}def", 10) == ["abc", "⟨U+202E⟩de", "f"])
  }

  @Test func `laws of wrapping hold for any text`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<1500 {
      let source = SanitiserTests.randomScalars(using: &random)
      let width = Int.random(in: 12...40, using: &random)
      let lines = TextFlow.lines(of: source, width: width)
      for line in lines {
        #expect(line.width <= width)
        #expect(line.pieces.last?.cluster != .blank)
      }
      let wrapped = lines.flatMap(\.pieces).map(\.cluster).filter { $0 != .blank }
      let whole = SafeText(source).pieces.map(\.cluster).filter {
        $0 != .blank && $0 != Cluster("↵")
      }
      #expect(wrapped == whole, "nothing is lost and nothing is added")
    }
  }

  @Test func `a window is what the whole text has there`() {
    let text = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let whole = TextFlow.lines(of: text, width: 20)
    var flow = TextFlow(text, width: 20)
    let middle = flow.lines(5..<9)
    #expect(middle == Array(whole[5..<9]))
    let first = flow.lines(0..<3)
    #expect(first == Array(whole[0..<3]))
    let last = flow.lines(whole.count - 1..<whole.count + 5)
    #expect(last == [whole[whole.count - 1]])
    let count = flow.lineCount(upTo: .max)
    #expect(count == whole.count)
  }

  @Test func `the first lines of a huge text cost what they show`() {
    let text = Untrusted(bytes: Array(repeating: 0x61, count: 50_000_000))
    var flow = TextFlow(text, width: 72)
    var lines: [SafeText] = []
    let time = ContinuousClock().measure { lines = flow.lines(0..<40) }
    #expect(lines.count == 40)
    #expect(time < .seconds(1))
    let blank = Untrusted(bytes: Array(repeating: 0x20, count: 1000) + [0x61])
    #expect(TextFlow.lines(of: blank, width: 10).map(\.plain) == ["", "a"])
  }
}
