import ArgumentParser
import Runtime

/// `log`: shows, verifies and exports the adjudication log.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show, verify or export the adjudication log.",
    subcommands: [LogShowCommand.self, LogVerifyCommand.self, LogExportCommand.self],
    defaultSubcommand: LogShowCommand.self)

  @ParentCommand var root: Tiebreak
}

struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show events, the last ones unless told otherwise.")

  @ParentCommand var log: LogCommand

  @Option(help: ArgumentHelp("The first event to show.", valueName: "seq"))
  var from: Int?

  @Option(name: [.customShort("n", allowingJoined: true), .long], help: "How many events.")
  var rows: Int = 20

  @Flag(help: "The lines as they stand.")
  var json = false

  func validate() throws {
    guard rows >= 0, (from ?? 0) >= 0 else {
      throw ValidationError("--from and --rows are not negative.")
    }
  }

  func run() throws {
    try Program.withProject(log.root) { project throws(ProjectFailure) in
      let events = try project.events(from: from, count: rows)
      if json {
        for event in events { Output.print(line: try project.line(of: event)) }
      } else {
        Output.print(LogText.lines(events, names: LabelNames(project.configuration)))
      }
    }
  }
}

struct LogVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every event, the batches and the settings; exit 1 names the first bad one.")

  @ParentCommand var log: LogCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let report = try Program.doing { () throws(ProjectFailure) in
      try LogCheck.run(
        ProjectFolder(path: log.root.directory), surroundings: Machine.surroundings())
    }
    if json {
      Output.print(report.json)
    } else {
      Output.print(report.lines)
    }
    if !report.isGood { throw Runtime.ExitCode.answerIsNo }
  }
}

struct LogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the log, line for line as it stands.")

  @ParentCommand var log: LogCommand

  @Option(
    help: ArgumentHelp("Where to; standard output otherwise.", valueName: "file"),
    completion: .file())
  var out: String?

  func run() throws {
    let folder = ProjectFolder(path: log.root.directory)
    let output = DataOutput()
    try Program.doing { () throws(ProjectFailure) in
      try LogCopy.write(
        folder, to: out, surroundings: Machine.surroundings(),
        standardOutput: { output.write($0) })
    }
    output.finish()
  }
}
