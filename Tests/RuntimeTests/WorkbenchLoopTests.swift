import Domain
import Foundation
import Runtime
import Screen
import Synchronization
import TestSupport
import Testing
import Workbench

/// The loop over a real project and a device in memory: keys in, rulings on disk.
struct WorkbenchLoopTests {
  /// Presses keys one after another, each only when the worker has answered what came before.
  private final class PatientDevice: Device {
    private(set) var screens: [String] = []
    let size = Size(width: 80, height: 24)
    private var keys: [Key]
    private let wakes = DispatchSemaphore(value: 0)

    init(keys: [Key]) {
      self.keys = keys
    }

    var waker: @Sendable () -> Void { { [wakes] in _ = wakes.signal() } }

    func present(_ grid: Grid, cursor: Position?) {
      screens.append(
        (0..<grid.size.height).map { grid.text(ofRow: $0) }.joined(separator: "\n"))
    }

    /// A worker that says nothing for a while has nothing left to say.
    func events(within timeout: Int?) -> [InputEvent] {
      if wakes.wait(timeout: .now() + .milliseconds(400)) == .success { return [.woken] }
      guard !keys.isEmpty else { return [.ended] }
      return [.key(keys.removeFirst())]
    }

    func suspend() {}

    func yield<Result, Failure: Error>(
      to body: () throws(Failure) -> Result
    ) throws(Failure) -> Result { try body() }
  }

  private func run(_ temporary: TemporaryProject, _ keys: [Key]) throws -> [String] {
    let project = try temporary.open()
    let device = PatientDevice(keys: keys)
    let mailbox = Mailbox(wake: device.waker)
    let worker = ProjectWorker(
      project: project, mailbox: mailbox, drafts: project.personal.savedDrafts())
    var start = Start(
      configuration: project.configuration, members: project.members, me: project.me,
      user: "tester", startedAt: project.now, size: device.size)
    start.resumed = project.personal.state()
    let surroundings = temporary.surroundings()
    let desk = Desk(
      now: surroundings.now, useTheme: { _ in true }, edit: { _, _ in nil }, copy: { _ in "" })
    WorkbenchLoop(device: device, worker: worker, mailbox: mailbox, desk: desk, start: start).run()
    return device.screens
  }

  @Test func `keys become rulings, a key takes the last one back, a quit is resumed`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let screens = try run(
      temporary, [.enter, .character("1"), .character("x"), .character("z")])
    #expect(screens.contains { $0.contains("5 disagreements wait for you") })
    #expect(screens.contains { $0.contains("saved") })
    let project = try temporary.open()
    let bodies = try project.events(from: 4, count: 10).map(\.body.type)
    #expect(bodies == [.decision, .decision, .withdraw])
    #expect(try project.summary().statuses[.ruled] == 1)
    let state = project.personal.state()
    #expect(state.open != nil)
    let again = try run(temporary, [])
    #expect(again.last?.contains(state.open?.item.text ?? "?") == true)
  }
}
