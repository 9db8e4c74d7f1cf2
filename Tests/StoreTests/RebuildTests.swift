import Domain
import Ledger
import Store
import Testing

@Suite struct RebuildTests {
  /// Incremental tables, tables made anew, and the fold of the log, at many cuts of random histories.
  @Test(arguments: [UInt64](1...12))
  func `tables that grew equal tables made anew and the fold`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: seed.isMultiple(of: 2) ? "tiers" : "plain")
    var history = RandomHistory(seed: seed, project: project)
    history.audits = true
    let grown = try project.open()
    for cut in 0..<60 {
      try history.step()
      try grown.catchUp()
      guard cut % 6 == 5 else { continue }
      let name = "fresh-\(cut).sqlite"
      let fresh = try project.open(name)
      try fresh.rebuild()
      let (left, right) = (try grown.dump(), try fresh.dump())
      #expect(left == right, "\(firstDifference(left, right))")
      let state = project.state()
      #expect(try grown.hashedBytes() == state.hashedBytes)
      #expect(try Set(grown.members()) == Set(state.members.values))
      #expect(try grown.guideline() == state.guideline)
      #expect(try grown.summary(now: project.clock).guidelineVersion == state.guidelineVersion)
      #expect(try grown.head() == project.log.head())
    }
  }

  /// The same where labels are renamed, swapped, merged, split and retired on the way, several times.
  @Test(arguments: [UInt64](21...26))
  func `tables that grew over migrations equal tables made anew`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    var history = RandomHistory(seed: seed, project: project)
    history.audits = true
    history.migrates = true
    let grown = try project.open()
    for cut in 0..<90 {
      try history.step()
      try grown.catchUp()
      guard cut % 9 == 8 else { continue }
      let fresh = try project.open("fresh-\(cut).sqlite")
      try fresh.catchUp()
      try fresh.rebuild()
      let (left, right) = (try grown.dump(), try fresh.dump())
      #expect(left == right, "\(firstDifference(left, right))")
      let state = project.state()
      #expect(try grown.hashedBytes() == state.hashedBytes)
      #expect(try grown.labelReading() == state.reading)
    }
    #expect(try grown.labelReading().borders.isEmpty == false)
    #expect(try grown.audit()?.audit == project.state().audit)
  }

  @Test func `one opening catches up with what many small steps did`() throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin()
    var history = RandomHistory(seed: 99, project: project)
    let grown = try project.open()
    for _ in 0..<80 {
      try history.step()
      try grown.catchUp()
    }
    let late = try project.open("late.sqlite")
    try late.catchUp()
    #expect(try late.dump() == grown.dump())
    try grown.rebuild()
    #expect(try late.dump() == grown.dump())
  }

  @Test func `events handed over twice or late change nothing`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      [rating("i", "a", "x"), rating("i", "b", "y", ordinal: 1)], into: index)
    let first = try project.append(decision(unit("i"), .ambiguous))
    let second = try project.append(
      .withdraw(Withdrawal(seatID: SeatID(unit: unit("i"), seat: .main), base: first.seq)))
    // The second alone: the index fetches the first by itself.
    try index.apply([second])
    let dump = try index.dump()
    try index.apply([first, second])
    #expect(try index.dump() == dump)
    #expect(try index.head().seq == second.seq)
  }

  private func firstDifference(_ left: String, _ right: String) -> String {
    let a = Set(left.split(separator: "\n"))
    let b = Set(right.split(separator: "\n"))
    return
      "grown has \(a.subtracting(b).sorted().prefix(4)), fresh has \(b.subtracting(a).sorted().prefix(4))"
  }
}
