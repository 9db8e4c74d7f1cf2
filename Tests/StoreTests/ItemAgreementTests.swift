import Domain
import Store
import Testing

@Suite struct ItemAgreementTests {
  private func agreement(
    _ values: [Value], configuration: ProjectConfiguration = ProjectConfiguration(name: "")
  ) throws -> Double? {
    let project = try TestProject(configurations: ["c": configuration])
    try project.begin(configuration: "c")
    let index = try project.open()
    try index.catchUp()
    let records = values.enumerated().map { place, value in
      BatchRecord.rating(
        Rating(unit: unit("i"), annotator: AnnotatorID("a\(place)"), value: value), ordinal: place)
    }
    try project.importBatch(records, into: index)
    return try index.dossier(ItemID("i"), now: project.clock)?.units.first?.row.agreement
  }

  private func labels(_ names: String...) -> [Value] {
    names.map { .label(LabelID($0)) }
  }

  @Test func `labels agree in pairs`() throws {
    #expect(try agreement(labels("x")) == nil)
    #expect(try agreement(labels("x", "x")) == 1)
    #expect(try agreement(labels("x", "y")) == 0)
    #expect(try agreement(labels("x", "x", "y")) == 1.0 / 3)
    #expect(try agreement(labels("x", "x", "y", "y", "y")) == 0.4)
  }

  @Test func `labels in an order agree in part`() throws {
    let names = ["bad", "poor", "fair", "good", "best"]
    let configuration = ProjectConfiguration(
      name: "scale", labels: names.map { LabelDefinition(id: LabelID($0), scale: .ordinal) })
    #expect(try agreement(labels("bad", "best"), configuration: configuration) == 0)
    #expect(try agreement(labels("fair", "good"), configuration: configuration) == 0.75)
    #expect(try agreement(labels("fair", "other"), configuration: configuration) == 0)
  }

  @Test func `numbers agree by their distance in the range that was seen`() throws {
    let numbers = ["1", "2.0", "5"].compactMap { Number($0) }.map { Value.number($0) }
    let found = try #require(try agreement(numbers))
    #expect(abs(found - (0.75 + 0.25 + 0) / 3) < 1e-15)
    let same = ["2", "2.0"].compactMap { Number($0) }.map { Value.number($0) }
    #expect(try agreement(same) == 1)
  }

  @Test func `label sets agree by what they share`() throws {
    func set(_ names: String...) -> Value { .labels(of: names.map { LabelID($0) }) }
    #expect(try agreement([set("a", "b"), set("b", "c")]) == 1.0 / 3)
    #expect(try agreement([set(), set()]) == 1)
    #expect(try agreement([set(), set("a")]) == 0)
  }

  @Test func `values of different kinds never agree`() throws {
    #expect(try agreement([.label(LabelID("x")), .text("x")]) == 0)
    #expect(try agreement([.text("x"), .text("x")]) == 1)
  }
}
