import ArgumentParser

/// The root of the command line. Without a subcommand it opens the workbench.
struct Tiebreak: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tiebreak",
    abstract: "Settle what the annotators of a dataset could not agree on.",
    discussion: """
      Without a command, the workbench of the project in DIR opens: the queue of disagreements, one \
      key to a ruling.

      A first project:  tiebreak init DIR --from ratings.csv
      Then:             tiebreak -C DIR

      Exit codes: 0 done, 1 the answer is no, 2 usage, 3 input refused, 4 store or file trouble, \
      5 not allowed.
      """,
    version: version,
    subcommands: [
      WorkbenchCommand.self, InitCommand.self, JoinCommand.self, PushCommand.self,
      PullCommand.self, ImportCommand.self,
      AgreeCommand.self,
      AnnotatorsCommand.self, HeatmapCommand.self,
      QueueCommand.self, ShowCommand.self, RuleCommand.self, PrecedentsCommand.self,
      AlikeCommand.self, GuideCommand.self,
      GoldCommand.self, CalibrateCommand.self, DigestCommand.self, LogCommand.self,
      KeyCommand.self,
      ExportCommand.self, MemberCommand.self, ApplyCommand.self, MigrateCommand.self,
      AuditCommand.self, ReleaseCommand.self, ForecastCommand.self, SimulateCommand.self,
      BackupCommand.self, RestoreCommand.self, HandoverCommand.self, DoctorCommand.self,
      ThemesCommand.self,
      KeysCommand.self,
    ],
    defaultSubcommand: WorkbenchCommand.self)

  @Option(
    name: .customShort("C"),
    help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var directory: String = "."
}
