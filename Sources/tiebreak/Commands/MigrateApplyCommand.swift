import ArgumentParser
import Configuration
import Domain
import Glibc
import Runtime

/// `migrate apply`: makes a mapping and the settings it leads to take effect.
struct MigrateApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Make a mapping take effect, with the settings it leads to; only a lead may.",
    discussion: """
      Says what it would do and asks. Without a terminal it migrates only with --yes. tiebreak.toml \
      takes effect with it, as one event. Rulings on labels that are split or retired are put in doubt \
      and go back to the queue.
      """)

  @ParentCommand var migrate: MigrateCommand

  @Argument(help: "The mapping.", completion: .file(extensions: ["toml"]))
  var mapping: String

  @Option(help: ArgumentHelp("Why, for the log.", valueName: "text"))
  var reason: String?

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "For scripts; asks nothing.")
  var json = false

  func run() throws {
    let isMigrated = try Program.withProject(migrate.root, settings: .mayDiffer) {
      project throws(ProjectFailure) -> Bool in
      let plan = try project.planMigration(try MappingFile.read(mapping), reason: reason)
      // What would be refused is tried without asking: the attempt is recorded where rights forbid it.
      let isAsking = plan.refusal == nil && !yes
      if !json { Output.print(MigrationText.lines(plan)) }
      if isAsking, !isConfirmed() {
        if json { Output.print(MigrationJSON.json(plan, event: nil)) }
        return false
      }
      let event = try project.migrate(plan)
      if json {
        Output.print(MigrationJSON.json(plan, event: event))
      } else {
        Output.print("The labels of tiebreak.toml are in force from event \(event.seq) on.")
      }
      return true
    }
    if !isMigrated { throw Runtime.ExitCode.answerIsNo }
  }

  private func isConfirmed() -> Bool {
    guard !json, Machine.isTerminal(STDIN_FILENO) else {
      Output.complain("nothing was migrated. Say --yes to migrate without being asked.")
      return false
    }
    Output.draw("Migrate the labels? [y/N] ")
    return ["y", "yes"].contains(StandardLines().next() ?? "")
  }
}
