import Domain
import Screen
import Testing

@testable import Workbench

/// What is seen over time says where the labels changed.
@Suite struct LabelBorderTests {
  @Test func `where a border lies is said in what time is counted in`() throws {
    let border = HeatScene.changes[1]
    let places = LabelBorder.Axis.allCases.map { border.place(along: $0) }
    #expect(places == ["after batch 3", "on 2025-09-27", "in 2025-W39", "in 2025-09", "under v2"])
    #expect(HeatScene.changes[0].place(along: .version) == "before v1")
    let phrase = border.phrase(along: .batch)
    #expect(phrase.hasPrefix("labels changed here: after batch 3, biker → cyclist, rider; "))
    #expect(phrase.hasSuffix("; 1 more"))
    #expect(!border.phrase(along: .batch).contains("\u{1B}"))
    #expect(HeatScene.changes[0].phrase(along: .batch).hasSuffix("after batch 1, tram retired"))
  }

  @Test func `a map over time says it, and one that is not over time does not`() {
    var scene = HeatScene.street
    scene.borders = HeatScene.changes
    let words = "labels changed here: in 2025-W39 (1 before), biker → cyclist, rider"
    #expect(scene.showing("t").drawn.lines.joined().contains(words))
    #expect(!scene.showing().drawn.lines.joined().contains("labels changed"))
    #expect(!HeatScene.street.showing("t").drawn.lines.joined().contains("labels changed"))
  }
}
