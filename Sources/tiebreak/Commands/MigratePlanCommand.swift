import ArgumentParser
import Configuration
import Runtime

/// `migrate plan`: what a mapping would do.
struct MigratePlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "What a mapping would do; changes nothing.",
    discussion: """
      Reads the mapping, and tiebreak.toml as it is now, and says what survives each rule, which \
      rulings would have to be made again, and what would come to the queue.
      """)

  @ParentCommand var migrate: MigrateCommand

  @Argument(help: "The mapping.", completion: .file(extensions: ["toml"]))
  var mapping: String

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(migrate.root, settings: .mayDiffer) {
      project throws(ProjectFailure) in
      let plan = try project.planMigration(try MappingFile.read(mapping))
      if json {
        Output.print(MigrationJSON.json(plan, event: nil))
      } else {
        Output.print(MigrationText.lines(plan))
      }
    }
  }
}
