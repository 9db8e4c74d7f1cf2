import Foundation
import Glibc
import TestSupport
import Testing

/// The program, with one of its system calls going wrong: each in turn, in each way.
@Suite struct CrashTortureTests {
  @Test(arguments: Deed.allCases)
  func `a kill at any call loses nothing that was acknowledged`(deed: Deed) throws {
    try torture(deed, FaultPlan.Kind.kills, each: 1)
  }

  @Test(arguments: Deed.allCases)
  func `a call that fails loses nothing and pretends nothing`(deed: Deed) throws {
    try torture(deed, FaultPlan.Kind.errors, each: 1)
  }

  @Test(arguments: Deed.allCases)
  func `a disk that fills up or goes read-only loses nothing and pretends nothing`(
    deed: Deed
  ) throws {
    try torture(deed, [.error(ENOSPC), .error(EROFS)], each: 1, isLasting: true)
  }

  @Test(arguments: [Deed.rule, .importing, .publish, .firstOpening])
  func `a file that cannot be read loses nothing and pretends nothing`(deed: Deed) throws {
    try torture(deed, [.error(EIO)], each: 2, calls: "read")
  }

  /// - Parameter each: how many calls are tried for each kind, where not all are.
  private func torture(
    _ deed: Deed, _ kinds: [FaultPlan.Kind], each: Int, isLasting: Bool = false,
    calls: String? = nil
  ) throws {
    let project = try TortureProject()
    var plan = FaultPlan.counting
    plan.calls = calls
    let (_, counted, _) = try run(deed, project, plan)
    #expect(counted > 2, "the calls of \(deed) are seen")
    for (number, kind) in kinds.enumerated() {
      let seed = number + 100 * (Deed.allCases.firstIndex(of: deed) ?? 0)
      for at in Torture.sample(each, of: counted, seed: seed) {
        plan = FaultPlan(kind: kind, at: at, isLasting: isLasting, calls: calls)
        let (finished, _, place) = try run(deed, project, plan)
        try Aftermath(deed: deed, project: project, place: place, run: finished, plan: plan)
          .check()
      }
    }
  }

  private func run(
    _ deed: Deed, _ project: TortureProject, _ plan: FaultPlan
  ) throws -> (Finished, Int, Workplace) {
    let place = try project.copy(for: deed)
    let page = try FaultPage(in: place["home"])
    let finished = try place.run(
      deed.arguments, input: deed.input(items: project.items),
      environment: try plan.environment(under: place.path, page: page))
    if plan.at == 0 { finished.expect(0) }
    return (finished, page.calls, place)
  }
}
