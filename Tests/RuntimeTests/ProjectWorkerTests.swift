import Dispatch
import Domain
import Foundation
import Ledger
import Runtime
import Store
import Testing
import Workbench

/// What the worker answers, and what it looks after by itself.
struct ProjectWorkerTests {
  private let unit = UnitID(item: ItemID("t1"))

  private func worker(_ project: Project) -> (worker: ProjectWorker, mailbox: Mailbox) {
    let mailbox = Mailbox(wake: {})
    return (ProjectWorker(project: project, mailbox: mailbox, drafts: [:]), mailbox)
  }

  private var ruling: Command {
    .rule(
      Decision(
        seatID: SeatID(unit: unit, seat: .main), base: -1, batch: 1,
        outcome: .value(.label(LabelID("yes")))))
  }

  @Test func `leases are renewed while an item is open and given back at the end`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let (worker, _) = worker(project)
    worker.perform(.claimLease(unit, .ask))
    worker.perform(.loadSummary)
    worker.finish()
    #expect(try project.leases.live(at: project.now).isEmpty)

    let queue = DispatchQueue(label: "test")
    let keeper = LeaseKeeper(
      leases: project.leases, queue: queue, now: { project.now }, lost: { _, _ in })
    _ = try keeper.claim(unit, by: MemberID("tester"), manner: .ask)
    let before = try #require(try project.leases.live(at: project.now).first)
    keeper.renew()
    let after = try #require(try project.leases.live(at: project.now).first)
    #expect(after.until > before.until)
    #expect(after.fence == before.fence)
  }

  @Test func `whoever lost a lease is told, and does not take it back by renewing`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let mailbox = Mailbox(wake: {})
    let keeper = LeaseKeeper(
      leases: project.leases, queue: DispatchQueue(label: "test"), now: { project.now },
      lost: { mailbox.post(.leaseAnswered($0, $1)) })
    _ = try keeper.claim(unit, by: MemberID("tester"), manner: .ask)
    let other = MemberID("other")
    _ = try project.leases.claim(unit, by: other, at: project.now, manner: .takeOver)
    keeper.renew()
    keeper.releaseAll()
    guard case .leaseAnswered(unit, .heldBy(other, _))? = mailbox.take().first else {
      Issue.record("nobody was told")
      return
    }
    #expect(try project.leases.live(at: project.now).map(\.holder) == [other])
  }

  @Test func `settings that took effect elsewhere reach the screen`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let (worker, mailbox) = worker(try temporary.open())
    let lead = try temporary.open(home: "two")
    try "[project]\nname = \"other\"\n"
      .write(toFile: temporary.folder.settings, atomically: true, encoding: .utf8)
    worker.perform(.loadSummary)
    worker.finish()
    #expect(mailbox.take().contains { isChange($0, name: "test", differs: true) })
    _ = try lead.applySettings(onlyChecking: false)
    worker.look()
    worker.finish()
    #expect(mailbox.take().contains(.othersAppended))
    worker.perform(.loadSummary)
    worker.finish()
    #expect(mailbox.take().contains { isChange($0, name: "other", differs: false) })
    worker.perform(.loadSummary)
    worker.finish()
    #expect(mailbox.take().count == 1)
  }

  private func isChange(_ message: Message, name: String, differs: Bool) -> Bool {
    guard case .configurationChanged(let configuration, _, let told) = message else { return false }
    return configuration.name == name && told == differs
  }

  @Test func `a ruling that the log took is saved, also while the tables are held`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let importing = try temporary.open(home: "two")
    var event: Event?
    // The closure runs while the import holds the tables.
    _ = try importing.index.ingest(
      2, at: project.now, policy: BatchPolicy(extent: .additions),
      from: NoRecords()
    ) { _ in
      event = try? project.record(ruling)
      return nil
    }
    let seq = try #require(event?.seq)
    #expect(try importing.events(from: seq, count: 1).count == 1)
    let report = try project.examine()
    #expect(report.isGood)
    #expect(try project.summary().statuses[.ruled] == 1)
  }

  private struct NoRecords: BatchStream {
    func next() throws(BatchFailure) -> BatchRecord? { nil }
  }
}
