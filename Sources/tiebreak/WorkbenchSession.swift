import Configuration
import Domain
import Glibc
import Ledger
import Runtime
import Screen
import Terminal
import ThemeCatalog
import Workbench

/// One sitting at the workbench: the terminal is taken over, the loop runs, the terminal is given
/// back.
struct WorkbenchSession {
  let project: Project
  /// The theme asked for on the command line.
  let theme: String?

  func run() throws(ProjectFailure) {
    let looks = try Looks.read(Machine.surroundings(), chosen: theme)
    let device: TerminalSession
    do throws(TerminalError) {
      device = try TerminalSession(
        TerminalOptions(
          type: Machine.variable("TERM") ?? "dumb", theme: looks.theme,
          isColourRefused: Machine.variable("NO_COLOR") != nil, prefersASCII: looks.prefersASCII))
    } catch {
      throw .usage(error.sentence.plain)
    }
    let mailbox = Mailbox(wake: device.waker)
    let drafts = project.personal.savedDrafts()
    let worker = ProjectWorker(project: project, mailbox: mailbox, drafts: drafts)
    let watch = LogWatch(project: project, worker: worker, mailbox: mailbox)
    let loop = WorkbenchLoop(
      device: device, worker: worker, mailbox: mailbox, desk: desk(device, watch),
      start: start(looks, device.size, drafts))
    watch.begin()
    loop.run()
    watch.end()
    let said = device.close()
    if !said.bytes.isEmpty { Output.note(String(decoding: said.bytes, as: UTF8.self)) }
  }

  private func start(_ looks: Looks, _ size: Size, _ drafts: [UnitID: Draft]) -> Start {
    var start = Start(
      configuration: project.configuration, members: project.members, me: project.me,
      user: Machine.surroundings().user, startedAt: project.now, size: size)
    start.isSandbox = project.isSandbox
    start.configurationDiffers = project.settingsDiffer()
    start.seed = SeededOrder.hash(project.id.hex, project.me?.id.text ?? "")
    start.themes = ThemeCatalog.names
    start.theme = looks.name
    start.keymap = looks.keymap
    start.resumed = project.personal.state()
    start.drafts = drafts
    return start
  }

  private func desk(_ device: TerminalSession, _ watch: LogWatch) -> Desk {
    let folder = project.personal.path
    let settings = project.folder.settings
    return Desk(
      now: Machine.surroundings().now,
      useTheme: { name in
        guard let theme = Looks.theme(named: name) else { return false }
        device.use(theme)
        return true
      },
      edit: { text, purpose in
        switch purpose {
        case .rationale: Editor.edit(text, folder: folder, name: "note.txt")
        case .configuration: Editor.run(on: settings) ? "" : nil
        }
      },
      copy: { text in
        let path = folder + "/copied.txt"
        let bytes = Array((text + "\n").utf8)
        guard (try? DurableFile.write(bytes, to: path)) != nil else { return "It was not copied." }
        return "Copied to \(path)"
      },
      verify: { watch.check() })
  }
}
