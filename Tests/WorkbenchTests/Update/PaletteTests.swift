import Domain
import Screen
import Testing
import Workbench

/// What `:` offers, in which order, and what it remembers.
@Suite struct PaletteTests {
  private func words(_ text: String, in model: Model) -> [String] {
    var model = model
    model.press(":")
    model.type(text)
    model.size = Size(width: 120, height: 40)
    let lines = model.drawn.lines
    guard let top = lines.firstIndex(where: { $0.contains("─ commands ") }) else { return [] }
    return lines[(top + 1)..<38].compactMap { line in
      line.dropFirst(3).split(separator: " ").first.map(String.init)
    }
  }

  @Test(arguments: [
    ("find", ["find", "find-next", "find-previous"]), ("fp", ["find-previous"]),
    ("sl", ["save-limit"]), ("mit", ["limit", "save-limit", "forget-limit"]),
    ("ordr", ["order"]), ("nxt", ["find-next"]), ("previous", ["find-previous"]),
  ])
  func `the better a word fits, the higher it stands`(typed: String, expected: [String]) {
    var model = Scene.letters.ready
    model.press("/")
    model.type("L")
    model.press("Enter")
    model.queue.matches = [1]
    let found = words(typed, in: model)
    #expect(expected.allSatisfy { found.contains($0) }, "\(found)")
    #expect(found.first == expected.first || model.unavailable(.saveLimit) != nil, "\(found)")
  }

  @Test
  func `whole words stand before beginnings, these before words within, then scattered letters`() {
    let found = words("down", in: Scene.letters.ready)
    #expect(Array(found.prefix(3)) == ["down", "half-down", "page-down"])
  }

  @Test func `a single letter finds beginnings only`() {
    let found = words("t", in: Scene.letters.ready)
    #expect(found.contains("tag") && found.contains("theme"))
    #expect(!found.contains("open") && !found.contains("first"))
  }

  @Test func `what was used last stands first among its like`() {
    var model = Scene.letters.ready
    #expect(words("", in: model).first != "half-up")
    model.press(":")
    model.type("half-up")
    model.press("Enter")
    #expect(words("", in: model).first == "half-up")
    #expect(Array(words("half", in: model).prefix(2)) == ["half-up", "half-down"])
  }

  @Test func `what cannot be used stands last, with its reason`() {
    let model = Scene.letters.ready
    let found = words("un", in: model)
    #expect(found.contains("undo") && found.contains("untag"))
    var scene = Scene.letters
    scene.resumed.tags = [scene.rows[0].unit]
    #expect(words("un", in: scene.ready).first == "undo")
  }

  @Test func `typed letters are underlined, also in the middle`() {
    var model = Scene.letters.ready
    model.press(":")
    model.type("hu")
    let grid = model.drawn
    let row = (0..<24).first { grid.text(ofRow: $0).contains("half-up") } ?? 0
    let cells = grid.row(row)
    let underlined = cells.indices.filter { cells[$0].attributes.contains(.underline) }
      .map { String(Character(cells[$0].cluster.base)) }
    #expect(underlined == ["h", "u"])
  }

  @Test func `Up in an empty line brings back what was run, Down goes on`() {
    var model = Scene.letters.ready
    for line in ["tag", "half-down"] {
      model.press(":")
      model.type(line)
      model.press("Enter")
    }
    model.press(":", "Up")
    #expect(model.typedText == "half-down")
    model.press("Up")
    #expect(model.typedText == "tag")
    model.press("Up")
    #expect(model.typedText == "tag")
    model.press("Down")
    #expect(model.typedText == "half-down")
    model.press("Down")
    #expect(model.typedText == "")
    model.press("Up")
    #expect(model.press("Enter").isEmpty == false || model.queue.cursor > 0)
  }

  @Test func `paths are completed from the folder that is being typed`() {
    var scene = Scene.letters
    scene.me = Member(id: "mara", user: "mara", roles: [.lead])
    var model = scene.ready
    #expect(model.press("i") == [.completePath("")])
    _ = update(&model, .pathsFound(PathListing(folder: "", names: ["exports/", "ratings.csv"])))
    model.type("ex")
    model.press("Tab")
    #expect(model.typedText == "exports/")
    _ = update(
      &model, .pathsFound(PathListing(folder: "exports/", names: ["a b.csv", "second.tsv"])))
    model.type("se")
    model.press("Tab")
    #expect(model.typedText == "exports/second.tsv")
    #expect(model.press("Enter") == [.importFile("exports/second.tsv")])
  }

  @Test func `a path behind a command is asked for, too`() {
    var scene = Scene.letters
    scene.me = Member(id: "mara", user: "mara", roles: [.lead])
    var model = scene.ready
    model.press(":")
    model.type("import")
    #expect(update(&model, .keyPressed(.character(" "), model.now)) == [.completePath("")])
    _ = update(&model, .pathsFound(PathListing(folder: "", names: ["ratings.csv"])))
    model.press("Tab")
    #expect(model.typedText == "import ratings.csv")
  }
}

extension Model {
  /// What is being typed.
  var typedText: String? {
    guard case .prompt(let prompt) = asking else { return nil }
    return prompt.editor.text
  }
}
