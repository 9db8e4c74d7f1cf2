import Domain
import Screen
import Testing

@testable import Workbench

/// Texts side by side, and the words by which they differ.
@Suite struct ComparedTextTests {
  private func translated(_ size: Size) -> Model {
    var scene = Scene.letters
    scene.size = size
    scene.addTranslations()
    return scene.showing("translated")
  }

  private func two(_ first: String, _ second: String) -> Model {
    var scene = Scene.letters
    scene.size = Size(width: 120, height: 40)
    scene.addFields(first, second)
    return scene.showing("two")
  }

  private func rows(_ model: Model) -> [String] {
    let grid = model.drawn
    return (0..<grid.size.height).map { grid.text(ofRow: $0) }
  }

  private func underlined(_ model: Model) -> String {
    let grid = model.drawn
    return (0..<grid.size.height).map { row in
      let cells = grid.row(row)
      let text = Array(grid.text(ofRow: row))
      return String(zip(text, cells).map { $1.attributes.contains(.underline) ? $0 : " " })
    }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func `fields that share their words stand side by side`(_ size: Size) {
    let rows = rows(translated(size))
    #expect(rows.contains { $0.contains("as printed") && $0.contains("as corrected") })
    #expect(!rows.contains { $0.contains("title") && $0.contains("as printed") })
    #expect(!rows.contains { $0.contains("as corrected") && $0.contains("remark") })
  }

  @Test func `a narrow screen has them one below the other, marked as well`() {
    let model = translated(Size(width: 60, height: 30))
    let rows = rows(model)
    #expect(!rows.contains { $0.contains("as printed") && $0.contains("as corrected") })
    #expect(underlined(model).contains("right after the harvest"))
  }

  @Test func `what differs is underlined, and d takes the lines away`() {
    var model = translated(Size(width: 120, height: 40))
    let marked = underlined(model)
    for word in ["harvest", "late", "autumn", "six", "eight", "upper"] {
      #expect(marked.contains(word), "\(word) in \(marked)")
    }
    #expect(!marked.contains("canes"))
    model.press("d")
    #expect(underlined(model).isEmpty)
  }

  @Test func `marks stand under the same words after scrolling`() {
    let common = (0..<60).map { "word\($0)" }.joined(separator: " ")
    var model = two("\(common) old end of it", "\(common) new end of it")
    #expect(model.item?.comparison?.differences.first == [60])
    model.size = Size(width: 80, height: 24)
    for _ in 0..<9 { model.press("^D") }
    #expect(underlined(model) == "old new")
  }

  @Test func `a word that is broken over lines is one word`() {
    let long = String(repeating: "x", count: 100)
    var flow = MarkedFlow("\(long) tail", width: 30, marks: [1])
    let lines = flow.lines(0..<10)
    #expect(lines.dropLast().flatMap(\.marks).isEmpty)
    #expect(lines.last?.marks == [11..<15])
    var whole = MarkedFlow("\(long) tail", width: 30, marks: [0])
    #expect(whole.lines(2..<10).map(\.marks) == [[0..<30], [0..<10]])
  }

  @Test func `a text and its translation stand side by side without marks`() {
    let german = "Die Blätter sehen aus, als hätte jemand Mehl darüber verschüttet."
    let english = "The leaves look as if somebody had spilled flour all over them."
    let model = two(german, english)
    #expect(model.item?.comparison?.part == 0)
    #expect(underlined(model).isEmpty)
  }

  @Test func `a subject above a letter, and short fields, are read downwards`() {
    let short = "Two lines about courgettes and their mildew"
    #expect(
      two(short, String(repeating: "Long letter of a reader. ", count: 9)).item?.comparison == nil)
    #expect(two("yes", "no").item?.comparison == nil)
    #expect(two("", "").item?.comparison == nil)
  }

  @Test func `without two such texts d says why it does nothing`() {
    var model = Scene.letters.showing("L-007")
    let before = model.marksDifferences
    model.press("d")
    #expect(model.marksDifferences == before)
  }

  @Test func `words are compared by their bytes`() {
    let differences = WordDifferences("a caf\u{E9} b c", "a cafe\u{301} b c\r\n")
    #expect(differences.first == [1])
    #expect(differences.second == [1])
  }
}
