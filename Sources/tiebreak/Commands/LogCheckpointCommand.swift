import ArgumentParser
import Runtime

/// `log checkpoint`: signs the log as it is.
struct LogCheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Verify the log and sign it; only a lead who has the key may.",
    discussion: """
      Checkpoints are signed by themselves with every 256th event, with every published version and on \
      leaving, where the key is at hand. This one verifies everything first and signs the state too. Send \
      it to somebody: what left the machine finds a log that was rewritten with the key.
      """)

  @ParentCommand var log: LogCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let report = try Program.doing { () throws(ProjectFailure) in
      try LogCheck.run(
        ProjectFolder(path: log.root.directory), surroundings: Machine.surroundings())
    }
    guard report.isGood else {
      if json {
        Output.print(report.json)
      } else {
        Output.print(report.lines)
      }
      Output.complain("nothing was signed.")
      throw Runtime.ExitCode.answerIsNo
    }
    let signed = try Program.withProject(log.root) { project throws(ProjectFailure) in
      try project.checkpoint(report)
    }
    if json {
      Output.print(signed.json)
    } else {
      Output.print(signed.sentence)
    }
  }
}
