import ArgumentParser
import Runtime

/// `join`: makes a folder for somebody who works on a team's project.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Make a folder to work in on a project that lies on a PostgreSQL.",
    discussion: """
      tiebreak join tickets --store postgresql://db.example/tickets

      A lead makes you a member first: tiebreak member add NAME --os LOGIN --role adjudicator
      """)

  @Argument(help: "The folder to make; it must be empty or not there yet.", completion: .directory)
  var directory: String

  @Option(
    help: ArgumentHelp("Where the project lies: postgresql://host/database.", valueName: "address"))
  var store: String

  @Flag(help: "Say it for scripts.")
  var json = false

  func run() throws {
    let folder = ProjectFolder(path: directory)
    let joined = try Program.doing { () throws(ProjectFailure) in
      try JoinedProject.make(
        folder, at: store, surroundings: Machine.surroundings(), progress: ProgressLine.drawing())
    }
    if json {
      Output.print(joined.json)
    } else {
      Output.print(joined.lines)
    }
  }
}
