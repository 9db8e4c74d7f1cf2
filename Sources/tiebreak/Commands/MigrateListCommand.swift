import ArgumentParser
import Runtime

/// `migrate list`: the migrations so far.
struct MigrateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the migrations so far, with what became of the rulings they put in doubt.")

  @ParentCommand var migrate: MigrateCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(migrate.root) { project throws(ProjectFailure) in
      let list = try project.migrations()
      if json {
        Output.print(MigrationJSON.json(list))
      } else {
        Output.print(MigrationText.lines(list))
      }
    }
  }
}
