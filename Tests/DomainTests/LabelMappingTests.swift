import Domain
import Testing

/// What a mapping makes of what was said, whatever it says.
struct LabelMappingTests {
  static func labels(_ names: String...) -> [LabelID] { names.map { LabelID($0) } }

  static func rule(_ from: String, _ to: String) -> LabelRule {
    func labels(_ text: String) -> [LabelID] { text.split(separator: " ").map { LabelID("\($0)") } }
    return LabelRule(from: labels(from), to: labels(to))
  }

  static func mapping(_ rules: (String, String)...) -> LabelMapping {
    LabelMapping(rules.map { rule($0.0, $0.1) })
  }

  @Test(arguments: [
    ("a", "b", LabelRule.Kind?.some(.rename)), ("a b", "c", .merge), ("a b", "a", .merge),
    ("a", "b c", .split), ("a", "", .retire), ("", "a", nil), ("a", "a", nil), ("a b", "c d", nil),
    ("a b", "", nil),
  ])
  func `a rule is what its counts say`(from: String, to: String, kind: LabelRule.Kind?) {
    #expect(Self.rule(from, to).kind == kind)
  }

  @Test(arguments: [
    (mapping(), MappingProblem.empty),
    (mapping(("a b", "c d")), .noRule(rule("a b", "c d"))),
    (mapping(("a", "b"), ("a", "")), .mappedTwice(LabelID("a"))),
    (mapping(("a b", "c"), ("b", "d")), .mappedTwice(LabelID("b"))),
    (mapping(("a", "c"), ("b", "c")), .madeTwice(LabelID("c"))),
    (mapping(("a", "b"), ("b", "")), .meansAnother(LabelID("b"))),
    (mapping(("a", "a b")), .meansAnother(LabelID("a"))),
    (mapping(("a b", "c"), ("c", "d")), .meansAnother(LabelID("c"))),
    (mapping(("a", "b"), ("b c", "d")), .meansAnother(LabelID("b"))),
  ])
  func `what contradicts itself is refused`(mapping: LabelMapping, problem: MappingProblem) {
    #expect(mapping.shapeProblem == problem)
    #expect(LabelMapping(canonical: mapping.canonical) == nil)
  }

  @Test(arguments: [
    mapping(("a", "b"), ("b", "a")), mapping(("a", "b"), ("b", "c"), ("c", "a")),
    mapping(("a", "b"), ("b", "c")), mapping(("a b", "a")),
    mapping(("a", "x y"), ("b", "x"), ("c d", "y"), ("e", "")),
  ])
  func `what does not is read back from its one spelling`(mapping: LabelMapping) {
    #expect(mapping.shapeProblem == nil)
    #expect(LabelMapping(canonical: mapping.canonical) == mapping)
    guard case .array(let rules) = mapping.canonical, rules.count > 1 else { return }
    #expect(LabelMapping(canonical: .array(rules.reversed())) == nil)
  }

  @Test func `a mapping that is longer than a line may hold is refused`() {
    let rules = (0..<900).map {
      LabelRule(from: [LabelID("old label number \($0)")], to: [LabelID("new label \($0)")])
    }
    guard case .tooLong = LabelMapping(rules).shapeProblem else {
      Issue.record("it was taken")
      return
    }
  }

  @Test(arguments: [
    (mapping(("a", "c")), "a b", "c b", MappingProblem?.none),
    (mapping(("q", "c")), "a b", "a b c", .unknown(LabelID("q"))),
    (mapping(("used", "c")), "a b", "a b c", nil),
    (mapping(("a", "c")), "a b", "b", .missing(LabelID("c"))),
    (mapping(("a", "c")), "a b", "a b c", .stillDeclared(LabelID("a"))),
    (mapping(("a", "c")), "a b", "c", .leftOut(LabelID("b"))),
    (mapping(("a", "b")), "a b", "b", .meansAnother(LabelID("b"))),
    (mapping(("a b", "b")), "a b", "b", nil),
    (mapping(("a", "b"), ("b", "a")), "a b", "a b", nil),
    (mapping(("a", "b c")), "a b", "b c", nil),
    (mapping(("a", "")), "a b", "a b", .stillDeclared(LabelID("a"))),
    (mapping(("a", "")), "a", "", .noneDeclared),
    (mapping(("a", "")), "a b", "b new", nil),
  ])
  func `it leads from the labels there are to those that are declared`(
    mapping: LabelMapping, from: String, to: String, problem: MappingProblem?
  ) {
    func labels(_ text: String) -> [LabelID] { text.split(separator: " ").map { LabelID("\($0)") } }
    let found = mapping.problem(from: labels(from), used: [LabelID("used")], to: labels(to))
    #expect(found == problem)
  }

  @Test func `each kind of value is read whole, or says nothing any more`() {
    let mapping = Self.mapping(("a", "x"), ("b c", "y"), ("d", "p q"), ("e", ""))
    func label(_ name: String) -> Value { .label(LabelID(name)) }
    #expect(mapping.read(label("a")) == label("x"))
    #expect(mapping.read(label("b")) == label("y"))
    #expect(mapping.read(label("z")) == label("z"))
    #expect(mapping.read(label("d")) == nil)
    #expect(mapping.read(label("e")) == nil)
    #expect(
      mapping.read(.labels(of: Self.labels("a", "b", "c"))) == .labels(of: Self.labels("x", "y")))
    #expect(mapping.read(.labels(of: Self.labels("a", "e"))) == nil)
    #expect(
      mapping.read(.ranking([Self.labels("b", "c"), Self.labels("a")]))
        == .ranking([Self.labels("y"), Self.labels("x")]))
    #expect(mapping.read(.ranking([Self.labels("b"), Self.labels("c")])) == nil)
    #expect(
      mapping.read(.spans([Span(start: 1, end: 2, label: LabelID("a"))]))
        == .spans([Span(start: 1, end: 2, label: LabelID("x"))]))
    #expect(mapping.read(.spans([Span(start: 1, end: 2, label: LabelID("d"))])) == nil)
    #expect(mapping.read(.abstained) == .abstained)
    #expect(mapping.read(.text("a")) == .text("a"))
  }

  /// Random one-to-one mappings, names passed on among them: there and back is where it began.
  @Test func `renames and their inverse undo each other`() throws {
    var numbers = SeededOrder(seed: 11)
    let names = (0..<12).map { LabelID("l\($0)") }
    for _ in 0..<500 {
      let count = 1 + numbers.next(below: 8)
      let from = numbers.permutation(of: names.count).prefix(count).map { names[$0] }
      let to = numbers.permutation(of: count).map { from[$0] }
      let rules = zip(from, to).filter { $0 != $1 }.map { LabelRule(from: [$0], to: [$1]) }
      guard !rules.isEmpty else { continue }
      let mapping = LabelMapping(rules)
      #expect(mapping.shapeProblem == nil)
      let inverse = try #require(mapping.inverse)
      #expect(inverse.inverse == mapping)
      for name in names {
        let value = Value.labels(of: [name, names[0]])
        #expect(mapping.read(value).flatMap { inverse.read($0) } == value)
      }
    }
    #expect(Self.mapping(("a b", "c")).inverse == nil)
  }

  @Test func `what was said is read through every border after it, and none before`() {
    let reading = LabelReading([
      .init(seq: 10, batch: 1, mapping: Self.mapping(("a", "b"), ("c", ""))),
      .init(seq: 20, batch: 3, mapping: Self.mapping(("b", "c"), ("a", "z"))),
    ])
    func read(_ name: String, at seq: Int) -> LabelID? {
      guard
        case .value(.label(let label))? = reading.read(
          .value(.label(LabelID(name))), at: seq)
      else { return nil }
      return label
    }
    #expect(read("a", at: 9) == LabelID("c"))
    #expect(read("a", at: 11) == LabelID("z"))
    #expect(read("a", at: 21) == LabelID("a"))
    #expect(read("c", at: 9) == nil)
    #expect(read("c", at: 12) == LabelID("c"))
    #expect(reading.read(.label(LabelID("a")), fromBatch: 1) == .label(LabelID("c")))
    #expect(reading.read(.label(LabelID("a")), fromBatch: 2) == .label(LabelID("z")))
    #expect(reading.read(.label(LabelID("a")), fromBatch: 4) == .label(LabelID("a")))
    #expect(reading.fate(of: LabelID("c"), at: 2) == .ends(.retire))
    #expect(reading.fate(of: LabelID("a"), at: 2) == .becomes(LabelID("c")))
  }
}
