import Domain
import Screen
import Testing
import Workbench

/// Laws that the log, the release and the guideline keep at every size, whatever they show.
@Suite struct RecordLawTests {
  private func models(_ size: Size) -> [Model] {
    var scene = Scene.letters
    scene.size = size
    var limited = scene.inLog()
    scene.limit(&limited, "type:ruling")
    return [
      scene.inLog("j"), scene.inLog("e"), scene.inLog("G"), limited,
      scene.inRelease(gate: Scene.bars), scene.inRelease("G"),
      scene.inGuideline(), scene.inGuideline("Enter"), scene.inGuideline("d"),
      scene.inGuideline("G"), scene.inGuideline(page: scene.emptyGuideline),
    ]
  }

  @Test(arguments: LayoutLawTests.sizes)
  func `the second line is a bold sentence, the title has progress and mark`(size: Size) {
    let row = size.height >= 30 ? 2 : 1
    for model in models(size) {
      let grid = model.drawn
      let sentence = Sentence(model)
      #expect(!sentence.lead.isEmpty)
      #expect(sentence.lead.width <= size.width - 2, "\(sentence.lead.plain) at \(size)")
      #expect(grid.text(ofRow: row).hasPrefix(" " + sentence.lead.prefix(20).plain))
      #expect(grid[Position(row: row, column: 1)].attributes.contains(.bold))
      #expect(grid.text(ofRow: 0).contains("✓"))
    }
  }

  @Test(arguments: LayoutLawTests.sizes)
  func `the right margin is blank, and the last row offers keys and help`(size: Size) {
    for model in models(size) {
      let grid = model.drawn
      for row in 0..<size.height {
        let cell = grid[Position(row: row, column: size.width - 1)]
        #expect(
          cell.cluster == .blank && cell.kind != .trail,
          "row \(row) of \(size.width)×\(size.height): \(grid.text(ofRow: row))")
      }
      #expect(grid.text(ofRow: size.height - 1).hasSuffix("? help"))
    }
  }

  @Test(arguments: LayoutLawTests.sizes)
  func `there is one bar, and it stands on a row of its list`(size: Size) {
    for model in models(size) where model.log.page == nil {
      let grid = model.drawn
      let bars = (0..<size.height).filter { row in
        let cell = grid[Position(row: row, column: 0)]
        return cell.cluster.text == "▌" && cell.role == .accent
      }
      #expect(bars.count <= 1, "\(grid.lines.joined(separator: "\n"))")
    }
  }

  @Test func `one row down in the log changes the two rows and the preview, nothing else`() {
    var scene = Scene.letters
    scene.size = Size(width: 80, height: 24)
    var model = scene.inLog()
    let before = model.drawn
    model.press("j")
    let after = model.drawn
    let changed = (0..<24).filter { Array(before.row($0)) != Array(after.row($0)) }
    #expect(Set(changed).isSubset(of: [1, 4, 5, 18, 19, 20, 21]))
  }

  @Test func `damage in the log is told on every screen`() {
    for model in models(Size(width: 80, height: 24)) {
      var model = model
      _ = update(&model, .verified(.damaged(187)))
      #expect(model.drawn.row(0).contains { $0.role == .bad && $0.cluster.text == "×" })
    }
  }
}
