import Domain
import Runtime
import Screen
import Workbench

/// One sitting at the workbench of a project, on a device that types by itself.
struct Sitting {
  static let size = Size(width: 120, height: 40)
  let folder: ProjectFolder
  let surroundings: Surroundings

  /// Runs a script to its end.
  func run(_ script: [KeyStep]) throws -> ScriptedDevice {
    let device = ScriptedDevice(size: Self.size, script: script)
    let project = try Project.open(folder, surroundings: surroundings)
    let mailbox = Mailbox(wake: device.waker)
    var start = Start(
      configuration: project.configuration, members: project.members, me: project.me,
      user: surroundings.user, startedAt: project.now, size: device.size)
    start.seed = SeededOrder.hash(project.id.hex, project.me?.id.text ?? "")
    let desk = Desk(
      now: surroundings.now, useTheme: { _ in false }, edit: { _, _ in nil }, copy: { _ in "" })
    WorkbenchLoop(
      device: device, worker: ProjectWorker(project: project, mailbox: mailbox, drafts: [:]),
      mailbox: mailbox, desk: desk, start: start
    ).run()
    return device
  }
}
