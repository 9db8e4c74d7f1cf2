import ArgumentParser
import Runtime

/// `handover`: a project for whoever goes on with it.
struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Write a folder with all that a team which takes over needs, in open formats.",
    discussion: """
      The project itself, with its log as it is, and beside it what was ruled, the guideline, gold, \
      agreement and migrations as CSV, Markdown and JSON; a README says what each file is, a manifest \
      its SHA-256. Names of members and annotators go with it. tiebreak init DIR --handover FOLDER \
      makes the project again. A sandbox is not handed over.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(
    help: "The folder to make; it must be empty or not there yet.", completion: .directory)
  var directory: String

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let outcome = try Program.withProject(root) { project throws(ProjectFailure) in
      try Handover(project).write(to: directory)
    }
    if json {
      Output.print(outcome.json)
    } else {
      Output.print(outcome.lines)
    }
  }
}
