import ArgumentParser

/// `gold`: units whose value is known, and how annotators stand by them.
struct GoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gold",
    abstract: "Mark units whose value is known, and hold annotators against them.",
    subcommands: [
      GoldListCommand.self, GoldMarkCommand.self, GoldUnmarkCommand.self,
      GoldExportCommand.self, GoldScoreCommand.self,
    ],
    defaultSubcommand: GoldListCommand.self)

  @ParentCommand var root: Tiebreak
}
