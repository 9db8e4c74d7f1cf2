import Agreement
import Domain
import Store
import Testing

/// Open units whose text is very like that of one, for somebody who may rule on them.
@Suite struct AlikeTests {
  private let x = Outcome.value(.label(LabelID("x")))
  private static let parcels = [
    "a": "The parcel never came, where is it?", "b": "My parcel never came. Where is it now?",
    "c": "Where is the parcel? It never came!", "d": "The parcel never came, where is it?",
    "e": "How do I change my password?", "f": "the parcel never came where is it", "g": "",
  ]

  /// `a1` rated `d`; `c` is contested between other labels; `f` is unanimous.
  private func project(
    _ configuration: ProjectConfiguration = ProjectConfiguration(name: "plain")
  ) throws -> (TestProject, ProjectIndex) {
    let project = try TestProject(configurations: ["its own": configuration])
    try project.begin(configuration: "its own")
    let index = try project.open(
      leases: try LeaseStore(path: project.path("live.sqlite")))
    try index.catchUp()
    try project.importBatch(
      numbered(
        Self.parcels.sorted { $0.key < $1.key }.flatMap { name, text in
          [
            item(name, text), rating(name, name == "d" ? "a1" : "a", "x"),
            rating(name, "b", name == "c" ? "z" : name == "f" ? "x" : "y"),
          ]
        }), into: index)
    return (project, index)
  }

  private func alike(
    _ item: String, _ viewer: String?, _ project: TestProject, _ index: ProjectIndex
  ) throws -> [String] {
    let found = try index.alike(
      unit(item), viewer: viewer.map { MemberID($0) }, now: project.clock)
    return try #require(found).found.map(\.row.unit.item.text)
  }

  @Test func `the same contest, open, very alike, most alike first, then by name`() throws {
    let (project, index) = try project()
    #expect(try alike("a", "adj", project, index) == ["d", "b"])
    #expect(try alike("b", "adj", project, index) == ["a", "d"])
    #expect(try alike("e", "adj", project, index) == [])
    #expect(try alike("g", "adj", project, index) == [])
    #expect(try index.alike(unit("none"), viewer: nil, now: project.clock) == nil)
    let found = try #require(try index.alike(unit("a"), viewer: nil, now: project.clock))
    #expect(found.least == Precedent.veryAlike && found.batch == 1)
    #expect(found.found.first?.likeness == 1)
    #expect(found.found.first?.text == Self.parcels["d"])
  }

  @Test func `what one rated oneself, what is settled, and what another holds is left out`() throws
  {
    let (project, index) = try project()
    #expect(try alike("a", "self", project, index) == ["b"])
    try index.apply([try project.append(decision(unit("b"), x))])
    #expect(try alike("a", "adj", project, index) == ["d"])
    let leases = try LeaseStore(path: project.path("live.sqlite"))
    _ = try leases.claim(
      unit("d"), by: MemberID("lead"), at: project.clock, manner: .ask)
    #expect(try alike("a", "adj", project, index) == [])
    #expect(try alike("a", "lead", project, index) == ["d"])
  }

  @Test func `routes to others are respected`() throws {
    var configuration = ProjectConfiguration(name: "routed")
    configuration.routes = [
      Route(when: Limit(terms: [Limit.Term(.item(.containing("d")))]), to: [.role(.lead)])
    ]
    let (project, index) = try project(configuration)
    #expect(try alike("a", "adj", project, index) == ["b"])
    #expect(try alike("a", "lead", project, index) == ["d", "b"])
  }

  @Test func `hidden votes do not decide what is alike`() throws {
    var configuration = ProjectConfiguration(name: "blind")
    configuration.blind = .votes
    let (project, index) = try project(configuration)
    // `c`, which is contested otherwise, is among them: leaving it out would tell its votes.
    #expect(try alike("a", "adj", project, index) == ["c", "d", "b"])
  }

  @Test func `nobody waits for what is not wanted any more`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered(
        (0..<600).flatMap { number in
          [
            item("i\(1000 + number)", "the same words again"),
            rating("i\(1000 + number)", "a", "x"), rating("i\(1000 + number)", "b", "y"),
          ]
        }), into: index)
    let all = try index.alike(unit("i1000"), viewer: nil, now: project.clock)
    #expect(all?.found.count == 599)
    let none = try index.alike(unit("i1000"), viewer: nil, now: project.clock) { false }
    #expect(none == nil)
  }
}
