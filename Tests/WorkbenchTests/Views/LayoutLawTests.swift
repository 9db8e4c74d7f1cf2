import Domain
import Screen
import Testing
import Workbench

/// Laws that every screen keeps, whatever it shows.
@Suite struct LayoutLawTests {
  static let sizes = [
    (40, 12), (41, 13), (60, 20), (80, 24), (99, 29), (100, 24), (120, 40), (170, 50), (250, 70),
    (120, 12), (250, 14), (100, 20),
    (40, 70), (79, 40),
  ].map { Size(width: $0.0, height: $0.1) }

  static var scenes: [Scene] { [.past, .answers, .marks, .moods, .finds] }

  private func sized(_ scene: Scene, _ size: Size) -> Scene {
    var scene = scene
    scene.size = size
    return scene
  }

  @Test(arguments: sizes)
  func `the second line is a bold sentence, the title has progress and mark`(size: Size) {
    let row = size.height >= 30 ? 2 : 1
    for scene in Self.scenes.map({ sized($0, size) }) {
      for model in [scene.ready] + scene.dossiers.keys.sorted().map({ scene.showing($0) }) {
        let grid = model.drawn
        let sentence = Sentence(model)
        #expect(!sentence.lead.isEmpty)
        #expect(grid.text(ofRow: row).hasPrefix(" " + sentence.lead.prefix(20).plain))
        #expect(grid[Position(row: row, column: 1)].attributes.contains(.bold))
        #expect(grid.text(ofRow: 0).contains("✓"))
        #expect(grid.row(0).allSatisfy { $0.ground == .title })
      }
    }
  }

  @Test(arguments: sizes)
  func `the right margin is one blank cell`(size: Size) {
    for scene in Self.scenes.map({ sized($0, size) }) {
      for model in [scene.ready] + scene.dossiers.keys.sorted().map({ scene.showing($0) }) {
        let grid = model.drawn
        for row in 0..<size.height {
          let cell = grid[Position(row: row, column: size.width - 1)]
          #expect(
            cell.cluster == .blank && cell.kind != .trail,
            "row \(row) of \(size.width)×\(size.height): \(grid.text(ofRow: row))")
        }
      }
    }
  }

  @Test(arguments: sizes)
  func `digits stand in the same cells from item to item`(size: Size) {
    let scene = sized(.letters, size)
    var places: Set<[Position]> = []
    for item in scene.dossiers.keys.sorted() {
      let grid = scene.showing(item).drawn
      var found: [Position] = []
      for digit in 1...4 {
        for row in 3..<size.height - 1 {
          for column in 0..<size.width {
            let position = Position(row: row, column: column)
            let cell = grid[position]
            if cell.role == .hintKey, cell.cluster.text == String(digit) { found.append(position) }
          }
        }
      }
      #expect(found.count == 4, "\(item) at \(size)")
      places.insert(found)
    }
    #expect(places.count == 1)
  }

  @Test(arguments: sizes)
  func `running text is at most 72 cells wide`(size: Size) {
    var scene = sized(.letters, size)
    scene.add(
      "long", .text(String(repeating: "words and words ", count: 400)),
      votes: [.label("ann", "ask"), .label("bo", "thanks")], gain: 0.1)
    let grid = scene.showing("long").drawn
    let row = grid.text(ofRow: size.height >= 30 ? 6 : 5)
    var text = row.split(separator: "│")[0]
    while text.last == " " { text.removeLast() }
    #expect(text.count <= 3 + 72)
  }

  @Test(arguments: sizes)
  func `help is always offered, and the obvious key first`(size: Size) {
    for scene in Self.scenes.map({ sized($0, size) }) {
      let last = scene.ready.drawn.text(ofRow: size.height - 1)
      #expect(last.hasPrefix(" Enter open"))
      #expect(last.hasSuffix("? help"))
      for item in scene.dossiers.keys.sorted() {
        let grid = scene.showing(item).drawn
        #expect(grid.text(ofRow: size.height - 1).hasSuffix("? help"))
        let isQuiet = grid.row(size.height - 1).allSatisfy {
          [.hintKey, .hintText, .faint, .text].contains($0.role)
        }
        #expect(isQuiet, "nothing but hints in the last row: \(size)")
      }
    }
  }

  @Test func `one row down changes the two rows and the preview, nothing else`() {
    let scene = sized(.letters, Size(width: 80, height: 24))
    var model = scene.ready
    let before = model.drawn
    model.press("j")
    let after = model.drawn
    let changed = (0..<24).filter { Array(before.row($0)) != Array(after.row($0)) }
    #expect(Set(changed).isSubset(of: [1, 4, 5, 17, 18, 19, 20, 21]))
  }

  @Test func `a ruling leaves its row where it was`() {
    var scene = sized(.letters, Size(width: 80, height: 24))
    var model = scene.showing("L-007")
    scene.tell(&model, .keyPressed(.character("3"), model.now))
    scene.tell(&model, .keyPressed(.character("q"), model.now))
    #expect(model.drawn.text(ofRow: 5).hasPrefix(" ✓ L-007"))
  }

  @Test func `the clock warns at ninety minutes`() {
    let scene = sized(.letters, Size(width: 80, height: 24))
    var model = scene.ready
    _ = update(&model, .clockTicked(scene.moment(minutes: 89)))
    #expect(!model.drawn.row(0).contains { $0.role == .warn })
    _ = update(&model, .clockTicked(scene.moment(minutes: 90)))
    #expect(model.drawn.row(0).contains { $0.role == .warn })
    #expect(model.drawn.text(ofRow: 0).contains("1:30"))
  }

  @Test func `damage in the log is told on every screen`() {
    let scene = sized(.letters, Size(width: 40, height: 12))
    for model in [scene.ready, scene.showing("L-031")] {
      var model = model
      _ = update(&model, .verified(.damaged(187)))
      let title = model.drawn.row(0)
      #expect(title.contains { $0.role == .bad && $0.cluster.text == "×" })
    }
  }
}
