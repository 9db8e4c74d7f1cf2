import Foundation
import TestSupport
import Testing

/// The power is cut at any moment of a run: what the disk may hold then is worked out from the record of
/// its system calls, and opened.
@Suite struct PowerCutTortureTests {
  @Test(arguments: [Deed.rule, .importing, .publish])
  func `a power cut at any moment loses nothing that was acknowledged`(deed: Deed) throws {
    let project = try TortureProject()
    let place = try project.copy()
    let page = try FaultPage(in: place["home"])
    let before = try DiskModel(of: place.path)
    let trace = place.path + ".trace"
    defer { try? FileManager.default.removeItem(atPath: trace) }
    var environment = try FaultPlan.counting.environment(under: place.path, page: page)
    environment["FAULT_TRACE"] = trace
    try place.run(
      deed.arguments, input: deed.input(items: project.items), environment: environment
    ).expect(0)
    let records = try Trace(at: trace).records
    #expect(records.count > 20)
    for luck in DiskModel.Luck.allCases {
      let cuts = Torture.sample(4, of: records.count, seed: 7 * records.count)
      for cut in cuts { try check(deed, project, before, records.prefix(cut), luck) }
    }
  }

  private func check(
    _ deed: Deed, _ project: TortureProject, _ before: DiskModel,
    _ records: ArraySlice<Trace.Record>, _ luck: DiskModel.Luck
  ) throws {
    var disk = before
    for record in records { disk.take(record) }
    var random = SeededGenerator(seed: UInt64(records.count))
    let place = try Workplace()
    try FileManager.default.removeItem(atPath: place["home"])
    try disk.leave(in: place.path, luck: luck, random: &random)
    let run = Finished(
      code: nil, signal: 9, output: disk.said, errors: Data("power cut, luck: \(luck)".utf8),
      peakBytes: 0, seconds: 0)
    let plan = FaultPlan(kind: .killAfter, at: records.count)
    try Aftermath(deed: deed, project: project, place: place, run: run, plan: plan).check()
  }

  /// What would come of it if the log were not synced: so the states above do lose what they may.
  @Test func `without a sync the same states lose what was acknowledged`() throws {
    let project = try TortureProject()
    let place = try project.copy()
    let page = try FaultPage(in: place["home"])
    var disk = try DiskModel(of: place.path)
    let trace = place.path + ".trace"
    defer { try? FileManager.default.removeItem(atPath: trace) }
    var environment = try FaultPlan.counting.environment(under: place.path, page: page)
    environment["FAULT_TRACE"] = trace
    let input = Deed.rule.input(items: project.items)
    try place.run(Deed.rule.arguments, input: input, environment: environment).expect(0)
    for record in try Trace(at: trace).records {
      if case .synced(_, let path) = record, path.hasSuffix("events.jsonl") { continue }
      disk.take(record)
    }
    let other = try Workplace()
    var random = SeededGenerator(seed: 1)
    try disk.leave(in: other.path, luck: .none, random: &random)
    let log = try LogBytes(at: other["project/log/events.jsonl"])
    #expect(log.events.count == project.length)
    #expect(disk.said.split(separator: 0x0A).count == Deed.operations.count)
  }

  /// The model itself: what it must lose, and what it must keep.
  @Test func `a disk keeps what was synced and nothing else for certain`() throws {
    let place = try Workplace()
    try place.write("a", "old")
    var disk = try DiskModel(of: place.path)
    let inode = try #require(
      try FileManager.default.attributesOfItem(atPath: place["a"])[.systemFileNumber] as? NSNumber
    ).uint64Value
    disk.take(.written(inode: inode, offset: 3, bytes: Data("er".utf8)))
    disk.take(.created(inode: 1, path: place["b"]))
    disk.take(.written(inode: 1, offset: 0, bytes: Data("new".utf8)))
    disk.take(.synced(inode: 1, path: place["b"]))
    let left = { (disk: DiskModel, luck: DiskModel.Luck) throws -> [String] in
      let other = try Workplace()
      var random = SeededGenerator(seed: 1)
      try disk.leave(in: other.path, luck: luck, random: &random)
      return try other.listing().filter { !$0.hasSuffix("/") }.map { name in
        let file = String(name.split(separator: " ")[0])
        return file + ":" + (try other.read(file))
      }
    }
    #expect(try left(disk, .none) == ["a:old"])
    #expect(try left(disk, .all) == ["a:older", "b:new"])
    disk.take(.synced(inode: 99, path: place.path))
    #expect(try left(disk, .none) == ["a:old", "b:new"])
    disk.take(.synced(inode: inode, path: place["a"]))
    disk.take(.renamed(from: place["b"], to: place["a"]))
    #expect(try left(disk, .none) == ["a:older", "b:new"])
    #expect(try left(disk, .all) == ["a:new"])
  }
}
