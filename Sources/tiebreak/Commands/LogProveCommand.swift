import ArgumentParser
import Runtime

/// `log prove`: proofs for somebody who has no log.
struct LogProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Prove that an event is in the log, or that the log continues an older one.",
    discussion: "Prints JSON, described in docs/log-format.md; log check-proof checks it.",
    subcommands: [LogProveInclusionCommand.self, LogProveConsistencyCommand.self])

  @ParentCommand var log: LogCommand
}

struct LogProveInclusionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inclusion", abstract: "Prove that an event stands in the log that was signed.")

  @ParentCommand var prove: LogProveCommand

  @Argument(help: ArgumentHelp("The event.", valueName: "seq"))
  var seq: Int

  @Option(
    help: ArgumentHelp(
      "The checkpoint to prove it by; the newest otherwise.", valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @Flag(help: "Accepted for symmetry: a proof is JSON always.")
  var json = false

  func run() throws {
    let bytes = try checkpoint.map { try SmallFile.read($0) }
    let proof = try Program.doing { () throws(ProjectFailure) in
      try LogProof.inclusion(
        of: seq, checkpoint: bytes, in: ProjectFolder(path: prove.log.root.directory),
        surroundings: Machine.surroundings())
    }
    Output.print(proof.json)
  }
}

struct LogProveConsistencyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consistency",
    abstract: "Prove that a longer log begins with a shorter one.")

  @ParentCommand var prove: LogProveCommand

  @Argument(help: ArgumentHelp("How many events the shorter one has.", valueName: "older"))
  var older: Int

  @Argument(
    help: ArgumentHelp("How many the longer one has; all there are otherwise.", valueName: "newer"))
  var newer: Int?

  @Flag(help: "Accepted for symmetry: a proof is JSON always.")
  var json = false

  func run() throws {
    let proof = try Program.doing { () throws(ProjectFailure) in
      try LogProof.consistency(
        from: older, to: newer, in: ProjectFolder(path: prove.log.root.directory),
        surroundings: Machine.surroundings())
    }
    Output.print(proof.json)
  }
}

/// `log check-proof`: checks what `log prove` printed, without a project.
struct LogCheckProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-proof",
    abstract: "Check a proof; needs no project, and exit 1 says that it shows nothing.")

  @ParentCommand var log: LogCommand

  @Argument(help: "The proof.", completion: .file())
  var file: String

  @OptionGroup var trusted: TrustedKeys

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let check = ProofCheck(try SmallFile.read(file), keys: try trusted.keys())
    if json {
      Output.print(check.json)
    } else {
      Output.print(check.lines)
    }
    if !check.isGood { throw Runtime.ExitCode.answerIsNo }
  }
}
