import ArgumentParser
import Domain
import Runtime

/// `log`: shows, verifies and exports the adjudication log.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show, verify, seal or export the adjudication log.",
    subcommands: [
      LogShowCommand.self, LogVerifyCommand.self, LogCheckpointCommand.self,
      LogProveCommand.self, LogCheckProofCommand.self, LogExportCommand.self,
    ],
    defaultSubcommand: LogShowCommand.self)

  @ParentCommand var root: Tiebreak
}

struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show events, the last ones unless told otherwise.",
    discussion: """
      --limit takes the language of l on the log's screen: by:rev-2 type:ruling item:T-01 label:car \
      outcome:ambiguous cites:R-0007 reason:* note:word after:2026-05-01 before:2026-06-01 "words", \
      with - in front for what must not hold.
      """)

  @ParentCommand var log: LogCommand

  @Option(help: ArgumentHelp("The first event to show.", valueName: "seq"))
  var from: Int?

  @Option(name: [.customShort("n", allowingJoined: true), .long], help: "How many events.")
  var rows: Int = 20

  @Option(help: ArgumentHelp("Only what meets this limit.", valueName: "limit"))
  var limit: String = ""

  @Flag(help: "Then wait for more, until interrupted.")
  var follow = false

  @Flag(help: "The lines as they stand.")
  var json = false

  func validate() throws {
    guard rows >= 0, (from ?? 0) >= 0 else {
      throw ValidationError("--from and --rows are not negative.")
    }
  }

  func run() throws {
    let limit: EventLimit
    do {
      limit = try EventLimitParser.parse(self.limit)
    } catch {
      throw CommandFailure(Words.sentence(error, keys: EventLimitParser.keys), .usage)
    }
    try Program.withProject(log.root) { project throws(ProjectFailure) in
      let head = try project.events(from: nil, count: 1).last?.seq ?? -1
      let events =
        limit.isAll
        ? try project.events(from: from, count: rows)
        : try project.events(meeting: limit, from: from, count: rows)
      if json {
        for event in events { Output.print(line: try project.line(of: event)) }
      } else {
        Output.print(LogText.lines(events, project.configuration))
      }
      guard follow else { return }
      let start = max(head, events.last?.seq ?? -1) + 1
      try LogFollowing.run(project, from: start) { event in
        guard let line = try? project.line(of: event), limit.matches(event, line: { line }) else {
          return
        }
        if json {
          Output.print(line: line)
        } else {
          Output.print(LogText.line(event, project.configuration))
        }
      }
    }
  }
}

struct LogVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every event, checkpoint and batch; exit 1 names the first bad one.",
    discussion: """
      Whoever can write the project and has its key can make another log that fits together. What came \
      to you another way does not: --key, the key as you were given it, must have signed a checkpoint; \
      --checkpoint, a checkpoint that you kept, must be borne out by the log.
      """)

  @ParentCommand var log: LogCommand

  @OptionGroup var trusted: TrustedKeys

  @Option(
    help: ArgumentHelp("A checkpoint that you kept; several times.", valueName: "file"),
    completion: .file())
  var checkpoint: [String] = []

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let keys = try trusted.keys()
    let checkpoints = try checkpoint.map { try SmallFile.read($0) }
    let report = try Program.doing { () throws(ProjectFailure) in
      try LogCheck.run(
        ProjectFolder(path: log.root.directory), surroundings: Machine.surroundings(),
        outside: OutsideEvidence(keys: keys, checkpoints: checkpoints))
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
