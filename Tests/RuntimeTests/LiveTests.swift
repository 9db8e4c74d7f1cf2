import Dispatch
import Domain
import Runtime
import Store
import Testing
import Workbench

/// Two workbenches on one folder: each hears of the other without asking.
struct LiveTests {
  private let unit = UnitID(item: ItemID("t1"))

  @Test func `a ruling by another is noticed unasked, and the item shows it`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let mine = try Watched(temporary.open())
    defer { mine.end() }
    // The chain is verified first, on the queue that then listens.
    _ = mine.hears { if case .verified(.good) = $0 { true } else { false } }

    let others = try temporary.open(home: "two")
    let silent = Mailbox(wake: {})
    let other = ProjectWorker(project: others, mailbox: silent, drafts: [:])
    let decision = Decision(
      seatID: SeatID(unit: unit, seat: .main), base: -1, batch: 1,
      outcome: .value(.label(LabelID("yes"))))
    other.perform(.record(Recording(ticket: 1, commands: [.rule(decision)])))
    other.finish()
    #expect(mine.hears { $0 == .othersAppended })

    mine.worker.perform(.openItem(unit, purpose: .refresh))
    let isRuled = mine.hears { message in
      guard case .itemOpened(let opened, .refresh) = message else { return false }
      return opened.dossier.unit(unit.question)?.facts.seats[.main]?.status == .ruled
    }
    #expect(isRuled)
  }

  @Test func `whoever loses an item to another is told unasked`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let mine = try Watched(temporary.open())
    defer { mine.end() }
    mine.worker.perform(.claimLease(unit, .ask))
    let isMine = mine.hears { message in
      if case .leaseAnswered(unit, .granted(_, nil)) = message { true } else { false }
    }
    #expect(isMine)
    let other = MemberID("somebody-else")
    let others = try temporary.open(home: "two")
    _ = try others.leases.claim(unit, by: other, at: others.now, manner: .takeOver)
    let isTold = mine.hears { message in
      if case .leaseAnswered(unit, .heldBy(other, _)) = message { true } else { false }
    }
    #expect(isTold)
  }

  @Test func `one's own last ruling is found again by another session`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let me = try #require(project.me?.id)
    #expect(try project.index.lastRuling(by: me) == nil)
    let worker = ProjectWorker(project: project, mailbox: Mailbox(wake: {}), drafts: [:])
    let seat = SeatID(unit: unit, seat: .main)
    let decision = Decision(
      seatID: seat, base: -1, batch: 1, outcome: .value(.label(LabelID("yes"))))
    worker.perform(.record(Recording(ticket: 1, commands: [.rule(decision)])))
    worker.finish()
    let later = try temporary.open()
    let found = try #require(try later.index.lastRuling(by: me))
    #expect(found.seatID == seat)
    #expect(found.outcome == decision.outcome)
    let again = ProjectWorker(project: later, mailbox: Mailbox(wake: {}), drafts: [:])
    again.perform(.record(Recording(ticket: 2, commands: [.withdraw(seat)])))
    again.finish()
    #expect(try later.index.lastRuling(by: me) == nil, "what was taken back does not stand")
  }
}

/// A project as a workbench holds it, and what it hears of others.
private final class Watched {
  let worker: ProjectWorker
  private let watch: LogWatch
  private let mailbox: Mailbox
  private let wakes: DispatchSemaphore

  init(_ project: Project) {
    let wakes = DispatchSemaphore(value: 0)
    self.wakes = wakes
    mailbox = Mailbox(wake: { wakes.signal() })
    worker = ProjectWorker(project: project, mailbox: mailbox, drafts: [:])
    watch = LogWatch(project: project, worker: worker, mailbox: mailbox)
    watch.begin()
  }

  func end() {
    watch.end()
    worker.finish()
  }

  /// Whether a message comes in that was waited for. It takes a few hundredths of a second; the limit
  /// is for a machine that is busy with other things.
  func hears(_ isFound: (Message) -> Bool) -> Bool {
    let end = DispatchTime.now() + .seconds(30)
    repeat {
      if mailbox.take().contains(where: isFound) { return true }
    } while wakes.wait(timeout: end) == .success
    return mailbox.take().contains(where: isFound)
  }
}
