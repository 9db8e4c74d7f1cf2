import ArgumentParser
import Runtime

/// `release`: what would be released as things stand, and what holds it up.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Show what would be released, and the checks of [gate]; exit 1 where one fails.",
    discussion: """
      It only shows: nothing is written and nothing is signed. The bars stand in [gate] of \
      tiebreak.toml; a check without a bar shows its figure and holds nothing up. The log, the \
      settings and the identities are checked always.
      """)

  @ParentCommand var root: Tiebreak

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let standing = try Program.withProject(root) { project throws(ProjectFailure) in
      try project.release()
    }
    if json {
      Output.print(ReleaseJSON.json(standing))
    } else {
      Output.print(ReleaseText.lines(standing))
    }
    if !standing.isReady { throw Runtime.ExitCode.answerIsNo }
  }
}
