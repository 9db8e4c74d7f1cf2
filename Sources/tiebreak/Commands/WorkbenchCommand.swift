import ArgumentParser
import Glibc
import Runtime
import Screen
import Terminal

/// The workbench: what opens where no command is named.
struct WorkbenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench",
    abstract: "Open the workbench of the project (the same as no command).")

  @ParentCommand var root: Tiebreak

  @Option(
    help: ArgumentHelp(
      "dark, light, high-contrast, colour-blind-safe or mono.", valueName: "name"))
  var theme: String?

  @Flag(help: "Tell the workbench in lines, without drawing; the same keys and commands.")
  var screenReader = false

  func run() throws {
    guard Machine.isTerminal(STDIN_FILENO), Machine.isTerminal(STDOUT_FILENO) else {
      throw CommandFailure(
        "The workbench needs a terminal. Without one: tiebreak -C DIR queue, show, rule.", .usage)
    }
    try Program.withProject(root) { project throws(ProjectFailure) in
      try WorkbenchSession(project: project, theme: theme, isTold: screenReader).run()
    }
  }
}
