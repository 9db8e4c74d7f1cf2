import Configuration
import Domain
import Glibc
import Interchange
import Ledger
import Runtime
import Screen
import Terminal
import Workbench

/// One sitting at the workbench: the terminal is taken over, the loop runs, the terminal is given
/// back.
struct WorkbenchSession {
  let project: Project
  /// The theme asked for on the command line.
  let theme: String?

  /// Whether it was asked for in lines on the command line.
  let isTold: Bool

  func run() throws(ProjectFailure) {
    let looks = try Looks.read(Machine.surroundings(), chosen: theme)
    let said = isTold || looks.wantsLines ? try tell(looks) : try draw(looks)
    if !said.bytes.isEmpty { Output.note(String(decoding: said.bytes, as: UTF8.self)) }
  }

  /// - Returns: what was written to standard error meanwhile.
  private func draw(_ looks: Looks) throws(ProjectFailure) -> Untrusted {
    let device = try opened { () throws(TerminalError) in
      try TerminalSession(
        TerminalOptions(
          type: terminalType, theme: looks.theme,
          isColourRefused: Machine.variable("NO_COLOR") != nil, prefersASCII: looks.prefersASCII,
          wantsMouse: looks.wantsMouse))
    }
    let useTheme = { (name: String) in
      guard let theme = looks.theme(named: name) else { return false }
      device.use(theme)
      return true
    }
    sit(at: device, looks, hands: Hands(useTheme: useTheme, copy: device.copy)) {
      WorkbenchLoop(device: device, worker: $0, mailbox: $1, desk: $2, start: $3).run
    }
    return device.close()
  }

  /// The same in lines.
  private func tell(_ looks: Looks) throws(ProjectFailure) -> Untrusted {
    let device = try opened { () throws(TerminalError) in try LineTerminal(type: terminalType) }
    let hands = Hands(useTheme: { _ in true }, copy: device.copy)
    sit(at: device, looks, hands: hands) {
      WorkbenchLoop(telling: device, worker: $0, mailbox: $1, desk: $2, start: $3).run
    }
    return device.close()
  }

  /// What a terminal can do for whoever sits at it.
  private struct Hands {
    let useTheme: (String) -> Bool
    /// Puts a text on the clipboard; false where it cannot.
    let copy: (String) -> Bool
  }

  private var terminalType: String { Machine.variable("TERM") ?? "dumb" }

  private func opened<Terminal>(
    _ open: () throws(TerminalError) -> Terminal
  ) throws(ProjectFailure) -> Terminal {
    do throws(TerminalError) {
      return try open()
    } catch {
      throw .usage(error.sentence.plain)
    }
  }

  private func sit(
    at console: some Console, _ looks: Looks, hands: Hands,
    loop: (ProjectWorker, Mailbox, Desk, Start) -> () -> Void
  ) {
    let mailbox = Mailbox(wake: console.waker)
    let drafts = project.personal.savedDrafts()
    let worker = ProjectWorker(project: project, mailbox: mailbox, drafts: drafts)
    let watch = LogWatch(project: project, worker: worker, mailbox: mailbox)
    let run = loop(worker, mailbox, desk(watch, hands), start(looks, console.size, drafts))
    watch.begin()
    run()
    watch.end()
  }

  private func start(_ looks: Looks, _ size: Size, _ drafts: [UnitID: Draft]) -> Start {
    var start = Start(
      configuration: project.configuration, members: project.members, me: project.me,
      user: project.user, startedAt: project.now, size: size)
    start.isSandbox = project.isSandbox
    start.configurationDiffers = project.settingsDiffer()
    start.seed = SeededOrder.hash(project.id.hex, project.me?.id.text ?? "")
    start.themes = looks.shelf.names
    start.theme = looks.name
    start.keymap = looks.keymap
    start.resumed = project.personal.state()
    start.drafts = drafts
    start.forms = project.personal.savedForms()
    return start
  }

  private func desk(_ watch: LogWatch, _ hands: Hands) -> Desk {
    let folder = project.personal.path
    let settings = project.folder.settings
    return Desk(
      now: Machine.surroundings().now,
      useTheme: hands.useTheme,
      edit: { text, purpose in
        switch purpose {
        case .form(let target):
          Editor.edit(
            text, folder: folder, name: target.section == nil ? "clause.md" : "section.md")
        case .rationale: Editor.edit(text, folder: folder, name: "note.txt")
        case .configuration: Editor.run(on: settings) ? "" : nil
        }
      },
      pipe: { item, command in
        do throws(ProjectFailure) {
          guard let dossier = try project.dossier(item) else { return "There is no such item." }
          let json = DossierJSON.json(dossier, now: project.now).text(.indented) + "\n"
          return Pipe.run(command, input: Array(json.utf8), folder: folder)
        } catch {
          return Words.sentence(error)
        }
      },
      copy: { text in
        let path = folder + "/copied.txt"
        let bytes = Array((text + "\n").utf8)
        let isWritten = (try? DurableFile.write(bytes, to: path)) != nil
        switch (hands.copy(text), isWritten) {
        case (true, true): return "copied; also in …/copied.txt"
        case (true, false): return "copied"
        case (false, true): return "written to …/copied.txt"
        case (false, false): return "It could not be copied."
        }
      },
      verify: { watch.check() })
  }
}
