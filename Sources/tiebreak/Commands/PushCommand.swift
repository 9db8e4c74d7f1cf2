import ArgumentParser
import Runtime

/// `push`: brings a folder's project to a PostgreSQL.
struct PushCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push",
    abstract: "Bring a project from its folder to a PostgreSQL, with the same hashes.",
    discussion: """
      tiebreak -C tickets push --store postgresql://db.example/tickets

      Only who owns the tables there, or may make them, can. What the server has already is compared, \
      not sent again; where both went on by themselves nothing is moved, and exit code 1 says so.
      """)

  @ParentCommand var root: Tiebreak

  @Option(help: ArgumentHelp("Where to: postgresql://host/database.", valueName: "address"))
  var store: String

  @Flag(help: "Say it for scripts.")
  var json = false

  func run() throws {
    try TransferOutput.run(
      Transfer(
        ProjectFolder(path: root.directory), at: store, surroundings: Machine.surroundings()),
      json: json
    ) { transfer throws(ProjectFailure) in try transfer.push() }
  }
}
