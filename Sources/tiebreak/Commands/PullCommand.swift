import ArgumentParser
import Runtime

/// `pull`: fetches a project from a PostgreSQL into a folder.
struct PullCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Fetch a project from a PostgreSQL into a folder, with the same hashes.",
    discussion: """
      tiebreak pull copy --store postgresql://db.example/tickets

      A folder that is there is brought up to the server's log; where both went on by themselves \
      nothing is moved, and exit code 1 says so.
      """)

  @Argument(
    help: "The folder: new, or one that holds the same project.", completion: .directory)
  var directory: String

  @Option(help: ArgumentHelp("From where: postgresql://host/database.", valueName: "address"))
  var store: String

  @Flag(help: "Say it for scripts.")
  var json = false

  func run() throws {
    try TransferOutput.run(
      Transfer(ProjectFolder(path: directory), at: store, surroundings: Machine.surroundings()),
      json: json
    ) { transfer throws(ProjectFailure) in try transfer.pull() }
  }
}
